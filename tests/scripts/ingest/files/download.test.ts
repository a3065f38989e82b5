import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { download, ledTo } from '../../../../scripts/ingest/files/download.ts';
import { type IngestOptions, ingest } from '../../../../scripts/ingest/ingest.ts';
import { readLimits } from '../../../../scripts/ingest/limits.ts';
import { allFields, longExtract } from '../extracts.ts';
import { asked, contents, scratchFolder } from '../scratch.ts';

const scratch = scratchFolder();
const extract = longExtract([{ fields: allFields(1000, 100) }]);
let count = 0;

/** Responses by path. */
const answers: Record<string, RequestListener> = {
  '/april.csv': (_, response) => response.end(extract),
  '/file?id=3': (_, response) => response.writeHead(302, { Location: '/april.csv' }).end(),
  '/spring.csv': (_, response) => response.writeHead(302, { Location: '/april.csv' }).end(),
  '/pages': (_, response) => response.end('<!doctype html><title>Sign in</title>'),
  '/moved.csv': (_, response) => response.writeHead(301, { Location: 'file:///etc/hosts' }).end(),
  '/round.csv': (_, response) => response.writeHead(302, { Location: '/round.csv' }).end(),
  '/cut.csv': (_, response) => {
    response.writeHead(200, { 'Content-Length': extract.length });
    response.write(extract.slice(0, 500), () => response.destroy());
  },
  '/large.csv': (_, response) => response.end('x'.repeat(2 ** 20 + 1)),
  '/larger.csv': (_, response) => {
    response.writeHead(200, { 'Content-Length': 2 ** 30 }).flushHeaders();
  },
  '/still.csv': (_, response) => void response.write(extract.slice(0, 500)),
};
const server = createServer((request, response) => {
  const answer = answers[request.url!];
  if (answer) answer(request, response);
  else response.writeHead(404).end();
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const from = (path: string, options: Partial<IngestOptions> = {}) => {
  const dataFolder = join(scratch, `releases-${count++}`);
  const limits = readLimits({ UPTAKE_MAX_FILE: '1' });
  return {
    dataFolder,
    made: ingest({ files: [origin + path], dataFolder, limits, patience: 5000, ...options }),
  };
};

describe('a file given by its address', () => {
  it('is downloaded, with progress, and listed with its address and checksum', async () => {
    const said: [string, number][] = [];
    const { dataFolder, made } = from('/april.csv#top', {
      onProgress: ({ doing, fraction }) => said.push([doing, fraction]),
    });
    expect((await made).release).toBe('2018-04.1');
    const [source] = await asked(dataFolder, '2018-04.1', 'select * from source_file');
    expect(source).toMatchObject({
      name: 'april.csv',
      address: `${origin}/april.csv`,
      bytes: extract.length,
      sha256: createHash('sha256').update(extract).digest('hex'),
    });
    const of = said.filter(([doing]) => doing === `april.csv from ${new URL(origin).host}`);
    expect([of[0]![1], of.at(-1)![1]]).toEqual([0, 1]);
    expect(contents(dataFolder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it.each([
    ['/file?id=3', 'april.csv'],
    ['/spring.csv', 'spring.csv'],
  ])('is named after its redirect if only that has a file name: %s', async (path, name) => {
    const { dataFolder, made } = from(path);
    await made;
    const query = 'select name, address from source_file';
    expect(await asked(dataFolder, '2018-04.1', query)).toEqual([
      { name, address: `${origin}${path}` },
    ]);
  });

  it.each([
    ['/nowhere.csv', /answered 404 Not Found$/],
    ['/moved.csv', /: it leads from http: to file:, which is refused: file:\/\/\/etc\/hosts$/],
    ['/round.csv', /: it leads on more than 5 times$/],
    ['/cut.csv', /^cannot be downloaded: /],
    [
      '/large.csv',
      /: the file is too large: over 1,048,576 bytes \(the setting UPTAKE_MAX_FILE\)$/,
    ],
    ['/larger.csv', /: the file is too large: over 1,048,576 bytes/],
    ['/still.csv', /: nothing came for 0\.5 seconds \(the setting UPTAKE_PATIENCE\)$/],
    ['/pages', /HTML|web page/i],
  ])('%s is a problem with its reason, and leaves nothing behind', async (path, says) => {
    const patience = path === '/still.csv' ? 500 : 5000;
    const { dataFolder, made } = from(path, { patience });
    const { release, problems } = await made;
    expect(release).toBeNull();
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(says)]);
    expect(existsSync(dataFolder)).toBe(false);
  });

  it.each([
    ['ftp://example.org/a.csv', /only https:\/\/ and http:\/\/ are, not ftp:\/\//],
    ['https://ann:secret@example.org/a.csv', /it holds a name or a password/],
    ['https://', /it is no address/],
  ])('is not requested from %s', async (address, says) => {
    const { problems } = await ingest({ files: [address], dataFolder: join(scratch, 'none') });
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(says)]);
  });

  it('can be cancelled', async () => {
    const stop = new AbortController();
    const { dataFolder, made } = from('/still.csv', { patience: 60_000, signal: stop.signal });
    setTimeout(() => stop.abort(), 200);
    await expect(made).rejects.toThrow('interrupted: nothing was changed');
    expect(existsSync(dataFolder)).toBe(false);
  });
});

it('a download is written as it arrives, byte for byte', async () => {
  const target = join(scratch, 'target');
  const onProgress = () => {};
  const downloading = { limits: readLimits({}), patience: 5000, onProgress };
  const end = await download(new URL(`${origin}/april.csv`), target, downloading);
  expect([end.href, readFileSync(target, 'utf8')]).toEqual([`${origin}/april.csv`, extract]);
});

it.each([
  ['https://a.org/x', '/y', 'https://a.org/y'],
  ['http://a.org/x', 'https://b.org/y', 'https://b.org/y'],
  ['https://a.org/x', 'http://a.org/x', null],
  ['https://a.org/x', 'file:///x', null],
  ['http://a.org/x', 'ftp://a.org/x', null],
  ['https://a.org/x', 'data:,x', null],
])('%s may redirect to %s: %s', (address, to, end) => {
  if (end) expect(ledTo(new URL(address), to).href).toBe(end);
  else expect(() => ledTo(new URL(address), to)).toThrow('which is refused');
});
