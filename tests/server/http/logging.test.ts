import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { logged, requestIdHeader } from '../../../server/http/logging.ts';
import { answerProblems } from '../../../server/http/problems.ts';
import { type Serving, serve } from '../../support/serving.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const path = '/api/v1/measures';
let serving: Serving;

/** Sends a request; returns the id in the response and the line that was logged. */
async function ask(headers: Record<string, string> = {}) {
  const response = await fetch(serving.origin + path, { headers });
  await response.text();
  const id = response.headers.get(requestIdHeader)!;
  await expect.poll(() => serving.logged.at(-1)).toContain(id);
  return { id, line: JSON.parse(serving.logged.at(-1)!) };
}

const posing = {
  'X-Request-Id': 'of-another-0001',
  'X-Forwarded-For': '198.51.100.7, 203.0.113.9',
};

describe('a line of the log', () => {
  afterEach(() => serving.stop());

  it('has the same request id as its answer, and the client', async () => {
    serving = await serve(inject('illustrative'));
    const { id, line } = await ask();
    expect(id).toMatch(uuid);
    expect(line).toMatchObject({ id, client: '127.0.0.1', method: 'GET', url: path, status: 200 });
    // The cached response again, though this is another request.
    expect((await ask()).id).not.toBe(id);
  });

  it('has the id of a cached answer too, whether sent whole, in part, not at all or refused', async () => {
    serving = await serve(inject('illustrative'));
    const file = `${serving.origin}${path}?format=xlsx`;
    const first = await fetch(file);
    await first.text();
    const ids = new Set([first.headers.get(requestIdHeader)]);
    for (const [status, headers] of [
      [200, {}],
      [206, { Range: 'bytes=0-99' }],
      [304, { 'If-None-Match': first.headers.get('etag')! }],
      [416, { Range: 'bytes=99999999-' }],
    ] as const) {
      const response = await fetch(file, { headers });
      await response.text();
      expect(response.status).toBe(status);
      expect(response.headers.get(requestIdHeader)).toMatch(uuid);
      ids.add(response.headers.get(requestIdHeader));
    }
    expect(ids.size).toBe(5);
  });

  it('does not trust what clients say about themselves', async () => {
    serving = await serve(inject('illustrative'));
    const { id, line } = await ask(posing);
    expect(id).toMatch(uuid);
    expect(line.client).toBe('127.0.0.1');
  });

  it('trusts only trusted proxies', async () => {
    serving = await serve(inject('illustrative'), { proxies: 1 });
    const { id, line } = await ask(posing);
    expect(id).toBe('of-another-0001');
    expect(line).toMatchObject({ id, client: '203.0.113.9' });
    expect((await ask({ 'X-Request-Id': 'with blanks "and" more' })).id).toMatch(uuid);
    expect((await ask({ 'X-Request-Id': 'x'.repeat(65) })).id).toMatch(uuid);
  });
});

it('the log has the time that an answer took, in tenths of a millisecond', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const counted: number[] = [];
  const count = (_request: unknown, _response: unknown, ms: number) => void counted.push(ms);
  const app = express().use(logged(log, { count }));
  app.get('/', (_request, response) => void setTimeout(() => response.send('late'), 30));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).text();
  await expect.poll(() => lines).toHaveLength(1);
  expect(counted[0]).toBeGreaterThan(25);
  expect(JSON.parse(lines[0]!).ms).toBe(Math.round(counted[0]! * 10) / 10);
  server.closeAllConnections();
  server.close();
});

it('an answer that is no success is a warning, which a log of warnings has', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const app = express().use(logged(log));
  app.get('/:status', ({ params }, response) => void response.sendStatus(Number(params.status)));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  for (const status of [200, 304, 404, 503]) {
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${status}`);
  }
  await expect.poll(() => lines).toHaveLength(2);
  expect(lines.map((line) => JSON.parse(line).status)).toEqual([404, 503]);
  server.closeAllConnections();
  server.close();
});

describe('an internal error', () => {
  it('is answered with the request id under which it is logged', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const app = express().use(logged(log));
    app.get('/', () => {
      throw new Error('no such table');
    });
    const server = app.use(answerProblems(log)).listen(0, '127.0.0.1');
    await new Promise((ready) => server.once('listening', ready));
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const id = response.headers.get(requestIdHeader);
    expect(id).toMatch(uuid);
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      detail: `request ${id} failed`,
    });
    const failure = JSON.parse(lines[0]!);
    expect(failure).toMatchObject({ level: 50, id, client: '127.0.0.1', method: 'GET', url: '/' });
    expect(failure.err.message).toBe('no such table');
    server.closeAllConnections();
    server.close();
  });
});
