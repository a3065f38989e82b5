import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { settings } from '../../data/definitions/settings.ts';
import { freePort } from '../../scripts/bench/nginx.ts';
import { ownFolder, root, started } from './servers.ts';

const folder = ownFolder();
/** The parts of the project that an image contains. */
const copied = [
  ...readFileSync(join(root, 'deploy/Containerfile'), 'utf8').matchAll(
    /^COPY --from=build ((?:\/uptake\/\S+ )+)/gm,
  ),
].flatMap(([, paths]) =>
  paths!
    .trim()
    .split(' ')
    .map((path) => path.replace('/uptake/', '')),
);

interface Locked {
  packages: Record<string, { dev?: boolean; optional?: boolean }>;
}

/** A folder with the build and only production packages, as in an image: nothing that building needs. */
const app = join(folder, 'app');
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Runs what was built, by nobody, who can write nowhere in it. Links are taken as places, so that only its own packages are found. */
const run = (args: string[], environment: Record<string, string>): ChildProcess =>
  started(process.execPath, ['--preserve-symlinks', '--preserve-symlinks-main', ...args], {
    cwd: app,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...nobody,
  });

async function said(child: ChildProcess): Promise<{ status: number; out: string; errors: string }> {
  let [out, errors] = ['', ''];
  child.stdout!.on('data', (piece) => (out += piece));
  child.stderr!.on('data', (piece) => (errors += piece));
  const [status] = await once(child, 'close');
  return { status, out, errors };
}

const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' });

/** Releases that everybody can read and nobody can write to. */
const data = join(folder, 'releases');

beforeAll(() => {
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: '', VITEST: '' },
  });
  expect([status, stderr]).toEqual([0, expect.stringContaining('Built: node dist/server.js')]);
  chmodSync(folder, 0o755);
  cpSync(inject('illustrative'), data, { recursive: true });
  chmodSync(data, 0o555);
  mkdirSync(app);
  const parts = copied.filter((part) => part !== 'node_modules');
  for (const part of parts) cpSync(join(root, part), join(app, part), { recursive: true });
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Locked;
  for (const [path, { dev }] of Object.entries(packages)) {
    // One within another comes with it.
    if (dev || path.lastIndexOf('node_modules/') !== 0 || !existsSync(join(root, path))) continue;
    mkdirSync(join(app, dirname(path)), { recursive: true });
    symlinkSync(join(root, path), join(app, path));
  }
});

describe('what npm run build makes', () => {
  it('contains no TypeScript, and needs no package for building', () => {
    expect(filesIn(join(app, 'dist')).filter((name) => /\.tsx?$/.test(name))).toEqual([]);
    const packages = readdirSync(join(app, 'node_modules'));
    expect(packages).toContain('express');
    for (const name of ['vite', 'sass', 'tsx', 'typescript', 'vitest', 'esbuild']) {
      expect(packages).not.toContain(name);
    }
  });

  it('serves everything, as a user without rights, from files and releases that cannot be written', async () => {
    const port = await freePort();
    const child = run(['dist/server.js'], {
      PORT: String(port),
      UPTAKE_DATA: data,
      UPTAKE_NOTICE: '0',
    });
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout! })) {
      lines.push(line);
      if (line.includes('is ready at')) break;
    }
    expect(lines.at(-1)).toContain('is ready at');
    child.stdout!.resume();
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    const kinds = [
      ['/', 'text/html'],
      ['/methods', 'text/html'],
      ['/api/v1/figures?level=region', 'application/json'],
      ['/api/v1/figures.csv', 'text/csv'],
      ['/api/v1/figures.parquet', 'parquet'],
      ['/api/v1/figures.xlsx', 'spreadsheet'],
      ['/api/v1/bundle.zip', 'application/zip'],
      ['/api/v1/search?q=surgery', 'application/json'],
      ['/charts/places.svg?measure=records_enabled&level=region', 'image/svg'],
      ['/charts/places.png?measure=records_enabled&level=region', 'image/png'],
      ['/embed/places?measure=records_enabled&level=region', 'text/html'],
      ['/news', 'text/html'],
      ['/feed.atom', 'application/atom+xml'],
      ['/changes-log', 'text/html'],
      ['/cookbook.md', 'text/plain'],
      ['/clients/gp_online.py', 'text/plain'],
      ['/api/v1/openapi.json', 'application/json'],
      ['/health/ready', 'application/json'],
      ['/metrics', 'text/plain'],
    ] as const;
    for (const [path, type] of kinds) {
      const response = await ask(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-type')).toContain(type);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
    }
    expect(await (await ask('/metrics')).text()).toMatch(/^process_resident_memory_bytes \d+/m);
    const page = await (await ask('/')).text();
    const assets = [...page.matchAll(/(?:src|href)="(\.?\/assets\/[^"]+)"/g)].map(
      ([, path]) => path!,
    );
    expect(assets.length).toBeGreaterThan(2);
    for (const path of assets) expect((await ask(path.replace(/^\./, ''))).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('lists and makes releases', async () => {
    const own = mkdtempSync(join(folder, 'own-'));
    chmodSync(own, 0o777);
    const listed = await said(run(['dist/releases.js'], { UPTAKE_DATA: data }));
    expect(listed).toMatchObject({ status: 0, out: expect.stringContaining('2015-03.1') });
    const extract = join(root, 'tests/fixtures/ingest/long-2018/input.csv');
    const made = await said(run(['dist/ingest.js', extract], { UPTAKE_DATA: own }));
    expect(made).toMatchObject({ status: 0, out: expect.stringContaining('is made and current') });
    expect(readdirSync(own)).toContain('current');
    const nowhere = join(extract, 'releases');
    const refused = await said(run(['dist/ingest.js', extract], { UPTAKE_DATA: nowhere }));
    expect(refused).toMatchObject({ status: 1, errors: expect.stringContaining(nowhere) });
  });

  it('names an unusable setting in one line', async () => {
    const { status, errors } = await said(run(['dist/server.js'], { PORT: '80a' }));
    expect([status, errors]).toEqual([1, 'PORT is not a port number (0 to 65535): 80a\n']);
  });
});

describe('the files of deploy', () => {
  const files = readdirSync(join(root, 'deploy'));
  const text = (name: string) => readFileSync(join(root, 'deploy', name), 'utf8');

  it.each(files)('%s uses existing settings, and what is built', (name) => {
    const named = text(name).match(/\bUPTAKE_[A-Z_]+/g) ?? [];
    const known = settings.map((setting) => setting.name as string);
    expect(named.filter((one) => !known.includes(one))).toEqual([]);
    for (const [, script] of text(name).matchAll(
      /\bnode", "(dist\/\w+\.js)"|node (dist\/\w+\.js)/g,
    )) {
      if (script) expect(existsSync(join(root, script))).toBe(true);
    }
    expect(text(name)).toMatch(/PORT|port|8081/);
  });

  it('copies existing files into an image', () => {
    expect(copied).toEqual(expect.arrayContaining(['dist', 'node_modules', 'package.json']));
    for (const path of copied) expect(existsSync(join(root, path))).toBe(true);
  });
});
