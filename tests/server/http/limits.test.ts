import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { clientOf, rateOf } from '../../../server/http/limits.ts';
import { logged } from '../../../server/http/logging.ts';
import { answerProblems } from '../../../server/http/problems.ts';

let stop = () => {};
afterEach(() => stop());

/** Serves the client's address, with a limit of requests a minute, and a setting of trusted proxies. */
async function serve(rate: number, proxies = ''): Promise<string> {
  const count = rateOf(rate);
  const app = express().set('trust proxy', readConfig({ UPTAKE_PROXIES: proxies }).proxies);
  const log = pino({ level: 'silent' });
  app.use(logged(log)).get('/', async (request, response) => {
    await count(request, response);
    response.send(clientOf(request));
  });
  app.use(answerProblems(log));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  stop = () => void server.close();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const asked = (address: string, from: string) =>
  fetch(address, { headers: { 'X-Forwarded-For': from } });
const statusOf = async (address: string, from: string) => (await asked(address, from)).status;
const clientSeen = async (address: string, from: string) => (await asked(address, from)).text();

describe('the rate of a client', () => {
  it('is limited, with a reason and the seconds to wait', async () => {
    const address = await serve(2);
    expect(await statusOf(address, '')).toBe(200);
    expect(await statusOf(address, '')).toBe(200);
    const refused = await asked(address, '');
    const wait = Number(refused.headers.get('retry-after'));
    // The minute began with the first.
    expect(wait).toBeGreaterThan(20);
    expect(wait).toBeLessThanOrEqual(60);
    expect(refused.headers.get('content-type')).toMatch('application/problem+json');
    expect(await refused.json()).toEqual({
      type: 'about:blank',
      title: 'Too many requests',
      status: 429,
      detail: `more than 2 answers in a minute for one reader: ask again in ${wait} seconds`,
    });
  });

  it('is counted per client if proxies are trusted, and for all together if not', async () => {
    const behind = await serve(1, '1');
    expect(await statusOf(behind, '192.0.2.1')).toBe(200);
    expect(await statusOf(behind, '192.0.2.2')).toBe(200);
    expect(await statusOf(behind, '192.0.2.1')).toBe(429);
    stop();
    const open = await serve(1);
    expect(await statusOf(open, '192.0.2.1')).toBe(200);
    expect(await statusOf(open, '192.0.2.2')).toBe(429);
  });

  it('is unlimited if it is 0', async () => {
    const address = await serve(0);
    for (let i = 0; i < 5; i++) expect(await statusOf(address, '')).toBe(200);
  });
});

describe('a client', () => {
  it('is the address reported by the last trusted proxy', async () => {
    expect(await clientSeen(await serve(0), '192.0.2.1')).toBe('127.0.0.1');
    stop();
    expect(await clientSeen(await serve(0, '1'), '192.0.2.9, 192.0.2.1')).toBe('192.0.2.1');
    stop();
    const named = await serve(0, 'loopback, 192.0.2.0/24');
    expect(await clientSeen(named, '198.51.100.7, 192.0.2.1')).toBe('198.51.100.7');
  });

  it('is for IPv6 the network that one customer gets', async () => {
    const address = await serve(0, '1');
    const one = await clientSeen(address, '2001:db8:1:200::1');
    expect(await clientSeen(address, '2001:db8:1:2ff:ffff::9')).toBe(one);
    expect(await clientSeen(address, '2001:db8:1:300::1')).not.toBe(one);
  });
});
