import type { Endpoint } from '../endpoint.ts';
import { apiRoot } from '../endpoints.ts';
import { type Codes, fillIn } from '../examples.ts';
import { otherAnswers } from './openapiParts.ts';
import { type Schema, schemaOf } from './schemas.ts';

const itself = {
  path: '/openapi.json',
  summary: 'This API, described for programs (OpenAPI 3.1)',
  example: '',
};

/** An endpoint in the list of endpoints. */
export interface IndexRow {
  path: string;
  summary: string;
  /** An address that works on the current release. */
  example: string;
}

/** Every endpoint with a working address; `prefix` is that of the site. */
export const indexOf = (endpoints: readonly Endpoint[], prefix: string, codes: Codes): IndexRow[] =>
  [...endpoints, itself].map((endpoint) => ({
    path: `${prefix}${apiRoot}${endpoint.path}`,
    summary: endpoint.summary,
    example: `${prefix}${apiRoot}${exampleAddress(endpoint, codes)}`,
  }));

/** The address of an endpoint's own example, below the root of the API. */
function exampleAddress(
  { path, example }: Pick<Endpoint, 'path' | 'example'>,
  codes: Codes,
): string {
  const filled = fillIn(path.replace('{code}', '{practice}'), codes);
  return example ? `${filled}?${fillIn(example, codes)}` : filled;
}

/** The answer that lists the endpoints. */
export const indexSchema: Schema = {
  type: 'object',
  required: ['data', 'meta'],
  properties: {
    data: {
      type: 'array',
      items: schemaOf([
        { name: 'path', type: 'string', description: 'Path of the endpoint.' },
        { name: 'summary', type: 'string', description: 'What it answers.' },
        { name: 'example', type: 'string', description: 'An address that answers.' },
      ]),
    },
    meta: { $ref: '#/components/schemas/Meta' },
  },
};

/** The two operations that describe all others. */
export const selfPaths = (tag: string, row: IndexRow | null) => ({
  '/': {
    get: {
      operationId: 'getIndex',
      tags: [tag],
      summary: 'What can be asked, each with an example',
      description: 'Every path of the API with an address that answers on the current release.',
      parameters: [],
      responses: {
        '200': {
          description: 'The answer.',
          headers: { ETag: { $ref: '#/components/headers/ETag' } },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/IndexAnswer' },
              ...(row && { example: { data: [row], meta: metaExample } }),
            },
          },
        },
        ...otherAnswers,
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'getDescription',
      tags: [tag],
      summary: itself.summary,
      description: 'What you are reading; its examples answer on the current release.',
      parameters: [],
      responses: {
        '200': {
          description: 'The description.',
          headers: { ETag: { $ref: '#/components/headers/ETag' } },
          content: {
            'application/json': {
              schema: schemaOf([
                { name: 'openapi', type: 'string', description: 'Version of OpenAPI.' },
                { name: 'info', type: 'object', description: 'What the API is.' },
                { name: 'servers', type: 'object', many: true, description: 'Where it is.' },
                { name: 'security', type: 'object', many: true, description: 'None is needed.' },
                { name: 'tags', type: 'object', many: true, description: 'Topics of questions.' },
                { name: 'paths', type: 'object', description: 'What can be asked.' },
                { name: 'components', type: 'object', description: 'What answers look like.' },
              ]),
              example: {
                openapi: '3.1.0',
                info: { title: 'GP online services in England', version: '1' },
                servers: [],
                security: [],
                tags: [],
                paths: {},
                components: {},
              },
            },
          },
        },
        ...otherAnswers,
      },
    },
  },
});

const metaExample = {
  release: '2018-09.1',
  kind: 'published',
  note: null,
  made_at: '2018-10-25T08:30:00Z',
  first_period: '2018-04',
  last_period: '2018-09',
};
