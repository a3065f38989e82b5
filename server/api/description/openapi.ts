import type { Config } from '../../config.ts';
import { isText } from '../../formats/format.ts';
import { mediaOf } from '../api.ts';
import type { Endpoint } from '../endpoint.ts';
import { apiRoot, type Topic } from '../endpoints.ts';
import { fillIn } from '../examples.ts';
import type { Examples } from './answerExamples.ts';
import { type ExampleCodes, parametersIn } from './openapiParameters.ts';
import {
  answersInParts,
  metaSchemas,
  otherAnswers,
  problemResponses,
  problemSchema,
  responseHeaders,
} from './openapiParts.ts';
import { indexOf, indexSchema, selfPaths } from './openapiSelf.ts';
import { type Schema, schemaOf } from './schemas.ts';

/**
 * The OpenAPI 3.1 description of the API, made from the declarations that answer it. With examples from a release,
 * which work on that release as written, or without examples.
 */
export function describeApi(
  topics: readonly Topic[],
  { prefix, contact }: Pick<Config, 'prefix' | 'contact'>,
  examples: Examples | null,
): object {
  const endpoints = topics.flatMap((topic) => topic.endpoints);
  return {
    openapi: '3.1.0',
    info: {
      title: 'GP online services in England',
      version: '1',
      description:
        'How far online services are offered by general practices in England, and how many patients are set up for them and use them. Figures never change within a release.',
      license: { name: 'Open Government Licence v3.0', identifier: 'OGL-UK-3.0' },
      ...(contact && { contact: contactOf(contact) }),
    },
    servers: [{ url: `${prefix}${apiRoot}` }],
    // No authentication.
    security: [],
    tags: topics.map(({ name, description }) => ({ name, description })),
    paths: {
      ...selfPaths(topics[0]!.name, examples && indexOf(endpoints, prefix, examples.codes)[0]!),
      ...Object.fromEntries(
        topics.flatMap(({ name: tag, endpoints: ofTopic }) =>
          ofTopic.map((endpoint) => [endpoint.path, { get: describe(endpoint, tag, examples) }]),
        ),
      ),
    },
    components: {
      schemas: {
        Problem: problemSchema,
        ...metaSchemas,
        IndexAnswer: indexSchema,
        ...Object.assign({}, ...endpoints.map(schemasOf)),
      },
      responses: problemResponses,
      headers: responseHeaders,
    },
  };
}

/** The contact setting, split if it contains an email address or a web address. */
function contactOf(text: string): { name?: string; email?: string; url?: string } {
  const [email] = /[^\s<>,;]+@[^\s<>,;]+/.exec(text) ?? [];
  const [url] = /https?:\/\/[^\s<>,;]+/.exec(text) ?? [];
  const name = text
    .replace(email ?? '', '')
    .replace(url ?? '', '')
    .replace(/[\s<>(),;]+$/, '');
  return { ...(name && { name }), ...(email && { email }), ...(url && { url }) };
}

function describe(endpoint: Endpoint, tag: string, examples: Examples | null): object {
  const answer = examples?.answers.get(endpoint.path);
  const codes: ExampleCodes | null = examples && {
    ...examples.codes,
    ...(answer && { cursor: answer.cursor }),
  };
  const file = endpoint.media !== undefined;
  return {
    operationId: `get${schemaName(endpoint)}`,
    tags: [tag],
    summary: endpoint.summary,
    description: endpoint.description,
    'x-example': fillIn(endpoint.example, codes ?? {}),
    parameters: parametersIn(endpoint, codes),
    responses: {
      '200': {
        description: file ? 'The file.' : 'The answer.',
        headers: {
          ETag: { $ref: '#/components/headers/ETag' },
          ...(endpoint.columns && { Link: { $ref: '#/components/headers/Link' } }),
          ...(file && { 'Content-Disposition': { $ref: '#/components/headers/FileName' } }),
        },
        content: contentOf(endpoint, answer?.json),
      },
      ...otherAnswers,
      ...(mediaOf(endpoint).some(({ type }) => !isText(type)) && answersInParts),
    },
  };
}

/** The answer in each of its media types. */
const contentOf = (endpoint: Endpoint, example: unknown) =>
  Object.fromEntries(
    mediaOf(endpoint).map(({ name, type }) => [
      type.split(';')[0],
      name === 'json'
        ? {
            schema: { $ref: `#/components/schemas/${schemaName(endpoint)}Answer` },
            ...(example !== undefined && { example }),
          }
        : { schema: otherSchema(endpoint, type) },
    ]),
  );

const otherSchema = (endpoint: Endpoint, type: string): object => {
  if (endpoint.media && endpoint.fields) {
    return { $ref: `#/components/schemas/${schemaName(endpoint)}` };
  }
  if (/^text\//.test(type)) return { type: 'string' };
  return /json/.test(type) ? { type: 'object' } : { type: 'string', contentMediaType: type };
};

/** The schemas of an endpoint's JSON answer, by name. */
function schemasOf(endpoint: Endpoint): Record<string, Schema> {
  const name = schemaName(endpoint);
  if (endpoint.media) return endpoint.fields ? { [name]: schemaOf(endpoint.fields) } : {};
  const meta = endpoint.columns ? (endpoint.meta ?? []) : [];
  const common = { $ref: `#/components/schemas/${endpoint.columns ? 'TableMeta' : 'Meta'}` };
  const answer = (data: Schema): Schema => ({
    type: 'object',
    required: ['data', 'meta'],
    properties: {
      data,
      meta: meta.length ? { allOf: [common, schemaOf(meta)] } : common,
    },
  });
  if (!endpoint.columns) {
    const data = { $ref: `#/components/schemas/${name}` };
    return { [name]: schemaOf(endpoint.fields), [`${name}Answer`]: answer(data) };
  }
  const items = { $ref: `#/components/schemas/${name}Row` };
  return {
    [`${name}Row`]: schemaOf(endpoint.columns),
    [`${name}Answer`]: answer({ type: 'array', items }),
  };
}

/** The name of an endpoint's operation and schemas: its path in PascalCase. */
export const schemaName = ({ path }: Endpoint): string =>
  path.replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase());
