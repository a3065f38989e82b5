import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { lint, writeClient } from '../../../scripts/describe/redocly.ts';
import { type Serving, serve } from '../../support/serving.ts';

interface Operation {
  parameters: { name: string; example?: unknown }[];
  responses: Record<string, { content?: Record<string, { example?: unknown }> }>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
let serving: Serving;
// biome-ignore lint/suspicious/noExplicitAny: the linter and the compiler know what it is
let description: any;

beforeAll(async () => {
  serving = await serve(inject('illustrative'), { contact: 'Figures team, figures@example.org' });
  description = await (await fetch(`${serving.origin}/api/v1/openapi.json`)).json();
});
afterAll(() => serving.stop());

describe('the description of the API', () => {
  it('passes the strictest public rules without an error or a warning', () => {
    expect(lint(description)).toBe('');
  });

  it('does not pass with a fault in it', () => {
    const { '/figures': figures } = description.paths;
    const unnamed = { ...figures, get: { ...figures.get, operationId: undefined } };
    const broken = { ...description, paths: { ...description.paths, '/figures': unnamed } };
    expect(lint(broken)).toMatch(/operation-operationId/);
  });

  it('has examples of all parameters and all answers', () => {
    const operations: [string, { get: Operation }][] = Object.entries(description.paths);
    const without = operations.flatMap(([path, { get }]) => {
      const { parameters, responses } = get;
      const json = responses['200']!.content!['application/json'];
      return [
        ...parameters.filter(({ example }) => example === undefined).map(({ name }) => name),
        ...(json && json.example === undefined ? ['answer'] : []),
      ].map((name) => `${path} ${name}`);
    });
    expect(without).toEqual([]);
  });
});

describe('a client generated from the description', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-client-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('compiles, and asks with types', () => {
    mkdirSync(folder, { recursive: true });
    writeClient(description, folder);
    const use = `import { client } from './client.ts';
const { data } = await client.getFigures({ query: { measure: ['records_enabled'], level: ['region'] } });
export const values: (number | null)[] = data.map(({ value }) => value);
// @ts-expect-error a measure that does not exist
await client.getFigures({ query: { measure: ['records_enabeld'] } });
// @ts-expect-error a column that does not exist
export const colours = data.map(({ colour }) => colour);
`;
    writeFileSync(join(folder, 'use.ts'), use);
    const options = {
      strict: true,
      noEmit: true,
      target: 'ES2023',
      module: 'ESNext',
      moduleResolution: 'bundler',
      allowImportingTsExtensions: true,
      lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
      types: [],
    };
    const config = { compilerOptions: options, files: ['use.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = join(root, 'node_modules/.bin/tsc');
    const { stdout } = spawnSync(tsc, ['--project', folder], { encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it('gets the figures of the API', async () => {
    const { client } = await import(pathToFileURL(join(folder, 'client.ts')).href);
    client.configure({ serverUrl: `${serving.origin}/api/v1` });
    const asked = { query: { measure: ['records_enabled'], level: ['region'] } };
    const { data, meta } = await client.getFigures(asked);
    const expected = await (
      await fetch(`${serving.origin}/api/v1/figures?measure=records_enabled&level=region`)
    ).json();
    expect({ data, meta }).toEqual(expected);
    await expect(client.getFigures({ query: { measure: ['no_such'] } })).rejects.toThrow();
  });
});
