import { deprivationIndicators, fingertipsColumns } from '../../../data/definitions/references.ts';
import { quantileGroups } from '../../../data/statistics/quantileGroup.ts';
import { listed } from '../../../data/words/english.ts';
import { placeOf } from './recognise.ts';
import { type Complain, type Csv, complainOfRepeats, csvRows, firstRow } from './table.ts';

/** How deprived the patients of a practice are. Of the fifths of the file's practices, 1 is the most deprived. */
export interface DeprivationRow {
  practice_code: string;
  score: number;
  quintile: number | null;
}

/** The scores of a file, and the edition of their index: "IMD 2019". */
export interface Deprivation {
  rows: DeprivationRow[];
  edition: string;
}

/** What programs write for a missing value of Fingertips. */
const missing = new Set(['', 'NA', 'NULL']);

/**
 * The practices of a Fingertips download with their scores, from the latest index in it and ignoring everything else,
 * and the fifth of the file's practices each is in (method: OHID Fingertips, see `quantileGroups`); null if there are
 * none. Complains of anything wrong.
 */
export function readDeprivation(csv: Csv, complain: Complain): Deprivation | null {
  const header = firstRow(csv);
  const places = Object.fromEntries(
    Object.entries(fingertipsColumns).map(([role, name]) => [role, placeOf(header, name)]),
  ) as Record<keyof typeof fingertipsColumns, number>;
  const nameOf = (role: keyof typeof fingertipsColumns) => header[places[role]]!;
  const all = csvRows(csv, null, complain);
  if (all.length === 0) return null;
  const indicators = new Set(all.map(({ cells }) => cells[places.indicator]!));
  const indicator = deprivationIndicators.find(({ id }) => indicators.has(id));
  if (!indicator) {
    const known = deprivationIndicators
      .map(({ id, edition }) => `${id} (${edition})`)
      .join(' nor ');
    complain(
      all[0]!.row,
      nameOf('indicator'),
      all[0]!.cells[places.indicator]!,
      `neither ${known}, the scores of deprivation: ${listed([...indicators].slice(0, 5))}`,
    );
    return null;
  }
  const ours = all.filter(({ cells }) => cells[places.indicator] === indicator.id);
  const practices = ours.filter(({ cells }) =>
    /^GP|^general practice/i.test(cells[places.areaType]!),
  );
  if (practices.length === 0) {
    const types = [...new Set(ours.map(({ cells }) => cells[places.areaType]!))].slice(0, 5);
    complain(
      null,
      nameOf('areaType'),
      null,
      `no row has the area type GP (choose "GPs" as areas before downloading): ${listed(types)}`,
    );
    return null;
  }
  const latest = practices
    .map(({ cells }) => cells[places.period]!)
    .reduce((a, b) => (a > b ? a : b));
  const rows = practices
    .filter(({ cells }) => cells[places.period] === latest && !missing.has(cells[places.value]!))
    .map(({ row, cells }) => {
      const value = cells[places.value]!;
      const score = /^\d+(\.\d+)?(e-?\d+)?$/i.test(value) ? Number(value) : Number.NaN;
      if (!(score >= 0 && score <= 100)) {
        complain(row, nameOf('value'), value, `not a score from 0 to 100: ${value}`);
      }
      const practice_code = cells[places.area]!;
      if (!/^[A-Z0-9]{3,6}$/.test(practice_code)) {
        complain(
          row,
          nameOf('area'),
          practice_code,
          `not a practice code (such as A81001): ${practice_code || '(empty)'}`,
        );
      }
      return { row, practice_code, score };
    });
  const each = withoutSame(rows);
  complainOfRepeats(each, nameOf('area'), (one) => one.practice_code, complain);
  const groups = quantileGroups(
    each.map(({ score }) => score),
    5,
    true,
  );
  return {
    edition: indicator.edition,
    rows: each.map(({ practice_code, score }, i) => ({
      practice_code,
      score,
      quintile: groups[i] ?? null,
    })),
  };
}

/** The rows without repetitions of the same practice and score, as for several areas around it. */
function withoutSame<Row extends { practice_code: string; score: number }>(
  rows: readonly Row[],
): Row[] {
  const seen = new Set<string>();
  return rows.filter(({ practice_code, score }) => {
    const key = `${practice_code} ${score}`;
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}
