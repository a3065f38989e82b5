import { boundaryChoices } from '../data/definitions/levels.ts';
import { mediaOf } from './api.ts';
import type { Column, Endpoint } from './endpoint.ts';
import { apiRoot } from './endpoints.ts';
import { type Parameter, type ParameterName, parameters, withGroups } from './parameters.ts';

const problem = {
  description: 'What was wrong with the question, naming the parameter and its value.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The OpenAPI 3.1 description of the API, made from the same declarations that answer it. */
export function describeApi(endpoints: readonly Endpoint[], prefix: string, contact = ''): object {
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
    paths: Object.fromEntries(
      endpoints.map((endpoint) => [endpoint.path, { get: describe(endpoint) }]),
    ),
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'detail'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            parameter: { type: 'string' },
            value: { type: 'string' },
          },
        },
        Meta: {
          type: 'object',
          required: ['release', 'kind', 'note', 'made_at', 'first_period', 'last_period'],
          properties: {
            release: { type: 'string' },
            kind: { type: 'string', enum: ['published', 'illustrative'] },
            note: { type: ['string', 'null'] },
            made_at: { type: 'string' },
            first_period: { type: 'string' },
            last_period: { type: 'string' },
            boundaries: { type: 'string', enum: boundaryChoices },
            lookup: { type: 'string', description: 'The day of the practice lookup.' },
            placement: {
              type: 'array',
              description: 'How many practices and patients of each month the lookup places.',
              items: { type: 'object' },
            },
            next: { type: 'string', description: 'Cursor of the next page, if there is one.' },
          },
        },
      },
    },
  };
}

/** A contact as it is set, taken apart where it holds an e-mail address or a web address. */
function contactOf(text: string): { name?: string; email?: string; url?: string } {
  const [email] = /[^\s<>,;]+@[^\s<>,;]+/.exec(text) ?? [];
  const [url] = /https?:\/\/[^\s<>,;]+/.exec(text) ?? [];
  const name = text
    .replace(email ?? '', '')
    .replace(url ?? '', '')
    .replace(/[\s<>(),;]+$/, '');
  return { ...(name && { name }), ...(email && { email }), ...(url && { url }) };
}

function describe(endpoint: Endpoint): object {
  return {
    operationId: operationId(endpoint.path),
    summary: endpoint.summary,
    description: endpoint.description,
    'x-example': endpoint.example,
    parameters: [
      ...[...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
        description: pathParameters[name as keyof typeof pathParameters],
      })),
      ...withGroups(endpoint.parameters).map((name: ParameterName) =>
        describeParameter(parameters[name]),
      ),
      {
        name: 'release',
        in: 'query',
        description: 'A release by its id, such as 2018-09.1; the current one without it.',
        schema: { type: 'string' },
      },
      {
        name: 'format',
        in: 'query',
        description: 'How the answer is written.',
        schema: {
          type: 'string',
          enum: mediaOf(endpoint).map(({ name }) => name),
          default: mediaOf(endpoint)[0]!.name,
        },
      },
    ],
    responses: {
      '200': { description: 'The answer.', content: contentOf(endpoint) },
      '400': problem,
      '404': problem,
    },
  };
}

/** What the codes in paths are. */
const pathParameters = {
  code: 'Code of the practice.',
  release: 'A release by its id, such as 2018-09.1, or `current`.',
};

/** The answer in each of its media types. */
const contentOf = (endpoint: Endpoint) =>
  Object.fromEntries(
    mediaOf(endpoint).map(({ name, type }) => [
      type.split(';')[0],
      { schema: name === 'json' ? jsonSchema(endpoint) : otherSchema(type) },
    ]),
  );

const otherSchema = (type: string) =>
  /^text\//.test(type)
    ? { type: 'string' }
    : /json/.test(type)
      ? { type: 'object' }
      : { type: 'string', contentMediaType: type };

const jsonSchema = ({ columns, description }: Endpoint) => ({
  type: 'object',
  required: ['data', 'meta'],
  properties: {
    data: columns ? { type: 'array', items: rowSchema(columns) } : { type: 'object', description },
    meta: { $ref: '#/components/schemas/Meta' },
  },
});

function describeParameter({ name, description, required, many, ...rest }: Parameter): object {
  const one = {
    type: rest.integer ? 'integer' : 'string',
    ...(rest.enum && { enum: rest.enum }),
    ...(rest.pattern && { pattern: rest.pattern }),
  };
  return {
    name,
    in: 'query',
    required: required ?? false,
    description,
    schema: many ? { type: 'array', items: one } : one,
    ...(many && { style: 'form', explode: false }),
    ...(rest.example && { example: many ? [rest.example] : rest.example }),
  };
}

const rowSchema = (columns: readonly Column[]) => ({
  type: 'object',
  required: columns.map(({ name }) => name),
  properties: Object.fromEntries(
    columns.map(({ name, type, description, nullable, enum: values }) => [
      name,
      {
        type: nullable ? [type, 'null'] : type,
        description,
        ...(values && { enum: nullable ? [...values, null] : values }),
      },
    ]),
  ),
});

const operationId = (path: string): string =>
  `get${path.replace(/[/{}_-]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`;
