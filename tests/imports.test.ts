import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const files = ['data/definitions', 'server', 'web', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);
const imports = files.flatMap(importsOf);

function importsOf(from: string): Import[] {
  const source = readFileSync(join(root, from), 'utf8');
  const found = [
    ...source.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'"()]*?\sfrom\s+)?['"]([^'"]+)['"]/gm),
    ...source.matchAll(/()\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ];
  return found.map(([, type, target]) => ({
    from,
    typeOnly: Boolean(type),
    to: target!.startsWith('.') ? relative(root, join(root, dirname(from), target!)) : target!,
  }));
}

/** Imports of project files from one folder that are neither allowed nor of types alone. */
const breaches = (of: (file: string) => boolean, allowed: RegExp, { types = false } = {}) =>
  imports
    .filter(
      ({ from, to, typeOnly }) =>
        of(from) && isOurs(to) && !(types && typeOnly) && !allowed.test(to),
    )
    .map(({ from, to }) => `${from} -> ${to}`);

const isOurs = (to: string) => /^(data|server|web|scripts)\//.test(to);
const within =
  (...folders: string[]) =>
  (file: string) =>
    folders.some((folder) => file.startsWith(folder));

describe('who may import whom', () => {
  it('finds the imports', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it.each([
    ['definitions import definitions', within('data/definitions/'), /^data\/definitions\//],
    [
      'statistics, chart specs and words import definitions and their own',
      within('server/statistics/', 'server/words', 'server/headlines', 'web/charts/specs/'),
      /^(data\/definitions|server\/statistics|server\/(words|headlines)|web\/charts\/specs)/,
    ],
    [
      'queries import definitions, statistics and SQL',
      within('server/queries/'),
      /^(data\/definitions\/|server\/(statistics|queries)\/|server\/(sql|database|measureSql)\.ts)/,
    ],
    [
      'scripts import definitions and the doors to the database',
      (file: string) => within('scripts/ingest', 'scripts/illustrate')(file),
      /^(scripts\/|data\/definitions\/|server\/(statistics\/|(database|sql|measureSql|errors)\.ts))/,
    ],
  ] as const)('%s', (_, of, allowed) => {
    expect(breaches(of, allowed)).toEqual([]);
  });

  it('the web imports definitions, words and pure methods, and of the rest of the server only types', () => {
    expect(
      breaches(
        within('web/'),
        /^(web|data\/definitions)\/|^server\/(words|headlines|statistics\/)/,
        {
          types: true,
        },
      ),
    ).toEqual([]);
  });

  it('charts and controls know no page, route or API', () => {
    const reaching = imports.filter(
      ({ from, to, typeOnly }) =>
        within('web/charts/', 'web/controls/')(from) &&
        !typeOnly &&
        /^web\/(pages\/|api\.ts|route\.ts)/.test(to),
    );
    expect(reaching).toEqual([]);
  });

  it.each([
    // The benchmark's bare server is the peer that the product is measured against.
    ['express', /^(server\/(app|site)|scripts\/bench\/bareServer)\.ts$/],
    ['@duckdb/node-api', /^server\/database\.ts$/],
    ['papaparse', /^(scripts\/ingest\/|web\/controls\/)/],
    ['vega-embed', /^web\/charts\/uptake-chart\.ts$/],
  ])('%s comes in by one door', (library, door) => {
    const through = imports.filter(({ to, typeOnly }) => to === library && !typeOnly);
    expect(through.filter(({ from }) => !door.test(from))).toEqual([]);
    expect(through.length).toBeGreaterThan(0);
  });

  it('has no cycles', () => {
    expect(cycles()).toEqual([]);
  });
});

function cycles(): string[] {
  const edges = new Map(
    files.map((file) => [file, imports.filter((one) => one.from === file && !one.typeOnly)]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, path: string[]) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const { to } of edges.get(file) ?? []) if (edges.has(to)) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  return found;
}
