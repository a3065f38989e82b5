import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { openPromise } from 'yauzl';

/** The numbers of a practice and month, NaN if missing, and the codes of its areas. */
interface PracticeMonth {
  period: string;
  code: string;
  areas: Record<string, string | undefined>;
  numbers: Map<string, number>;
}

const months = ['', ...'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')];

/** The cells of a CSV line. */
function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

async function textOf(path: string): Promise<Readable> {
  if (path.endsWith('.gz')) return createReadStream(path).pipe(createGunzip());
  const zip = await openPromise(path, { lazyEntries: true });
  for await (const entry of zip.eachEntry())
    if (entry.fileName.endsWith('.csv')) return zip.openReadStreamPromise(entry);
  throw new Error(`no CSV in ${path}`);
}

/** Every practice and month of long extracts, each a zip or a gzip, line by line. */
export async function practiceMonths(paths: readonly string[]): Promise<PracticeMonth[]> {
  const found = new Map<string, PracticeMonth>();
  for (const path of paths) {
    let header: string[] | null = null;
    let own = '';
    let one: PracticeMonth | undefined;
    for await (const line of createInterface(await textOf(path))) {
      if (line === '') continue;
      // Most lines begin like the one before: with the same practice and month. Field and number come last.
      const number = line.lastIndexOf(',');
      const field = line.lastIndexOf(',', number - 1);
      if (one && line.startsWith(own) && own.length === field) {
        add(one, line.slice(field + 1, number), line.slice(number + 1));
        continue;
      }
      own = line.slice(0, field);
      const cells = cellsOf(line);
      if (!header) {
        header = cells;
        continue;
      }
      const [place, code] = [header.indexOf('practice_code'), header.indexOf('ccg_code')];
      const key = `${cells[0]} ${cells[place]}`;
      one = found.get(key);
      if (!one) {
        const date = cells[0]!;
        const month = String(months.indexOf(date.slice(2, 5))).padStart(2, '0');
        one = {
          period: `${date.slice(5)}-${month}`,
          code: cells[place]!,
          areas: {
            england: 'E92000001',
            region: cells[1]!,
            subregion: header[3] === 'subregion_code' ? cells[3]! : undefined,
            ccg: cells[code]!,
          },
          numbers: new Map(),
        };
        found.set(key, one);
      }
      add(one, cells.at(-2)!, cells.at(-1)!);
    }
  }
  return [...found.values()];
}

function add({ numbers }: PracticeMonth, field: string, value: string): void {
  if (value !== '') numbers.set(field, Number(value));
}

/** Numerator, denominator, practices and practices that reported. */
export type Sums = [
  numerator: number | null,
  denominator: number | null,
  practices: number,
  reported: number,
];

const services: [string, string][] = [
  ['appointments', 'Appts'],
  ['prescriptions', 'Presc'],
  ['records', 'DetCodeRec'],
];

/** The published fields that figures are computed from: each measure's numerator, and the status it depends on. */
const fields: [measure: string, field: string, status: string | null][] = [
  ...services.flatMap(([service, name]): [string, string, string][] => [
    [`${service}_enabled`, `Pat_${name}_Enbld`, `Sys_${name}_Enbld`],
    [`${service}_use`, `Pat_${name}_Use`, `Sys_${name}_Enbld`],
  ]),
  ['any_enabled', 'Total_Pat_Enbld', null],
  ['any_use', 'Total_Use', null],
];

/** What a practice brings to each measure in a month, always in the same order, and whether it reported. */
function sharesOf({ numbers }: PracticeMonth): [string, number, number, boolean][] {
  const list = numbers.get('patient_list_size');
  const shares: [string, number, number, boolean][] = [];
  for (const [service, name] of services) {
    const status = numbers.get(`Sys_${name}_Enbld`);
    const known = status !== undefined && status <= 2;
    const on = status === 2;
    shares.push([`${service}_offered`, on ? (list ?? 0) : 0, list ?? 0, known]);
    shares.push([`${service}_offered_practices`, on ? 1 : 0, 1, known]);
  }
  for (const [measure, field, by] of fields) {
    const value = numbers.get(field);
    const status = by ? numbers.get(by) : 0;
    const known = value !== undefined && list !== undefined && status !== undefined && status <= 2;
    shares.push([measure, known ? value : 0, known ? list : 0, known]);
  }
  return shares;
}

/** The figures of every area and month by `level area_code period measure`, with the areas that `areasOf` returns. */
export function sumsOf(
  rows: readonly PracticeMonth[],
  areasOf: (row: PracticeMonth) => Record<string, string | undefined>,
): Map<string, Sums> {
  const places = new Map<string, Sums[]>();
  for (const row of rows) {
    const shares = sharesOf(row);
    for (const [level, area] of Object.entries(areasOf(row))) {
      if (area === undefined) continue;
      const key = `${level} ${area} ${row.period}`;
      const sums = places.get(key) ?? shares.map((): Sums => [0, 0, 0, 0]);
      places.set(key, sums);
      shares.forEach(([, numerator, denominator, known], i) => {
        const sum = sums[i]!;
        sum[0]! += numerator;
        sum[1]! += denominator;
        sum[2]++;
        if (known) sum[3]++;
      });
    }
  }
  const measures = rows.length ? sharesOf(rows[0]!).map(([measure]) => measure) : [];
  const all = new Map<string, Sums>();
  for (const [place, sums] of places)
    sums.forEach((sum, i) => {
      all.set(`${place} ${measures[i]}`, sum[3] === 0 ? [null, null, sum[2], 0] : sum);
    });
  return all;
}
