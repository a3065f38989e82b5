import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { Answers } from '../../../server/http/answer.ts';
import { door, passOn } from '../../../server/http/door.ts';
import { Keeping } from '../../../server/http/keeping.ts';
import { logged } from '../../../server/http/logging.ts';
import { Origins } from '../../../server/http/origins.ts';
import type { Previews } from '../../../server/http/previews.ts';
import { answerProblems } from '../../../server/http/problems.ts';

let server: Server;
afterEach(() => server.close());

/** Serves one kept answer behind a door, and counts what gets through to Express. */
async function serve(previews: Pick<Previews, 'answer'> | null = null) {
  const lines: { status?: number; err?: { message: string } }[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const origins = new Origins('http://localhost');
  const answers = new Answers(origins, new Keeping({ fresh: 60, next: null }));
  const state = { edition: 'first', through: 0 };
  const app = express().disable('etag').use(passOn);
  app.get('/figures', (request, response) => {
    state.through++;
    const { edition } = response.locals;
    return answers.whole({ edition, request, response }, async () => ({
      headers: { 'Content-Type': 'text/csv; charset=utf-8', ETag: `"${edition}"` },
      body: `of the ${edition} edition\n`.repeat(100),
    }));
  });
  app.use(answerProblems(log));
  const listener: RequestListener = door({
    previews: previews as Previews | null,
    begin: logged(log),
    ...{ origins, answers, app },
    edition: () => state.edition,
  });
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = async (headers: Record<string, string> = {}, path = '/figures', method = 'GET') => {
    const before = state.through;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'accept-encoding': 'identity', ...headers },
    });
    const body = await response.text();
    const coding = response.headers.get('content-encoding');
    return { status: response.status, body, coding, through: state.through - before };
  };
  return { state, lines, ask };
}

const first = 'of the first edition\n'.repeat(100);

describe('a request at the door', () => {
  it('is answered there if its answer is kept and as its reader wants it', async () => {
    const { ask } = await serve();
    expect(await ask()).toEqual({ status: 200, body: first, coding: null, through: 1 });
    expect(await ask()).toEqual({ status: 200, body: first, coding: null, through: 0 });
    expect(await ask({}, '/figures', 'HEAD')).toMatchObject({ status: 200, body: '', through: 0 });
    const held = { 'if-none-match': '"first"' };
    expect(await ask(held)).toEqual({ status: 304, body: '', coding: null, through: 0 });
    const packed = { status: 200, body: first, coding: 'gzip' };
    expect(await ask({ 'accept-encoding': 'gzip' })).toEqual({ ...packed, through: 1 });
    expect(await ask({ 'accept-encoding': 'gzip' })).toEqual({ ...packed, through: 0 });
  });

  it('goes on to Express if the answer is of another edition, another format or another method', async () => {
    const { ask, state } = await serve();
    await ask();
    expect(await ask({ accept: 'text/csv' })).toMatchObject({ status: 200, through: 1 });
    expect(await ask({}, '/figures', 'POST')).toMatchObject({ status: 404, through: 0 });
    expect(await ask({}, '/figures?page=2')).toMatchObject({ status: 200, through: 1 });
    state.edition = 'second';
    const second = first.replaceAll('first', 'second');
    expect(await ask()).toMatchObject({ body: second, through: 1 });
    expect(await ask()).toMatchObject({ body: second, through: 0 });
  });

  it('is logged once, and answered as a problem if it fails there', async () => {
    const { ask, lines } = await serve({
      answer() {
        throw new Error('no room for the files of a preview');
      },
    });
    const { status, body } = await ask();
    expect(status).toBe(500);
    expect(JSON.parse(body).detail).toMatch(/^request [\da-f-]{36} failed$/);
    await expect.poll(() => lines.filter((line) => line.status === 500)).toHaveLength(1);
    expect(lines.filter((line) => line.err)).toMatchObject([
      { err: { message: 'no room for the files of a preview' } },
    ]);
  });

  it('goes to a site of its own if that answers, and is not logged twice', async () => {
    const { ask, lines } = await serve({
      answer(_request, response) {
        response.end('a draft');
        return true;
      },
    });
    expect(await ask()).toMatchObject({ status: 200, body: 'a draft', through: 0 });
    expect(lines).toEqual([]);
  });
});
