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

const files = ['data', 'server', 'web', 'scripts'].flatMap((folder) =>
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

/** A folder, and the folders or files of the project that its files may import besides each other. */
interface Wing {
  folder: string;
  may: string[];
  /** What they may import only types from. */
  types?: string[];
}

const wings: Wing[] = [
  { folder: 'data/definitions/', may: [] },
  { folder: 'data/', may: [] },
  {
    folder: 'server/store/',
    may: ['data/', 'server/errors.ts', 'server/pace.ts', 'server/root.ts'],
  },
  {
    folder: 'server/figures/',
    may: ['data/', 'server/store/', 'server/errors.ts', 'server/pace.ts'],
  },
  {
    folder: 'server/formats/',
    may: ['data/', 'server/table.ts', 'server/pace.ts', 'server/errors.ts'],
    types: ['server/store/meta.ts'],
  },
  {
    folder: 'server/api/',
    may: [
      'data/',
      'server/store/',
      'server/figures/',
      'server/formats/',
      'server/table.ts',
      'server/pace.ts',
      'server/errors.ts',
    ],
    types: ['server/config.ts'],
  },
  {
    folder: 'server/pages/',
    may: [
      'data/',
      'server/store/',
      'server/figures/',
      'server/api/',
      'server/errors.ts',
      'server/pace.ts',
      'web/',
    ],
    types: ['server/config.ts'],
  },
  {
    folder: 'server/images/',
    may: [
      'data/',
      'server/store/',
      'server/figures/',
      'server/api/',
      'server/formats/',
      'server/table.ts',
      'server/errors.ts',
      'server/pages/discovery.ts',
      'server/pages/htmlOf.ts',
      'server/pages/shell.ts',
      'web/',
    ],
  },
  { folder: 'server/webhooks/', may: ['data/', 'server/store/', 'server/api/'] },
  { folder: 'server/assistants/', may: ['data/', 'server/api/', 'server/errors.ts', 'web/'] },
  { folder: 'server/', may: ['data/', 'web/'] },
  { folder: 'scripts/ingest/', may: ['data/', 'server/store/', 'server/errors.ts'] },
  { folder: 'scripts/illustrate/', may: ['data/', 'scripts/ingest/'] },
  { folder: 'web/charts/', may: ['data/', 'web/'], types: ['server/'] },
  { folder: 'web/', may: ['data/'], types: ['server/'] },
];

/** The imports of a wing's files that are not allowed. */
const breaches = ({ folder, may, types = [] }: Wing) =>
  imports
    .filter(({ from, to, typeOnly }) => {
      const allowed = [folder, ...may, ...(typeOnly ? types : [])];
      return from.startsWith(folder) && isOurs(to) && !allowed.some((one) => to.startsWith(one));
    })
    .map(({ from, to }) => `${from} -> ${to}`);

const isOurs = (to: string) => /^(data|server|web|scripts)\//.test(to);

describe('who may import whom', () => {
  it('finds the imports', () => {
    expect(imports.length).toBeGreaterThan(1000);
  });

  it.each(wings.map((wing) => [wing.folder, wing] as const))('%s keeps to its own', (_, wing) => {
    expect(files.some((file) => file.startsWith(wing.folder))).toBe(true);
    expect(breaches(wing)).toEqual([]);
  });

  it('charts and controls know no page, route or API', () => {
    const reaching = imports.filter(
      ({ from, to, typeOnly }) =>
        /^web\/(charts|controls)\//.test(from) &&
        !typeOnly &&
        /^web\/(pages\/|api\.ts|route\.ts)/.test(to),
    );
    expect(reaching).toEqual([]);
  });

  it.each([
    // The benchmark's bare server is what the product is measured against; the operator's page is a separate server.
    [
      'express',
      [
        'server/http/',
        'scripts/operate/',
        'scripts/bench/bareServer.ts',
        'scripts/bench/diskServer.ts',
      ],
    ],
    ['@duckdb/node-api', ['server/store/']],
    ['pg', ['server/store/postgres/']],
    ['papaparse', ['scripts/ingest/', 'web/controls/']],
    ['@modelcontextprotocol/sdk/types.js', ['server/assistants/']],
    ['vega-embed', ['web/charts/uptake-chart.ts']],
  ])('%s is imported in one place', (library, doors) => {
    const through = imports.filter(({ to, typeOnly }) => to === library && !typeOnly);
    expect(through.filter(({ from }) => !doors.some((door) => from.startsWith(door)))).toEqual([]);
    expect(through.length).toBeGreaterThan(0);
  });

  it('the foundation imports nothing from outside', () => {
    const outside = imports.filter(
      ({ from, to }) => from.startsWith('data/') && !to.startsWith('data/'),
    );
    expect(outside).toEqual([]);
  });

  it('has no cycles, of types either', () => {
    expect(cycles()).toEqual([]);
  });
});

function cycles(): string[] {
  const edges = new Map(files.map((file) => [file, imports.filter((one) => one.from === file)]));
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
