import { type LedgerEvent, parseEvent } from './events.ts';

/** What a ledger says, as far as it can be relied on. */
export interface LedgerReading {
  /** The events of its lines, up to the first that cannot be relied on. */
  events: LedgerEvent[];
  /** The checksum of the last of these lines; null before the first. */
  last: string | null;
  /** The first line that cannot be relied on, with the reason; null if all can. */
  broken: { line: number; why: string } | null;
  /** The length of the text that was written completely. The rest is a line broken off in writing. */
  whole: number;
}

/** The SHA-256 of a text, in hex. */
export type Hash = (text: string) => string;

/** An event as a line of a ledger, with its own checksum and that of the line before; also returns that checksum. */
export function chained(
  event: LedgerEvent,
  before: string | null,
  hash: Hash,
): { line: string; sum: string } {
  const said = JSON.stringify({ before, ...event });
  const sum = hash(said);
  return { line: `${said.slice(0, -1)},"sum":"${sum}"}\n`, sum };
}

/**
 * Parses a ledger. Each line has its own SHA-256 and that of the line before, so a changed line shows by itself, and a
 * removed or inserted one by the next. Text after the last line break was never completed, and is ignored.
 */
export function readChain(source: string, hash: Hash): LedgerReading {
  const whole = source.lastIndexOf('\n') + 1;
  const reading: LedgerReading = { events: [], last: null, broken: null, whole };
  for (const [i, line] of source.slice(0, whole).split('\n').slice(0, -1).entries()) {
    try {
      const { event, sum } = unchained(line, reading.last, hash);
      reading.events.push(event);
      reading.last = sum;
    } catch (error) {
      reading.broken = { line: i + 1, why: (error as Error).message };
      return reading;
    }
  }
  return reading;
}

function unchained(
  line: string,
  last: string | null,
  hash: Hash,
): { event: LedgerEvent; sum: string } {
  const [, said, sum] = /^(\{.*),"sum":"([\da-f]{64})"\}$/.exec(line) ?? [];
  if (!said || !sum) throw new Error('it is no line of a ledger');
  if (hash(`${said}}`) !== sum) throw new Error('it was changed since it was written');
  const { before, ...event } = JSON.parse(`${said}}`);
  if (before !== last)
    throw new Error('the line before it is not the one that it was written after');
  return { event: parseEvent(event), sum };
}
