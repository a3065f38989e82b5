import type { Measure } from '../../data/definitions/measures.ts';
import { figureValue } from '../../data/definitions/units.ts';
import { sorted } from '../../data/statistics/deciles.ts';
import { PerRelease } from '../store/perRelease.ts';
import { chosenCodesQuery, type PracticeChoice } from '../store/queries/chosenPractices.ts';
import type { Ancestor } from '../store/queries/figures.ts';
import {
  type PracticeCounts,
  practiceCountsQuery,
  practiceNamesQuery,
} from '../store/queries/practiceValues.ts';
import type { Release } from '../store/releases.ts';
import { practicesOfAreas } from './ancestors.ts';

/** A practice's counts of a measure, with their value in its unit; null if it did not report. */
export interface PracticeFigure {
  name: string;
  /** 1 if the measure's extract contains it, and 1 if it reported; else 0. */
  practices: number;
  practices_reported: number;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  /**
   * Its contribution to an area's figure. For a measure that counts every practice in the extract, it has one even if
   * it did not report.
   */
  added_numerator: number | null;
  added_denominator: number | null;
}

export type PracticeFigures = ReadonlyMap<string, PracticeFigure>;

/** Measures and months for which the figures of all practices in England are kept: about a megabyte each. */
const kept = new PerRelease<PracticeFigures>(64);

/**
 * The figures of one measure in a month by code, of an area's practices (chosen ones, if it is restricted to them) or of
 * all. Those of all practices are kept, because every page of a practice asks for them.
 */
export async function practiceFigures(
  release: Release,
  measure: Measure,
  period: string,
  parent?: Ancestor,
): Promise<PracticeFigures> {
  const all = await kept.get(release, `${measure.id} ${period}`, () =>
    readPracticeFigures(release, measure, period),
  );
  const whole = !parent || parent.level === 'england';
  if (whole && !parent?.only) return all;
  const codes = whole ? all.keys() : await practicesIn(release, period, parent);
  const chosen = parent?.only && (await chosenCodes(release, parent.only, period));
  const own = new Map<string, PracticeFigure>();
  for (const code of codes) {
    const figure = all.get(code);
    if (figure && (!chosen || chosen.has(code))) own.set(code, figure);
  }
  return own;
}

async function chosenCodes(
  { database }: Release,
  choice: PracticeChoice,
  period: string,
): Promise<ReadonlySet<string>> {
  const rows = await database.all<{ practice_code: string }>(chosenCodesQuery(choice, period));
  return new Set(rows.map(({ practice_code }) => practice_code));
}

/** The codes of the practices of an area below England in a month, in order. */
export async function practicesIn(
  release: Release,
  period: string,
  { level, code, members }: Ancestor,
): Promise<readonly string[]> {
  if (level === 'group') return [...(members ?? [])].sort();
  if (level === 'practice') return [code];
  return (await practicesOfAreas(release, period)).get(`${level} ${code}`) ?? [];
}

async function readPracticeFigures(
  release: Release,
  measure: Measure,
  period: string,
): Promise<PracticeFigures> {
  const { database, catalogue } = release;
  const names = await namesOf(release, period);
  const found = await database.columns<PracticeCounts>(practiceCountsQuery(measure, period));
  return new Map(
    (found.practice_code ?? []).map((code, i) => {
      const [added_numerator, added_denominator] = [found.numerator[i]!, found.denominator[i]!];
      const hasReported = found.practices_reported[i] === 1;
      const numerator = hasReported ? added_numerator : null;
      const denominator = hasReported ? added_denominator : null;
      const value = figureValue(measure, numerator, denominator);
      const figure = {
        name: names.get(code)!,
        practices: found.practices[i]!,
        practices_reported: found.practices_reported[i]!,
        numerator,
        denominator,
        value,
        added_numerator,
        added_denominator,
      };
      return [catalogue.areas.get(code)?.area_code ?? code, figure];
    }),
  );
}

/** Months of which the names of all practices are kept. */
const keptNames = new PerRelease<ReadonlyMap<string, string>>(24);

/** The names of all practices in a month by code, read once for every measure. */
const namesOf = (release: Release, period: string): Promise<ReadonlyMap<string, string>> =>
  keptNames.get(release, period, async () => {
    const { database, catalogue } = release;
    const rows = await database.all<{ practice_code: string; practice_name: string }>(
      practiceNamesQuery(period),
    );
    return new Map(
      rows.map(({ practice_code, practice_name }) => {
        // The catalogue's own text, where it is the same: each kept month would hold it again.
        const known = catalogue.areas.get(practice_code)?.area_name;
        return [practice_code, known === practice_name ? known : practice_name];
      }),
    );
  });

const sortedOnce = new WeakMap<PracticeFigures, Float64Array>();

/** The values of practices in ascending order, sorted once for figures that are kept. */
export function ascendingValues(figures: PracticeFigures): Float64Array {
  let values = sortedOnce.get(figures);
  if (!values) {
    values = sorted([...figures.values()].map(({ value }) => value));
    sortedOnce.set(figures, values);
  }
  return values;
}
