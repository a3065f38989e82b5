import type { Measure } from '../../data/definitions/measures.ts';
import { figureValue } from '../../data/definitions/units.ts';
import type { Database } from '../store/database.ts';
import { PerRelease } from '../store/perRelease.ts';
import type { Ancestor } from '../store/queries/figures.ts';
import { type PracticeCounts, practiceCountsQuery } from '../store/queries/practiceValues.ts';
import type { Release } from '../store/releases.ts';
import { practicesOfAreas } from './ancestors.ts';

/** A practice's counts of a measure, with their value in its unit; null where it did not report. */
export interface PracticeFigure {
  name: string;
  /** 1 where the extract of the measure holds it, and 1 where it reported; else 0. */
  practices: number;
  practices_reported: number;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
}

export type PracticeFigures = ReadonlyMap<string, PracticeFigure>;

/** Measures and months whose figures of all England's practices are kept: about a megabyte each. */
const kept = new PerRelease<PracticeFigures>(64);

/**
 * The figures of one measure in a month by code, of an area's practices or of all; those of all are kept, because
 * every page of a practice asks for them.
 */
export async function practiceFigures(
  release: Release,
  measure: Measure,
  period: string,
  parent?: Ancestor,
): Promise<PracticeFigures> {
  const all = await kept.get(release, `${measure.id} ${period}`, () =>
    readPracticeFigures(release.database, measure, period),
  );
  if (!parent || parent.level === 'england') return all;
  const codes = await codesIn(release, period, parent);
  const own = new Map<string, PracticeFigure>();
  for (const code of codes) {
    const figure = all.get(code);
    if (figure) own.set(code, figure);
  }
  return own;
}

/** The codes of an area's practices in a month, in their order. */
async function codesIn(
  release: Release,
  period: string,
  { level, code, members }: Ancestor,
): Promise<readonly string[]> {
  if (level === 'group') return [...(members ?? [])].sort();
  if (level === 'practice') return [code];
  return (await practicesOfAreas(release, period)).get(`${level} ${code}`) ?? [];
}

async function readPracticeFigures(
  database: Database,
  measure: Measure,
  period: string,
): Promise<PracticeFigures> {
  const question = practiceCountsQuery(measure, period);
  const found = await database.columns<PracticeCounts>(question);
  return new Map(
    (found.practice_code ?? []).map((code, i) => {
      const numerator = found.numerator[i]!;
      const denominator = found.denominator[i]!;
      const value = figureValue(measure, numerator, denominator);
      const figure = {
        name: found.practice_name[i]!,
        practices: found.practices[i]!,
        practices_reported: found.practices_reported[i]!,
        numerator,
        denominator,
        value,
      };
      return [code, figure];
    }),
  );
}
