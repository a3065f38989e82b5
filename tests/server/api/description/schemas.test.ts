import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../../../server/api/endpoints.ts';
import { folders } from '../../../support/folders.ts';
import type { OpenApi } from '../../../support/requests/description.ts';
import { Schemas } from '../../../support/requests/schemas.ts';
import { type Serving, serve } from '../../../support/serving.ts';

const jsonTypes = ['application/json', 'application/geo+json'];

describe.each(folders)('%s', (_, folder) => {
  describe.skipIf(!folder)('match their description', () => {
    let serving: Serving;
    let api: OpenApi;
    let schemas: Schemas;
    let examples: Map<string, string>;
    const get = async (path: string) => (await fetch(serving.origin + path)).json();
    beforeAll(async () => {
      serving = await serve(folder!);
      api = await get('/api/v1/openapi.json');
      schemas = Schemas.of(api);
      const { data } = await get('/api/v1');
      examples = new Map(
        data.map((row: { path: string; example: string }) => [row.path, row.example]),
      );
    });
    afterAll(() => serving.stop());

    it.each([
      '/',
      '/openapi.json',
      ...endpoints
        .filter(({ media }) => !media || media.name === 'geojson')
        .map(({ path }) => path),
    ])('%s', async (path) => {
      const answer = await get(examples.get(`/api/v1${path}`) ?? '/api/v1');
      const { content } = api.paths[path]!.get.responses['200'];
      const { schema, example } = jsonTypes.map((type) => content[type]).find(Boolean)!;
      expect(schemas.breaches(schema, answer)).toEqual([]);
      if (example !== undefined) expect(schemas.breaches(schema, example)).toEqual([]);
    });
  });
});

describe('a value is checked against its schema', () => {
  const schemas = new Schemas({
    components: {
      schemas: {
        Base: { type: 'object', properties: { a: { type: 'string' } } },
        Row: {
          allOf: [
            { $ref: '#/components/schemas/Base' },
            {
              type: 'object',
              properties: { b: { type: ['integer', 'null'] }, c: { type: 'boolean' } },
            },
          ],
        },
      },
    },
  });
  const breaches = (value: unknown) =>
    schemas.breaches({ $ref: '#/components/schemas/Row' }, value);

  it.each([
    [{ a: 'x', b: 1, c: true }, null],
    [{ b: null }, null],
    [{ a: 1 }, 'must be string'],
    [{ b: 1.5 }, 'must be integer,null'],
    [{ a: 'x', d: 1 }, 'must NOT have unevaluated properties'],
    [{ c: true, b: 1 }, 'must pass "inOrder" keyword validation'],
  ])('%o: %s', (value, breach) => {
    if (breach) expect(breaches(value).join()).toContain(breach);
    else expect(breaches(value)).toEqual([]);
  });
});
