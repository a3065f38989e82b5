import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../../../server/api/endpoints.ts';
import { folders } from '../../../support/folders.ts';
import { type Serving, serve } from '../../../support/serving.ts';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string | string[];
  enum?: unknown[];
  pattern?: string;
  format?: string;
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
}

interface OpenApi {
  paths: Record<string, { get: { responses: { 200: { content: Record<string, Content> } } } }>;
  components: { schemas: Record<string, Schema> };
}

interface Content {
  schema: Schema;
  example?: unknown;
}

const typeOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : Number.isInteger(value)
        ? 'integer'
        : typeof value;

/** What in a value breaks its schema, or is not in it at all, as paths. */
function breaches(value: unknown, schema: Schema, all: Record<string, Schema>): string[] {
  const { type, properties, ...one } = merged(schema, all);
  const found: string[] = [];
  const actual = typeOf(value);
  const allowed = [type].flat();
  if (!allowed.includes(actual) && !(actual === 'integer' && allowed.includes('number'))) {
    return [`is ${actual}, not ${allowed}`];
  }
  if (one.enum && !one.enum.includes(value)) found.push(`is none of its values: ${value}`);
  if (one.pattern && typeof value === 'string' && !new RegExp(one.pattern).test(value)) {
    found.push(`does not match ${one.pattern}: ${value}`);
  }
  if (one.format === 'uri' && !URL.canParse(String(value))) found.push(`is no address: ${value}`);
  if (one.format === 'date-time' && Number.isNaN(Date.parse(String(value)))) {
    found.push(`is no time: ${value}`);
  }
  if (Array.isArray(value)) {
    return value.flatMap((item) => breaches(item, one.items!, all).map((text) => `[] ${text}`));
  }
  if (actual === 'object') {
    const held = value as Record<string, unknown>;
    for (const name of one.required ?? []) if (!(name in held)) found.push(`.${name} is missing`);
    for (const [name, part] of Object.entries(held)) {
      if (!properties?.[name]) found.push(`.${name} is not described`);
      else found.push(...breaches(part, properties[name], all).map((text) => `.${name} ${text}`));
    }
  }
  return found;
}

/** A schema with what it refers to and consists of written into it. */
function merged(schema: Schema, all: Record<string, Schema>): Schema {
  if (schema.$ref) return merged(all[schema.$ref.split('/').at(-1)!]!, all);
  if (!schema.allOf) return schema;
  const parts = schema.allOf.map((part) => merged(part, all));
  return {
    type: 'object',
    required: parts.flatMap(({ required }) => required ?? []),
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
  };
}

describe.each(folders)('%s', (_, folder) => {
  describe.skipIf(!folder)('are described as they are', () => {
    let serving: Serving;
    let api: OpenApi;
    beforeAll(async () => {
      serving = await serve(folder!);
      api = await (await fetch(`${serving.origin}/api/v1/openapi.json`)).json();
    });
    afterAll(() => serving.stop());

    it.each(['/', ...endpoints.filter(({ media }) => !media).map(({ path }) => path)])(
      '%s',
      async (path) => {
        const { data: index } = await (await fetch(`${serving.origin}/api/v1`)).json();
        const listed = index.find((row: { path: string }) => row.path === `/api/v1${path}`);
        const address = listed?.example ?? '/api/v1';
        const answer = await (await fetch(serving.origin + address)).json();
        const content = api.paths[path]!.get.responses[200].content['application/json']!;
        const { schemas } = api.components;
        expect([...new Set(breaches(answer, content.schema, schemas))]).toEqual([]);
        expect(breaches(content.example, content.schema, schemas)).toEqual([]);
      },
    );
  });
});
