import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as zlib from 'node:zlib';
import express from 'express';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { Answers } from '../../../server/http/answer.ts';
import { Keeping } from '../../../server/http/keeping.ts';
import { logged } from '../../../server/http/logging.ts';
import { Origins } from '../../../server/http/origins.ts';

const text = { 'Content-Type': 'text/csv; charset=utf-8' };
const packed = { 'Content-Type': 'application/vnd.apache.parquet' };

let stop = () => {};
afterEach(() => stop());

interface Served {
  pieces: () => AsyncIterable<string | Uint8Array>;
  headers?: Record<string, string>;
  flows?: boolean;
  /** The site's address, as in the settings. */
  origin?: string;
}

/** Serves one response and returns its address. */
async function serve({
  pieces,
  headers = text,
  flows = false,
  origin = 'http://localhost',
}: Served): Promise<string> {
  const answers = new Answers(new Origins(origin), new Keeping({ fresh: 60, next: null }));
  const app = express().use(logged(pino({ level: 'silent' })));
  app.get('/', (asked, response) =>
    flows
      ? answers.flow({ edition: 'key', request: asked, response }, headers, pieces())
      : answers.whole({ edition: 'key', request: asked, response }, async () => {
          const all: Buffer[] = [];
          for await (const piece of pieces()) all.push(Buffer.from(piece));
          return { headers, body: Buffer.concat(all) };
        }),
  );
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

interface Got {
  headers: Record<string, unknown>;
  body: Buffer;
}

const get = (address: string, headers: Record<string, string> = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    request(address, { headers }, async (response) => {
      const all: Buffer[] = [];
      for await (const piece of response) all.push(piece);
      resolve({ headers: response.headers, body: Buffer.concat(all) });
    })
      .on('error', reject)
      .end();
  });

async function* repeated(piece: string | Uint8Array, times: number) {
  for (let i = 0; i < times; i++) yield piece;
}

/** What Node has from version 22.15. */
const unpackZstd =
  'zstdDecompressSync' in zlib
    ? (zlib.zstdDecompressSync as (packed: Buffer) => Buffer)
    : undefined;

const gzip = { 'accept-encoding': 'gzip' };

describe.each([
  ['whole', false],
  ['as a stream', true],
])('an answer sent %s', (_, flows) => {
  it('is compressed if it is text', async () => {
    const address = await serve({ pieces: () => repeated('0123456789\r\n', 500), flows });
    const { headers, body } = await get(address, gzip);
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(zlib.gunzipSync(body).toString()).toBe('0123456789\r\n'.repeat(500));
  });

  it(`is compressed by zstd for those who accept it, if Node has it: ${Boolean(unpackZstd)}`, async () => {
    const address = await serve({ pieces: () => repeated('0123456789\r\n', 500), flows });
    const { headers, body } = await get(address, { 'accept-encoding': 'gzip, zstd' });
    expect(headers['content-encoding']).toBe(unpackZstd ? 'zstd' : 'gzip');
    const text = (unpackZstd ?? zlib.gunzipSync)(body).toString();
    expect(text).toBe('0123456789\r\n'.repeat(500));
  });

  it('is sent as it is if it is compressed already', async () => {
    const bytes = Uint8Array.from({ length: 3000 }, (_, i) => i % 251);
    const address = await serve({ pieces: () => repeated(bytes, 2), headers: packed, flows });
    const { headers, body } = await get(address, gzip);
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.equals(Buffer.concat([bytes, bytes]))).toBe(true);
  });
});

describe('an answer sent whole and again', () => {
  it('is compressed as well as its reader accepts, whoever asked before', async () => {
    const text = '0123456789\r\n'.repeat(500);
    const address = await serve({ pieces: () => repeated(text, 1) });
    const asked = async (coding: string) => {
      const { headers, body } = await get(address, { 'accept-encoding': coding });
      return { coding: headers['content-encoding'], body };
    };
    for (let i = 0; i < 2; i++) {
      const tight = await asked('gzip, deflate, br, zstd');
      expect(tight.coding).toBe('br');
      expect(zlib.brotliDecompressSync(tight.body).toString()).toBe(text);
      const other = await asked('br;q=0, gzip');
      expect(other.coding).toBe('gzip');
      expect(zlib.gunzipSync(other.body).toString()).toBe(text);
      const plain = await asked('identity');
      expect(plain.coding).toBeUndefined();
      expect(plain.body.toString()).toBe(text);
    }
  });
});

describe('an answer requested under several hosts', () => {
  const asked = async (origin: string) => {
    let made = 0;
    const pieces = () => repeated(`made ${++made}`, 1);
    const address = await serve({ pieces, origin });
    for (const host of ['a.example', 'b.example', 'c.example', 'b.example']) {
      await get(address, { host });
    }
    return made;
  };

  it('is kept once if the origin is set', async () => {
    expect(await asked('https://example.org')).toBe(1);
  });

  it('is not kept for unusual hosts', async () => {
    expect(await asked('')).toBe(4);
  });
});

describe('an answer that streams', () => {
  it('stops producing rows when the reader leaves', async () => {
    let ended: (how: string) => void = () => {};
    const end = new Promise<string>((resolve) => (ended = resolve));
    async function* endless() {
      try {
        for (;;) {
          yield 'x'.repeat(100_000);
          await new Promise((resolve) => setImmediate(resolve));
        }
      } finally {
        ended('let go of');
      }
    }
    const address = await serve({ pieces: endless, flows: true });
    const asking = request(address, (response) => response.once('data', () => asking.destroy()));
    asking.on('error', () => {});
    asking.end();
    expect(await end).toBe('let go of');
  });

  it('answers HEAD without its rows', async () => {
    let read = 0;
    async function* counted() {
      for (; read < 1000; read++) yield 'x'.repeat(1000);
    }
    const address = await serve({ pieces: counted, flows: true });
    await new Promise<void>((resolve) => {
      request(address, { method: 'HEAD' }, (response) => {
        response.resume().on('end', resolve);
      }).end();
    });
    expect(read).toBeLessThan(10);
  });
});
