import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { published } from '../../support/published.ts';

const here = import.meta.dirname;
const root = join(here, '../../..');

/** The texts of the TypeScript files of a folder, by path from it. */
function sources(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

describe('every method of the statistics', () => {
  it('is used by the product, not only by tests', () => {
    const all = ['data', 'server'].flatMap((folder) => [...sources(join(root, folder))]);
    const used = (name: string) =>
      all.some(
        ([path, text]) => path !== `statistics/${name}` && new RegExp(`/${name}'`).test(text),
      );
    const methods = readdirSync(join(root, 'data/statistics'));
    expect(methods.length).toBeGreaterThan(10);
    expect(methods.filter((name) => !used(name))).toEqual([]);
  });
});

describe.skipIf(!published)('every oracle', () => {
  it('is read by a test of its method', () => {
    const folder = join(published!, 'oracles');
    const given = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(csv|json)$/.test(name),
    );
    const tests = [...sources(here)].filter(([name]) => name !== 'oracles.test.ts');
    expect(given.length).toBeGreaterThan(9);
    expect(given.filter((name) => !tests.some(([, text]) => text.includes(`'${name}'`)))).toEqual(
      [],
    );
  });
});
