import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { newsOfReleases, toldAt } from '../api/news/newsOf.ts';
import { england } from '../api/places.ts';
import type { Releases } from '../store/releases.ts';
import { deliver, type Message, type Sender } from './deliver.ts';

export interface WebhookSettings extends Sender {
  addresses: readonly string[];
  /** Ms to wait before each repeated attempt at a message. Their number is the number of repetitions. */
  retries?: readonly number[];
  /** Ms between checks for news. */
  every?: number;
}

const second = 1000;
const usualRetries = [5, 60, 600, 3600, 6 * 3600].map((seconds) => seconds * second);

/** A server that starts does not send news older than this, in ms. */
const recent = 24 * 3600 * second;

/** Messages that may wait for one receiver. Beyond that the oldest are dropped. */
const mostWaiting = 100;

/**
 * Notifies addresses of each release, notice and withdrawal by signed messages, repeated until accepted or tried often
 * enough. Every receiver has a queue of its own, so that a dead one delays nobody. A server that starts sends the news
 * of the past day once more: receivers recognise messages by id.
 */
export class Webhooks {
  private readonly told = new Set<string>();
  private readonly lines: Line[];
  private looking: NodeJS.Timeout | undefined;
  private edition = '';

  constructor(
    private readonly releases: Releases,
    settings: WebhookSettings,
    log: Pick<Logger, 'warn' | 'info'>,
    /** Scheme, host and prefix of the site, for links; empty if not known. */
    private readonly root: string,
    /** Whether it is this process, of those that share a port, that must send a message. */
    private readonly isOurs: (id: string) => Promise<boolean> = async () => true,
  ) {
    const { addresses, retries = usualRetries, ...sender } = settings;
    this.lines = addresses.map((address) => new Line(address, retries, sender, log));
    const look = () => void this.look().catch((err) => log.warn({ err }, 'no webhooks were sent'));
    look();
    this.looking = setInterval(look, settings.every ?? second).unref();
  }

  stop(): void {
    clearInterval(this.looking);
    for (const line of this.lines) line.stop();
  }

  private async look(): Promise<void> {
    const edition = this.releases.edition();
    if (edition === this.edition) return;
    const release = await this.releases.get();
    const listing = this.releases.listing();
    const place = england(release);
    const entries = newsOfReleases(place, listing, place);
    this.edition = edition;
    for (const entry of entries.toReversed()) {
      const at = toldAt(entry, listing);
      if (this.told.has(entry.id)) continue;
      this.told.add(entry.id);
      if (at === null || this.releases.now() - at > recent) continue;
      if (!(await this.isOurs(entry.id))) continue;
      const { id, kind, period, title, sentence } = entry;
      const told = {
        id,
        told_at: new Date(at).toISOString(),
        kind,
        period,
        title,
        sentence,
        ...(this.root && { news: `${this.root}/api/v1/news`, page: `${this.root}/news` }),
      };
      // A signed id may not contain full stops.
      const message = { id: id.replaceAll('.', '-'), text: JSON.stringify(told) };
      for (const line of this.lines) line.add(message);
    }
  }
}

/** The messages to one receiver, one after the other. */
class Line {
  private readonly waiting: Message[] = [];
  private readonly ending = new AbortController();
  private isSending = false;
  /** The receiver as shown in a log. The rest of an address may be a secret. */
  private readonly host: string;

  constructor(
    private readonly address: string,
    private readonly retries: readonly number[],
    private readonly sender: Sender,
    private readonly log: Pick<Logger, 'warn' | 'info'>,
  ) {
    this.host = new URL(address).host;
  }

  add(message: Message): void {
    this.waiting.push(message);
    for (const { id } of this.waiting.splice(0, this.waiting.length - mostWaiting)) {
      this.log.warn({ receiver: this.host, id }, 'a webhook was given up: too many wait');
    }
    if (!this.isSending) void this.send();
  }

  stop(): void {
    this.ending.abort();
  }

  private async send(): Promise<void> {
    this.isSending = true;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      await this.sendOne(next);
    }
    this.isSending = false;
  }

  private async sendOne(message: Message): Promise<void> {
    const about = { receiver: this.host, id: message.id };
    for (let attempt = 1; !this.ending.signal.aborted; attempt += 1) {
      try {
        await deliver(this.address, message, this.sender);
        this.log.info({ ...about, attempt }, 'a webhook was taken');
        return;
      } catch (error) {
        const { message: reason } = error as Error;
        const pause = this.retries[attempt - 1];
        const until = pause === undefined ? 'a webhook was given up' : 'a webhook was not taken';
        this.log.warn({ ...about, attempt, reason }, until);
        if (pause === undefined) return;
        await wait(pause, null, { ref: false, signal: this.ending.signal }).catch(() => {});
      }
    }
  }
}
