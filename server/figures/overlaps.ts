import type { LevelId } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import { PerRelease } from '../store/perRelease.ts';
import type { FigureRow } from '../store/queries/figures.ts';
import {
  type DividedRow,
  dividedQuery,
  levelsAround,
  type OverlapRow,
  overlapsQuery,
} from '../store/queries/overlaps.ts';
import type { Release } from '../store/releases.ts';

/** The counts that a place has in common with an area. */
export type Overlap = Pick<FigureRow, 'numerator' | 'denominator' | 'practices'>;

/** Pairs of levels of a release. */
const pairsKept = 32;
const keptDivided = new PerRelease<ReadonlyMap<string, ReadonlySet<string>>>(pairsKept);

/** By month, the codes of places of a level whose practices are in several areas of another level. */
const dividedIn = (release: Release, level: LevelId, around: LevelId) =>
  keptDivided.get(release, `${level} ${around}`, async () => {
    const byMonth = new Map<string, Set<string>>();
    for (const { period, area_code } of await release.database.all<DividedRow>(
      dividedQuery(level, around),
    )) {
      byMonth.set(period, (byMonth.get(period) ?? new Set()).add(area_code));
    }
    return byMonth;
  });

/**
 * What places have in common with the areas that they are in. A primary care network of two STPs is within the one of
 * most of its practices, but only those practices are in that one's figure.
 */
export class Overlaps {
  private readonly found = new Map<string, OverlapRow>();

  constructor(
    private readonly release: Release,
    private readonly measures: readonly Measure[],
    private readonly periods: readonly string[],
  ) {}

  /** Reads those of some figures' places. They replace those read before. */
  async read(rows: readonly FigureRow[]): Promise<void> {
    this.found.clear();
    const { periods, measures } = this;
    for (const level of new Set(rows.map((row) => row.level))) {
      if (level === 'group' || level === 'practice' || level === 'england') continue;
      const own = new Set(rows.flatMap((row) => (row.level === level ? row.area_code : [])));
      for (const around of levelsAround(level)) {
        const divided = await dividedIn(this.release, level, around);
        const codes = new Set(periods.flatMap((period) => [...(divided.get(period) ?? [])]));
        const asked = [...codes].filter((code) => own.has(code)).sort();
        if (!asked.length) continue;
        const query = overlapsQuery(level, around, { codes: asked, periods, measures });
        for (const row of await this.release.database.all<OverlapRow>(query))
          this.found.set(keyOf(row, row.around_code), row);
      }
    }
  }

  /** The counts of a figure that was read which are also those of an area: all, unless its place is divided. */
  of(row: FigureRow, area: string): Overlap {
    return this.found.get(keyOf(row, area)) ?? row;
  }
}

const keyOf = (
  { period, area_code, measure }: Pick<FigureRow, 'period' | 'area_code' | 'measure'>,
  area: string,
): string => `${period} ${area_code} ${measure} ${area}`;
