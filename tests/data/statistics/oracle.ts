import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { published } from '../../support/published.ts';

function read(path: string): string {
  const [first, more] = ['oracles', 'oracles_more'].map((name) => join(published!, name, path));
  return readFileSync(existsSync(first!) ? first! : more!, 'utf8');
}

/** The rows of an oracle's table, every cell as its text. */
export function oracleRows(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(read(path), { header: true, skipEmptyLines: true })
    .data;
}

/** The rows of a table of results computed independently from the published files; packed where its name ends so. */
export function expectedRows(path: string): Record<string, string>[] {
  const bytes = readFileSync(join(published!, 'expected', path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** An oracle's numbers as they were written. */
export function oracleJson<T>(path: string): T {
  return JSON.parse(read(path)) as T;
}

/** Half a unit of the last decimal that a number was given with: how far a match may be off. */
export function precisionOf(given: string | number): number {
  const [digits = '', exponent = '0'] = String(given).split('e');
  const decimals = (digits.split('.')[1] ?? '').length;
  return 0.5 * 10 ** (Number(exponent) - decimals) * (1 + 1e-6);
}
