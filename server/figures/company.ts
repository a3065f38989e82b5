import type { PlaceLevel } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import { figureValue } from '../../data/definitions/units.ts';
import { countBelow, countUpTo } from '../../data/statistics/deciles.ts';
import {
  type FunnelModel,
  type FunnelPosition,
  fitFunnel,
  funnelPosition,
} from '../../data/statistics/funnel.ts';
import type { Rank } from '../../data/words/verdict.ts';
import { pauses } from '../pace.ts';
import { PerRelease } from '../store/perRelease.ts';
import type { AncestorsRow } from '../store/queries/ancestors.ts';
import type { FigureRow } from '../store/queries/figures.ts';
import type { Release } from '../store/releases.ts';
import { ancestorsIn, areasOf } from './ancestors.ts';
import { figureChunks } from './figureRows.ts';
import { everywhere, type PracticeOrders, practiceOrders } from './practiceOrders.ts';

/** Areas of a level within a larger area, for one measure and month. */
interface Within {
  units: Unit[];
  /** In ascending order; made when first asked for. */
  values?: Float64Array;
  model?: FunnelModel | null;
}

interface Unit {
  numerator: number;
  denominator: number;
}

/** A figure's rank in its level within an area, 1 for the highest. Places with equal values share the better rank. */
export interface Among extends Rank {
  /** How many have a lower value. */
  below: number;
  /** Of an area: its position in the adjusted funnel. Null for practices, and for areas without a proportion. */
  position: FunnelPosition | null;
}

type AreaLevel = Exclude<PlaceLevel, 'group'>;

/** By the area that contains them, as `areasOf` writes it. */
type AreasWithin = Map<string, Within>;

const keyOf = (level: PlaceLevel, measure: string, period: string): string =>
  `${level} ${measure} ${period}`;

/** Levels, measures and months whose areas are kept, because every page of an area asks for them: 10 kilobytes each. */
const kept = new PerRelease<AreasWithin>(256);

/** The areas of a level, by `keyOf`. */
async function readCompany(
  release: Release,
  level: AreaLevel,
  measures: readonly Measure[],
  periods: readonly string[],
): Promise<Map<string, AreasWithin>> {
  const ancestors = new Map<string, ReadonlyMap<string, AncestorsRow>>();
  for (const period of periods) {
    ancestors.set(period, await ancestorsIn(release, level, period));
  }
  const areas = new Map<string, AreasWithin>();
  const pause = pauses();
  for await (const rows of figureChunks(release, { level, measures, periods })) {
    for (const row of rows) {
      const { numerator, denominator } = row;
      if (numerator === null || !denominator) continue;
      const key = keyOf(level, row.measure, row.period);
      let groups = areas.get(key);
      if (!groups) areas.set(key, (groups = new Map()));
      const within = areasOf(ancestors.get(row.period)!.get(row.area_code));
      for (const area of [everywhere, ...within]) {
        const group = groups.get(area);
        if (group) group.units.push({ numerator, denominator });
        else groups.set(area, { units: [{ numerator, denominator }] });
      }
    }
    await pause();
  }
  return areas;
}

/** All places of the levels read, for ranking one of them among the others; kept compactly. */
export class Company {
  /** Of practices, by measure. */
  private readonly orders = new Map<string, PracticeOrders>();
  /** Of areas, by level, measure and month, then by the area that contains them. */
  private areas = new Map<string, AreasWithin>();
  private readonly read = new Set<PlaceLevel>();

  constructor(
    private readonly release: Release,
    private readonly measures: readonly Measure[],
    private readonly periods: readonly string[],
  ) {}

  /**
   * Reads the places of a level, once. Practices are read only if a single month is asked for, because there are
   * thousands.
   */
  async bring(level: PlaceLevel): Promise<void> {
    const alone = level === 'england' || level === 'group';
    const tooMany = level === 'practice' && this.periods.length > 1;
    if (alone || tooMany || this.read.has(level)) return;
    this.read.add(level);
    await (level === 'practice' ? this.readPractices() : this.readAreas(level));
  }

  private async readPractices(): Promise<void> {
    const [period] = this.periods;
    for (const measure of this.measures) {
      this.orders.set(measure.id, await practiceOrders(this.release, measure, period!));
    }
  }

  private async readAreas(level: AreaLevel): Promise<void> {
    const { release, measures, periods } = this;
    const [period] = periods;
    if (periods.length > 1) {
      this.areas = new Map([
        ...this.areas,
        ...(await readCompany(release, level, measures, periods)),
      ]);
      return;
    }
    for (const measure of measures) {
      const key = keyOf(level, measure.id, period!);
      const read = async () =>
        (await readCompany(release, level, [measure], periods)).get(key) ?? new Map();
      this.areas.set(key, await kept.get(release, key, read));
    }
  }

  /** A figure's rank in its level within an area; null if the level was not read or the figure has no value. */
  among(
    { level, measure, period, numerator, denominator }: FigureRow,
    against: { level: PlaceLevel; code: string },
    kind: Measure,
  ): Among | null {
    const value = denominator === null ? null : figureValue(kind, numerator, denominator);
    if (value === null) return null;
    const area = against.level === 'england' ? everywhere : `${against.level} ${against.code}`;
    if (level === 'practice') {
      const order = this.orders.get(measure)?.get(area);
      return order ? { ...placeIn(order, value), position: null } : null;
    }
    const within = this.areas.get(keyOf(level, measure, period))?.get(area);
    if (!within) return null;
    within.values ??= Float64Array.from(
      within.units,
      (unit) => figureValue(kind, unit.numerator, unit.denominator)!,
    ).sort();
    const position = kind.form === 'share' ? positionIn(within, numerator!, denominator!) : null;
    return { ...placeIn(within.values, value), position };
  }
}

/** The rank of a value within an ascending list that contains it. */
function placeIn(values: Float64Array, value: number): Omit<Among, 'position'> {
  const places = values.length;
  const [below, upTo] = [countBelow(values, value), countUpTo(values, value)];
  return { place: places - upTo + 1, places, equal: upTo - below - 1, below };
}

function positionIn(within: Within, numerator: number, denominator: number) {
  if (within.model === undefined) within.model = fitFunnel(within.units);
  return within.model && funnelPosition(within.model, numerator, denominator);
}
