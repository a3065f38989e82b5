import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gateChecks } from '../data/definitions/gate.ts';
import { measures } from '../data/definitions/measures.ts';
import { settings } from '../data/definitions/settings.ts';
import { writtenDocuments } from '../scripts/describe/documents.ts';
import { describeApi } from '../server/api/description/openapi.ts';
import { endpoints, topics } from '../server/api/endpoints.ts';
import { parameters } from '../server/api/parameters.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const text = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const packages = JSON.parse(text('package.json'));
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** The cells of a document's table rows, without header rows. */
const rowsOf = (path: string) =>
  text(path)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(/ ?\| ?/));

/** The texts in backticks. */
const codesIn = (line: string) => [...line.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

describe('the README', () => {
  const readme = text('README.md');

  it('is one screen', () => {
    expect(readme.split('\n').length).toBeLessThan(60);
  });

  it('begins with the two commands', () => {
    expect(readme).toMatch(/^npm start +# .+\nnpm test +# /m);
  });

  it.each(documents.filter((path) => path !== 'README.md'))('leads to %s', (path) => {
    expect(readme).toContain(`](${path})`);
  });
});

describe('the documents', () => {
  it.each(documents)('%s links to files that exist', (path) => {
    const outsideCode = text(path).replaceAll(/`[^`\n]+`/g, '');
    const links = [...outsideCode.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to]) => to!);
    expect(links.filter((to) => !existsSync(join(root, dirname(path), to)))).toEqual([]);
  });

  it.each(documents)('%s names only settings that are read', (path) => {
    const known: string[] = settings.map(({ name }) => name);
    const named = new Set(text(path).match(/\bUPTAKE_[A-Z_]+[A-Z]\b(?!_)/g));
    expect([...named].filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(documents)('%s names only existing paths of the project', (path) => {
    const folders = 'clients|data|deploy|docs|scripts|server|tests|web';
    const named =
      text(path).match(new RegExp(`(?<![\\w./-])(${folders})/[\\w./-]*[\\w-]`, 'g')) ?? [];
    const made = /^data\/(releases|illustrative)\b/;
    const there = (to: string) => made.test(to) || existsSync(root + to);
    expect(named.filter((to) => !there(to))).toEqual([]);
  });

  it.each(documents)('%s names only existing commands', (path) => {
    const named = [...text(path).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !Object.hasOwn(packages.scripts, name))).toEqual([]);
  });

  it.each(Object.keys(writtenDocuments))('%s is as npm run describe writes it', (path) => {
    expect(writtenDocuments[path]!(text(path))).toBe(text(path));
  });

  it.each(settings.map(({ name }) => name))('describe the setting %s', (name) => {
    const described = settings.find((one) => one.name === name)!;
    expect(rowsOf('docs/settings.md')).toContainEqual([
      `\`${name}\``,
      described.default && `\`${described.default}\``,
      expect.stringMatching(/^[A-Z`].+\.$/),
    ]);
  });

  it.each(Object.keys(packages.scripts))('describe the command %s', (name) => {
    const command = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
    const row = rowsOf('docs/settings.md').find(([cell]) =>
      codesIn(cell!).some((code) => code === command || code.startsWith(`${command} `)),
    );
    expect(row?.[1]).toMatch(/\w+ \w+/);
  });

  it.each(ingestOptions())('describe the option %s of ingest', (option) => {
    const row = rowsOf('docs/ingesting.md').find(([cell]) => cell!.startsWith(`\`${option}`));
    expect(row?.[1]).toMatch(/\w+ \w+/);
  });

  it.each(Object.values(gateChecks).map(({ title }) => title))('describe the doubt %s', (title) => {
    const row = rowsOf('docs/ingesting.md').find(([cell]) => cell === title);
    expect(row?.[1]).toMatch(/\w+ \w+/);
  });

  it('give a reason for every dependency, and for nothing else', () => {
    const rows = rowsOf('docs/dependencies.md').filter(([cell]) => cell!.startsWith('`'));
    for (const [, reason] of rows) expect(reason).toMatch(/\w+ \w+/);
    const wanted = Object.keys({ ...packages.dependencies, ...packages.devDependencies });
    expect(rows.flatMap(([cell]) => codesIn(cell!)).sort()).toEqual(
      wanted.filter((name) => !name.startsWith('@types/')).sort(),
    );
  });
});

describe('the changes', () => {
  const versions = [...text('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, title]) => title!);

  it('are by version, newest first, each with its date', () => {
    expect(versions.length).toBeGreaterThan(1);
    const numbers = versions.map((title) => {
      const [, number] = /^(\d+\.\d+\.\d+) \(\d{1,2} [A-Z][a-z]+ 20\d\d\)$/.exec(title) ?? [];
      return number;
    });
    const newestFirst = [...numbers].sort((a, b) => b!.localeCompare(a!, 'en', { numeric: true }));
    expect(numbers).toEqual(newestFirst);
  });

  it('are under their topic, without dates of their own', () => {
    expect(text('CHANGELOG.md').match(/^- 20\d\d-.*/gm) ?? []).toEqual([]);
  });

  it('begin with the version in package.json and the citation', () => {
    const [latest] = versions[0]!.split(' ');
    expect(packages.version).toBe(latest);
    expect(JSON.parse(text('package-lock.json')).version).toBe(latest);
    expect(text('CITATION.cff')).toMatch(new RegExp(`^version: ${latest}$`, 'm'));
  });
});

describe('the checks', () => {
  const checks = text('.github/workflows/checks.yml');
  const whole = text('.github/workflows/whole.yml');

  it('run as separate jobs: types and lint, tests, browser', () => {
    const runs = [...checks.matchAll(/^ +- run: (npm .*)$/gm)].map(([, command]) => command);
    expect(runs).toEqual([
      'npm run check',
      "npm test -- --exclude 'tests/browser/**'",
      'npm test -- tests/browser',
    ]);
  });

  it('run in full every week', () => {
    expect(whole).toMatch(/^ {2}schedule:\n {4}- cron: '\d+ \d+ \* \* \d'$/m);
    expect(whole).toContain("UPTAKE_TEST_WHOLE: '1'\n");
    expect(whole).toMatch(/^ +- run: npm test$/m);
  });

  it('use actions pinned to a commit, with their version beside it', () => {
    const used = [...(checks + whole).matchAll(/uses: (.*)$/gm)].map(([, action]) => action!);
    expect(used.length).toBeGreaterThan(5);
    const pinned = /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(used.filter((action) => !pinned.test(action))).toEqual([]);
  });

  it('run on the oldest Node that is supported', () => {
    expect(`>=${text('.nvmrc').trim()}`).toBe(`${packages.engines.node}.0`);
    expect(text('README.md')).toContain(`Node ${packages.engines.node.slice(2)} or newer`);
  });
});

/** The options that the command's usage lists. */
function ingestOptions(): string[] {
  return [...text('scripts/ingest/command.ts').matchAll(/^ {2}(--[a-z]+) /gm)].map(
    ([, option]) => option!,
  );
}

describe('the description of the API', () => {
  const api = JSON.stringify(describeApi(topics, { prefix: '', contact: '' }, null));

  it.each(endpoints.map(({ path }) => path))('holds %s with a summary and an example', (path) => {
    expect(api).toContain(JSON.stringify(path));
    const endpoint = endpoints.find((one) => one.path === path)!;
    expect(endpoint.summary).toMatch(/\w{4}/);
    expect(endpoint.description).toMatch(/\.$/);
  });

  it.each(Object.values(parameters).map(({ name }) => name))('is used for parameter %s', (name) => {
    expect(api).toContain(`"name":"${name}"`);
  });

  it('has every measure', () => {
    for (const { id } of measures) expect(api).toContain(`"${id}"`);
  });
});

describe('the tables of an ingest', () => {
  const code = readdirSync(join(root, 'scripts/ingest'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, 'scripts/ingest', name), 'utf8'))
    .join('\n');

  it('are all in docs/architecture.md, and no others', () => {
    const created = code.matchAll(/create (?:or replace )?(?:table|view) ([a-z_]+)\b(?![.])/g);
    const architecture = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const [, section] = architecture.split('## The tables of an ingest');
    const listed = section!.split('\n## ')[0]!.matchAll(/^\| `([a-z_]+)` \|/gm);
    const names = (found: Iterable<RegExpMatchArray>) =>
      [...new Set([...found].map(([, name]) => name))].sort();
    expect(names(listed)).toEqual(names(created));
  });

  it('are never temporary: only one connection would see them, and queries take any', () => {
    expect(code).not.toMatch(/create (or replace )?temp/);
  });
});

describe('the top level', () => {
  it('has exactly these folders', () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter(
        (entry) => entry.isDirectory() && !/^(\.|node_modules$|dist$|coverage$)/.test(entry.name),
      )
      .map(({ name }) => name);
    expect(folders.sort()).toEqual([
      'clients',
      'data',
      'deploy',
      'docs',
      'scripts',
      'server',
      'tests',
      'web',
    ]);
  });
});
