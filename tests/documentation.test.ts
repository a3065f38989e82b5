import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gateChecks } from '../data/definitions/gate.ts';
import { measures } from '../data/definitions/measures.ts';
import { settings } from '../data/definitions/settings.ts';
import { withQuestions } from '../scripts/describe/questionsText.ts';
import { describeApi } from '../server/api/description/openapi.ts';
import { endpoints, topics } from '../server/api/endpoints.ts';
import { parameters } from '../server/api/parameters.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const text = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const readme = text('README.md');
const packages = JSON.parse(text('package.json'));

describe('the README', () => {
  it.each(settings.map(({ name }) => name))('describes the setting %s', (name) => {
    expect(readme).toContain(`| \`${name}\` |`);
  });

  it.each(Object.keys(packages.scripts))('describes the command %s', (name) => {
    const command = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;
    expect(readme).toContain(command);
  });

  it.each(
    Object.keys({ ...packages.dependencies, ...packages.devDependencies }).filter(
      (name) => !name.startsWith('@types/'),
    ),
  )('says why it depends on %s', (name) => {
    expect(readme).toContain(`\`${name}\``);
  });

  it.each(Object.values(gateChecks).map(({ title }) => title))('tells of the doubt %s', (title) => {
    expect(readme).toContain(`| ${title} |`);
  });

  it('names only settings that are read', () => {
    const named = new Set(readme.match(/\bUPTAKE_[A-Z_]+\b/g));
    const known: string[] = settings.map(({ name }) => name);
    expect([...named].filter((name) => !known.includes(name))).toEqual([]);
  });

  it('holds the questions as they are declared', () => {
    expect(withQuestions(readme)).toBe(readme);
  });

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path!);
    expect(links.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
  });
});

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

  it('holds every measure', () => {
    for (const { id } of measures) expect(api).toContain(`"${id}"`);
  });
});

describe('the top level', () => {
  it('holds what the README says and nothing else', () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter(
        (entry) => entry.isDirectory() && !/^(\.|node_modules$|dist$|coverage$)/.test(entry.name),
      )
      .map(({ name }) => name);
    expect(folders.sort()).toEqual(['data', 'deploy', 'docs', 'scripts', 'server', 'tests', 'web']);
  });
});
