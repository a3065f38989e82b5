import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import pino from 'pino';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { logged } from '../../../server/http/logging.ts';
import { answerProblems } from '../../../server/http/problems.ts';
import { serve } from '../../support/serving.ts';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';
const folder = mkdtempSync(join(tmpdir(), 'uptake-problems-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(
  join(folder, 'index.html'),
  '<html><head><!--head--></head><body><!--page--><!--data--></body></html>',
);

/** A reader's response: the status, type, seconds to wait, and text without HTML tags. */
async function answered(address: string, accept: string) {
  const response = await fetch(address, { headers: { Accept: accept } });
  const { status, headers } = response;
  const text = (await response.text()).replace(/<script.*?<\/script>|<[^>]+>|\s+/gs, ' ');
  return {
    status,
    text: text.replace(/ +/g, ' '),
    type: headers.get('content-type')!.split(';')[0]!,
    retryAfter: headers.get('retry-after'),
    vary: headers.get('vary'),
  };
}

describe('too much asked for by one client', () => {
  it('is a page for people, and a problem for programs and of the API', async () => {
    const serving = await serve(inject('illustrative'), { web: folder, rate: 1, prefix: '/up' });
    const page = `${serving.origin}/up/methods`;
    expect((await answered(`${page}?period=2015-01`, browser)).status).toBe(200);
    const forPeople = await answered(page, browser);
    expect(forPeople).toMatchObject({ status: 429, type: 'text/html' });
    expect(Number(forPeople.retryAfter)).toBeGreaterThan(0);
    expect(forPeople.vary).toContain('Accept');
    expect(forPeople.text).toContain(
      `The site cannot answer just now More than 1 answers in a minute for one reader: ask again in ${forPeople.retryAfter} seconds.`,
    );
    for (const [address, accept] of [
      [page, '*/*'],
      [page, 'application/json'],
      [page, 'application/json, text/html;q=0.5'],
      [`${serving.origin}/up/api/v1/measures`, browser],
    ]) {
      const forProgram = await answered(address!, accept!);
      expect([accept, forProgram.type]).toEqual([accept, 'application/problem+json']);
      expect(forProgram).toMatchObject({ status: 429 });
      expect(Number(forProgram.retryAfter)).toBeGreaterThan(0);
    }
    await serving.stop();
  });
});

describe('a site without a release', () => {
  it('says so on a page, and to health checks', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'uptake-empty-'));
    const serving = await serve(empty, { web: folder });
    const page = await answered(`${serving.origin}/quality`, browser);
    expect(page).toMatchObject({ status: 503, type: 'text/html' });
    expect(page.text).toContain(
      'The site cannot answer just now No release has been made yet. The figures are safe. Trying this page again in a moment may help.',
    );
    const check = await answered(`${serving.origin}/health/ready`, browser);
    expect(check).toMatchObject({ status: 503, type: 'application/problem+json' });
    await serving.stop();
    rmSync(empty, { recursive: true });
  });
});

describe('an internal error', () => {
  it('gives people no details, and is logged once', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
    const app = express().use(logged(log));
    app.get('/', () => {
      throw new Error('disk is gone');
    });
    app.use(answerProblems(log, async ({ status, detail }) => `<p>${status} ${detail}</p>`));
    const server = app.listen(0, '127.0.0.1');
    await new Promise((ready) => server.once('listening', ready));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const page = await answered(`${origin}/`, browser);
    expect(page).toMatchObject({ status: 500, type: 'text/html' });
    expect(page.text).toMatch(/^ 500 request [\w-]{36} failed $/);
    expect(lines.map((line) => JSON.parse(line).err.message)).toEqual(['disk is gone']);
    server.closeAllConnections();
    server.close();
  });
});
