import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, expect, inject, it } from 'vitest';
import { writeDown } from '../../../server/store/releases/writeDown.ts';
import { Releases } from '../../../server/store/releases.ts';
import { type WebhookSettings, Webhooks } from '../../../server/webhooks/webhooks.ts';

const secret = `whsec_${Buffer.alloc(24, 'a secret').toString('base64')}`;
const folder = mkdtempSync(join(tmpdir(), 'uptake-webhooks-'));
cpSync(inject('illustrative'), folder, { recursive: true });
const id = '2015-03.1';

interface Received {
  headers: IncomingMessage['headers'];
  text: string;
}

/** A receiver that answers with some statuses, one after the other; 0 never answers. */
class Receiver {
  readonly received: Received[] = [];
  private readonly server: Server;

  private constructor(statuses: readonly number[]) {
    let asked = 0;
    this.server = createServer(async (request, response) => {
      let text = '';
      for await (const piece of request) text += piece;
      this.received.push({ headers: request.headers, text });
      const status = statuses[Math.min(asked++, statuses.length - 1)]!;
      if (status) response.writeHead(status, { Location: 'http://127.0.0.1:9/' }).end('thank you');
    });
  }

  static async listen(...statuses: number[]): Promise<Receiver> {
    const receiver = new Receiver(statuses);
    await new Promise<void>((done) => receiver.server.listen(0, '127.0.0.1', done));
    return receiver;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook?token=not-for-logs`;
  }

  async until(count: number): Promise<void> {
    while (this.received.length < count) await wait(20);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

const started: { stop(): unknown }[] = [];
afterEach(() => {
  for (const one of started.splice(0)) one.stop();
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Logged {
  receiver?: string;
  attempt?: number;
  reason?: string;
  said: string;
}

/** Tells receivers of what happens in the folder, as a server does that starts now. */
function telling(
  receivers: readonly string[],
  more: Partial<WebhookSettings> = {},
  isOurs?: (what: string) => Promise<boolean>,
): Logged[] {
  const log: Logged[] = [];
  const note = (about: object, said: string) => void log.push({ ...about, said });
  const releases = new Releases(folder);
  const settings = { addresses: receivers, secret, toPrivate: true, retries: [20, 20], every: 20 };
  const webhooks = new Webhooks(
    releases,
    { ...settings, ...more },
    { info: note, warn: note } as never,
    'https://example.org',
    isOurs,
  );
  started.push({ stop: () => webhooks.stop() }, { stop: () => releases.close() });
  return log;
}

const notice = (text: string) =>
  writeDown(
    folder,
    [
      {
        event: 'noticed',
        release: id,
        sha256: null,
        kind: 'correction',
        text,
        measure: null,
        area: null,
        period: null,
      },
    ],
    { by: 'Ann', now: new Date() },
  );

it('sends each notice once, signed according to the standard', async () => {
  const receiver = await Receiver.listen(204);
  telling([receiver.address]);
  // The release itself was published in the day before.
  await receiver.until(1);
  notice('Forty practices were restated');
  await receiver.until(2);
  const { headers, text } = receiver.received.at(-1)!;
  const verified = new Webhook(secret).verify(text, headers as Record<string, string>);
  expect(verified).toMatchObject({
    id: expect.stringMatching(/^notice\/2015-03\.1\/\d+$/),
    kind: 'notice',
    period: '2015-03',
    title: 'Correction to release 2015-03.1',
    sentence: expect.stringMatching(/^Correction, .*: Forty practices were restated\.$/),
    news: 'https://example.org/api/v1/news',
  });
  expect(headers['webhook-id']).toMatch(/^notice\/2015-03-1\/\d+$/);
  expect(() =>
    new Webhook(secret).verify(text.replace('Forty', 'Fifty'), headers as Record<string, string>),
  ).toThrow();
  await wait(200);
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect(ids).toEqual(['release/2015-03-1', headers['webhook-id']]);
  receiver.close();
});

it('tries again with the same id until it is accepted, and eventually gives up', async () => {
  const [slow, dead] = [await Receiver.listen(500, 302, 200), await Receiver.listen(503)];
  const log = telling([slow.address, dead.address]);
  // The release, and the notice of the test before.
  await slow.until(4);
  await dead.until(6);
  await wait(100);
  const ids = ({ received }: Receiver) => received.map(({ headers }) => headers['webhook-id']);
  const [first, second] = [...new Set(ids(slow))];
  expect(ids(slow)).toEqual([first, first, first, second]);
  expect(ids(dead)).toEqual([first, first, first, second, second, second]);
  const of = (receiver: Receiver) =>
    log.filter((one) => one.receiver === new URL(receiver.address).host);
  expect(of(slow).map(({ said, reason }) => [said, reason])).toEqual([
    ['a webhook was not taken', 'it answered 500'],
    ['a webhook was not taken', 'it answered 302'],
    ['a webhook was taken', undefined],
    ['a webhook was taken', undefined],
  ]);
  expect(of(dead).at(-1)!.said).toBe('a webhook was given up');
  expect(JSON.stringify(log)).not.toContain('not-for-logs');
  slow.close();
  dead.close();
});

it('is not delayed by a receiver that never answers', async () => {
  const [silent, quick] = [await Receiver.listen(0), await Receiver.listen(200)];
  telling([silent.address, quick.address]);
  notice('One');
  notice('Two');
  await quick.until(3);
  expect(silent.received).toHaveLength(1);
  silent.close();
  quick.close();
});

it('sends nothing to a private network unless that is allowed', async () => {
  const receiver = await Receiver.listen(200);
  const { port } = new URL(receiver.address);
  const log = telling([receiver.address, `http://localhost:${port}/`], { toPrivate: false });
  while (log.filter(({ said }) => said === 'a webhook was given up').length < 2) await wait(20);
  expect(receiver.received).toEqual([]);
  for (const { reason } of log) {
    if (reason) expect(reason).toMatch(/^(127\.0\.0\.1|localhost) is in a private network/);
  }
  receiver.close();
});

it('is sent by one of several processes that share a port', async () => {
  const receiver = await Receiver.listen(200);
  const asked = new Set<string>();
  const isFirst = async (what: string) => !asked.has(what) && Boolean(asked.add(what));
  for (let i = 0; i < 3; i += 1) telling([receiver.address], {}, isFirst);
  await wait(500);
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect(ids.length).toBeGreaterThan(0);
  expect([...new Set(ids)]).toEqual(ids);
  receiver.close();
});
