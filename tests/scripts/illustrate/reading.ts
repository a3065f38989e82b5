import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** A row of a wide extract, read as by someone who knows only the published files. */
export interface Reading {
  period: string;
  start: string;
  end: string;
  region: string;
  team: string;
  ccg: string;
  ccgName: string;
  code: string;
  name: string;
  supplier: string;
  list: number;
  status: 2 | 1 | 0 | 9;
  enabled: number | null;
  used: number | null;
}

const statuses: Record<string, Reading['status']> = {
  'System Functionality Enabled by Practice': 2,
  'System Functionality Available but not Enabled by Practice': 1,
  'System Functionality not Available': 0,
  'System Functionality Status Unknown': 9,
};

function count(text: string): number | null {
  if (text === 'NULL') return null;
  if (!/^\d+$/.test(text)) throw new Error(`not a count: ${text}`);
  return Number(text);
}

/** Reads a wide extract; throws if a status or a count is not in the published form. */
export function readExtract(path: string): Reading[] {
  const { data, errors } = Papa.parse<string[]>(readFileSync(path, 'utf8'), { newline: '\r\n' });
  if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
  if (data.at(-1)!.length !== 1) throw new Error('the last line does not end');
  return data.slice(1, -1).map((cells) => {
    if (cells.length !== 16) throw new Error(`not 16 cells: ${cells}`);
    const status = statuses[cells[13]!];
    if (status === undefined) throw new Error(`not a status: ${cells[13]}`);
    return {
      start: cells[0]!,
      end: cells[1]!,
      period: cells[2]!,
      region: cells[3]!,
      team: cells[5]!,
      ccg: cells[7]!,
      ccgName: cells[8]!,
      code: cells[9]!,
      name: cells[10]!,
      supplier: cells[11]!,
      list: count(cells[12]!)!,
      status,
      enabled: count(cells[14]!),
      used: count(cells[15]!),
    };
  });
}

/** What the rows say about England in a financial month; 1 is April. */
export function england(rows: Reading[], month: number) {
  const own = rows.filter(({ period }) => period === `2014/2015 M${month}`);
  const sum = (some: Reading[], of: (row: Reading) => number | null) =>
    some.reduce((total, row) => total + of(row)!, 0);
  const registered = (some: Reading[]) => sum(some, ({ list }) => list);
  const withStatus = (code: number) => own.filter(({ status }) => status === code);
  const known = own.filter(({ status }) => status !== 9);
  const enabling = known.filter(({ enabled }) => enabled !== null);
  const using = known.filter(({ used }) => used !== null);
  const enabled = sum(enabling, (row) => row.enabled);
  const used = sum(using, (row) => row.used);
  return {
    rows: own,
    practices: own.length,
    patients: registered(own),
    withStatus,
    offeredPractices: (100 * withStatus(2).length) / own.length,
    offered: (100 * registered(withStatus(2))) / registered(own),
    enabled,
    enabledPercent: (100 * enabled) / registered(enabling),
    used,
    usedPercent: (100 * used) / registered(using),
  };
}
