import type { LevelId } from '../../data/definitions/levels.ts';
import { type Measure, measureOf } from '../../data/definitions/measures.ts';
import { movedMonth } from '../../data/definitions/months.ts';
import { figureValue } from '../../data/definitions/units.ts';
import { leastHeld } from '../../data/statistics/leastHeld.ts';
import { type ProjectionMethod, project } from '../../data/statistics/projection.ts';
import {
  coverageOf,
  type EmpiricalErrors,
  empiricalErrors,
  type Held,
  heldOf,
} from '../../data/statistics/projectionErrors.ts';
import { fewestPlaces } from '../../data/statistics/verdict.ts';
import { pauses } from '../pace.ts';
import { PerRelease } from '../store/perRelease.ts';
import type { FigureRow } from '../store/queries/figures.ts';
import type { Release } from '../store/releases.ts';
import { figureChunks } from './figureRows.ts';

/** By code, the values of a level's areas in consecutive months up to a given one. */
export interface LevelSeries {
  values: ReadonlyMap<string, readonly number[]>;
}

const seriesKept = new PerRelease<LevelSeries>(24);

/**
 * Every area of a level with a value in `period`, and its values of the months before as far back as none is missing.
 */
const levelSeries = (
  release: Release,
  level: LevelId,
  measure: Measure,
  period: string,
): Promise<LevelSeries> =>
  seriesKept.get(release, `${level} ${measure.id} ${period}`, async () => {
    const periods = monthsUpTo(release, period);
    const byCode = new Map<string, Map<string, number>>();
    const pause = pauses();
    for await (const rows of figureChunks(release, { level, measures: [measure], periods })) {
      for (const row of rows) {
        const value = figureValue(measure, row.numerator, row.denominator);
        if (value === null) continue;
        let months = byCode.get(row.area_code);
        if (!months) byCode.set(row.area_code, (months = new Map()));
        months.set(row.period, value);
      }
      await pause();
    }
    const values = new Map<string, number[]>();
    for (const [code, months] of byCode) {
      if (!months.has(period)) continue;
      const missing = periods.findLastIndex((one) => !months.has(one));
      values.set(
        code,
        periods.slice(missing + 1).map((one) => months.get(one)!),
      );
    }
    return { values };
  });

/** The months of a release up to one, as far back as none is missing. */
function monthsUpTo({ catalogue }: Release, period: string): string[] {
  const held = new Set(catalogue.periods.map((row) => row.period));
  const months: string[] = [];
  for (let month = period; held.has(month); month = movedMonth(month, -1)) months.unshift(month);
  return months;
}

/** A projected value some months ahead. */
export interface Projected {
  value: number;
  unchanged: number;
  errors: EmpiricalErrors | null;
  /** The level whose past errors the interval is based on. */
  errorsOf: LevelId;
  /** How such intervals did in the past, over the places tested; null if none could be. */
  held: Held | null;
  /** How they did so many months ahead, or fewer, if they failed there; what failed is not projected further. */
  failed: (Held & { ahead: number }) | null;
}

type Backtest = Omit<Projected, 'value' | 'unchanged'>;

const backtestKept = new PerRelease<Backtest>(96);

/**
 * Past errors of projections for a level's areas and how intervals based on them did. Errors are pooled over the level,
 * or over the CCGs if the level has fewer than 20 areas.
 */
const backtest = (
  release: Release,
  asked: {
    level: LevelId;
    measure: Measure;
    period: string;
    ahead: number;
    method: ProjectionMethod;
  },
): Promise<Backtest> => {
  const { level, measure, period, ahead, method } = asked;
  const key = [level, measure.id, period, ahead, method].join(' ');
  return backtestKept.get(release, key, async () => {
    const own = await levelSeries(release, level, measure, period);
    const errorsOf: LevelId = own.values.size < fewestPlaces ? 'ccg' : level;
    const pooled = errorsOf === level ? own : await levelSeries(release, errorsOf, measure, period);
    const series = [...pooled.values.values()];
    const held = heldOf(coverageOf(series, series, ahead, method));
    const before = ahead > 1 ? await backtest(release, { ...asked, ahead: ahead - 1 }) : null;
    const fails = held !== null && held.inside95 < leastHeld * held.tested;
    return {
      errorsOf,
      errors: empiricalErrors(series, ahead, method),
      held,
      failed: before?.failed ?? (fails ? { ...held, ahead } : null),
    };
  });
};

/** Projects the value of an area some months beyond a figure; null with fewer than two months up to it. */
export async function projectArea(
  release: Release,
  row: Pick<FigureRow, 'level' | 'area_code' | 'measure' | 'period'>,
  { ahead, method }: { ahead: number; method: ProjectionMethod },
): Promise<Projected | null> {
  const [level, measure, { period }] = [row.level as LevelId, measureOf(row.measure), row];
  const { values } = await levelSeries(release, level, measure, period);
  const own = values.get(row.area_code);
  if (!own || own.length < 2) return null;
  return {
    value: project(own, ahead, method),
    unchanged: own.at(-1)!,
    ...(await backtest(release, { level, measure, period, ahead, method })),
  };
}
