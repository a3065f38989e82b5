import { deprivationIndicator, fingertipsColumns } from '../../../data/definitions/references.ts';
import { quantileGroups } from '../../../data/statistics/quantileGroup.ts';
import { type Complain, complainOfRepeats, csvRows, headerOf } from './table.ts';

/** How deprived the patients of a practice are; of the fifths of the file's practices 1 is the most deprived. */
export interface DeprivationRow {
  practice_code: string;
  score: number;
  quintile: number | null;
}

/**
 * The practices of a Fingertips download with their scores, of its latest year, and the fifth of the file's
 * practices each is in (method: OHID Fingertips, see `quantileGroups`); what is wrong in it is complained of.
 */
export function readDeprivation(text: string, complain: Complain): DeprivationRow[] {
  const header = headerOf(text);
  const at = (name: keyof typeof fingertipsColumns) => header.indexOf(fingertipsColumns[name]);
  const all = csvRows(text, null, complain);
  const { id, areaType } = deprivationIndicator;
  const others = all.find(({ cells }) => cells[at('indicator')] !== id);
  if (others) {
    const value = others.cells[at('indicator')]!;
    complain(
      others.row,
      fingertipsColumns.indicator,
      value,
      `another indicator than ${id}, the score of deprivation: ${value || '(empty)'}`,
    );
    return [];
  }
  const practices = all.filter(({ cells }) => cells[at('areaType')]!.startsWith(areaType));
  if (practices.length === 0) {
    complain(null, fingertipsColumns.areaType, null, `no row is of the area type ${areaType}`);
    return [];
  }
  const latest = practices
    .map(({ cells }) => cells[at('period')]!)
    .reduce((a, b) => (a > b ? a : b));
  const rows = practices
    .filter(({ cells }) => cells[at('period')] === latest && cells[at('value')] !== '')
    .map(({ row, cells }) => {
      const value = cells[at('value')]!;
      const score = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
      if (!(score >= 0 && score <= 100)) {
        complain(row, fingertipsColumns.value, value, `not a score from 0 to 100: ${value}`);
      }
      const practice_code = cells[at('area')]!;
      if (!/^[A-Z0-9]{3,6}$/.test(practice_code)) {
        complain(
          row,
          fingertipsColumns.area,
          practice_code,
          `not a practice code (such as A81001): ${practice_code || '(empty)'}`,
        );
      }
      return { row, practice_code, score };
    });
  complainOfRepeats(rows, fingertipsColumns.area, (one) => one.practice_code, complain);
  const groups = quantileGroups(
    rows.map(({ score }) => score),
    5,
    true,
  );
  return rows.map(({ practice_code, score }, i) => ({
    practice_code,
    score,
    quintile: groups[i] ?? null,
  }));
}
