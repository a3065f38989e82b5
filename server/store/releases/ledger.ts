import { createHash } from 'node:crypto';
import { ftruncateSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerFile } from '../../../data/definitions/releaseFolder.ts';
import { chained, type LedgerReading, readChain } from '../../../data/life/chain.ts';
import type { Deed, LedgerEvent } from '../../../data/life/events.ts';
import { readIfThere, replaceFile, writeSynced } from './folderFiles.ts';

/** Who did something, and when. */
export interface Doing {
  by: string | null;
  now: Date;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The ledger of a folder; null if there is none, or not one complete line of it. Throws if it cannot be read. */
export function readLedger(folder: string): LedgerReading | null {
  const source = readIfThere(join(folder, ledgerFile));
  return source === null ? null : ledgerIn(source);
}

/** Parses the text of a ledger; null without one complete line. */
export function ledgerIn(source: string): LedgerReading | null {
  const reading = readChain(source, hash);
  return reading.whole ? reading : null;
}

/** Why, and from which line, a ledger cannot be relied on; null if it can. */
export const ledgerProblem = (reading: LedgerReading | null): string | null =>
  reading?.broken
    ? `line ${reading.broken.line} of ${ledgerFile} cannot be relied on: ${reading.broken.why}`
    : null;

/** What is wrong in a folder whose releases were recorded in a ledger, but which has none. */
export const lostLedger = `${ledgerFile} is lost, in which releases of this folder were recorded`;

/**
 * Adds events to a folder's ledger and waits until they are on disk. The caller must have the folder's lock. A new
 * ledger begins with `first`. An incomplete last line, left by a killed process, is overwritten. Throws if the ledger
 * cannot be relied on: it must be repaired first.
 */
export function addToLedger(
  folder: string,
  deeds: readonly Deed[],
  { by, now }: Doing,
  first: () => readonly LedgerEvent[],
): void {
  const reading = readLedger(folder);
  const problem = ledgerProblem(reading);
  if (problem) throw new Error(problem);
  const at = now.toISOString();
  const events = deeds.map((deed): LedgerEvent => ({ at, by, ...deed }));
  if (reading) append(folder, reading, linesOf(events, reading.last));
  else begin(folder, linesOf([...first(), ...events], null));
}

function linesOf(events: readonly LedgerEvent[], last: string | null): string {
  let before = last;
  let lines = '';
  for (const event of events) {
    const { line, sum } = chained(event, before, hash);
    lines += line;
    before = sum;
  }
  return lines;
}

function append(folder: string, { whole }: LedgerReading, lines: string): void {
  const path = join(folder, ledgerFile);
  const bytes = Buffer.byteLength(readFileSync(path, 'utf8').slice(0, whole));
  writeSynced(path, 'r+', (handle) => {
    ftruncateSync(handle, bytes);
    writeSync(handle, lines, bytes);
  });
}

/** Creates a ledger with all of its first lines at once, or not at all. */
const begin = (folder: string, lines: string): void =>
  replaceFile(folder, ledgerFile, lines.trimEnd());
