import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type Serving, serve } from '../support/serving.ts';

const setup = fileURLToPath(new URL('../../scripts/setup.js', import.meta.url));
const web = fileURLToPath(new URL('../fixtures/charts/shell', import.meta.url));

let child: ReturnType<typeof spawn>;
let dev: string;
let real: Serving;
let complaints = '';

beforeAll(async () => {
  const data = inject('illustrative');
  real = await serve(data, { web });
  child = spawn(process.execPath, [setup, 'dev'], {
    env: { ...process.env, NODE_ENV: '', VITEST: '', PORT: '0', UPTAKE_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  dev = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const found = /live reload at (http:\S+)\/$/.exec(line);
      if (found) resolve(found[1]!);
    });
  });
  const ready = async () => expect((await fetch(`${dev}/health/ready`)).status).toBe(200);
  await vi.waitFor(ready, { timeout: 60_000, interval: 200 });
});
afterAll(async () => {
  child.kill('SIGTERM');
  await once(child, 'exit');
  await real.stop();
});

describe('npm run dev', () => {
  it.each([
    '/',
    '/explore?chart=funnel',
    '/practices/NOBODY',
    '/nowhere',
    '/api/v1/measures',
    '/charts/funnel.svg?level=ccg',
    '/charts/places.png?width=400',
    '/charts/nothing.svg',
    '/charts/funnel.svg?level=bananas',
    '/embed/months',
    '/embed/months?colour=blue',
    '/sitemap.xml',
    '/robots.txt',
    '/data.json',
    '/opensearch.xml',
    '/llms.txt',
  ])('answers %s like the real server', async (path) => {
    const [here, there] = await Promise.all([fetch(dev + path), fetch(real.origin + path)]);
    const kind = (response: Response) => [
      response.status,
      response.headers.get('content-type')?.split(';')[0],
    ];
    expect(kind(here)).toEqual(kind(there));
    if (/^\/(charts|sitemap|robots|data\.json|opensearch|llms)/.test(path) && here.ok) {
      const text = async (response: Response, origin: string) =>
        Buffer.from(await response.arrayBuffer())
          .toString('latin1')
          .replaceAll(origin, '');
      expect(await text(here, dev)).toBe(await text(there, real.origin));
    }
  });

  it('sends the current scripts and styles', async () => {
    const html = await (await fetch(`${dev}/`)).text();
    const [, script] = /<script type="module" src="([^"]*main\.ts)"/.exec(html)!;
    const answer = await fetch(new URL(script!, `${dev}/`));
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect(await answer.text()).toContain('hydrate');
  });

  it('finds every file that its pages name', async () => {
    for (const path of ['/practices/NOBODY', '/embed/months']) {
      const html = await (await fetch(dev + path)).text();
      const named = [...html.matchAll(/(?:src|href)="(\/[^"]*\.(?:ts|scss|svg))"/g)];
      expect(named.length).toBeGreaterThan(1);
      for (const [, file] of named) expect((await fetch(dev + file)).status).toBe(200);
    }
    expect(complaints).not.toMatch(/error/i);
  });
});
