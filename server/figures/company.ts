import type { PlaceLevel } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import { figureValue } from '../../data/definitions/units.ts';
import {
  type FunnelModel,
  type FunnelPosition,
  fitFunnel,
  funnelPosition,
} from '../../data/statistics/funnel.ts';
import { pauses } from '../pace.ts';
import type { AncestorsRow } from '../store/queries/ancestors.ts';
import type { FigureRow } from '../store/queries/figures.ts';
import type { Release } from '../store/releases.ts';
import { ancestorsIn } from './ancestors.ts';
import { figureChunks } from './figureRows.ts';
import { practiceFigures } from './practiceFigures.ts';

/** The column of a place's area at a level above it; none for England, which holds everybody. */
const columns = {
  region: 'region_code',
  subregion: 'subregion_code',
  stp: 'stp_code',
  ccg: 'ccg_code',
  pcn: 'pcn_code',
} as const;
type Above = keyof typeof columns;

interface Unit {
  code: string;
  numerator: number;
  denominator: number;
}

/** The places of a level within one area, in one measure and month. */
interface Within {
  units: Unit[];
  /** From the highest value down; made when first asked for. */
  values?: Float64Array;
  model?: FunnelModel | null;
}

/** Where a figure stands among those of its level within an area. */
export interface Among {
  /** 1 for the highest; places of one value share the better one. */
  place: number;
  places: number;
  /** How many have a lower value. */
  below: number;
  /** Of an area: where it lies in the adjusted funnel; null for practices, and where it has no proportion. */
  position: FunnelPosition | null;
}

/** All places of the levels that are read, to tell where one of them stands among the others; in little memory. */
export class Company {
  private readonly units = new Map<string, Unit[]>();
  private readonly ancestors = new Map<string, ReadonlyMap<string, AncestorsRow>>();
  private readonly groups = new Map<string, Map<string, Within>>();
  private readonly read = new Set<PlaceLevel>();

  constructor(
    private readonly release: Release,
    private readonly measures: readonly Measure[],
    private readonly periods: readonly string[],
  ) {}

  /** Reads the places of a level, once: practices only of a single month, for there are thousands. */
  async bring(level: PlaceLevel): Promise<void> {
    const alone = level === 'england' || level === 'group';
    const tooMany = level === 'practice' && this.periods.length > 1;
    if (alone || tooMany || this.read.has(level)) return;
    this.read.add(level);
    for (const period of this.periods) {
      this.ancestors.set(`${level} ${period}`, await ancestorsIn(this.release, level, period));
    }
    await (level === 'practice' ? this.readPractices() : this.readAreas(level));
  }

  private async readPractices(): Promise<void> {
    const [period] = this.periods;
    for (const measure of this.measures) {
      const figures = await practiceFigures(this.release, measure, period!);
      this.units.set(
        `practice ${measure.id} ${period}`,
        [...figures].flatMap(([code, figure]) => unitOf(code, figure)),
      );
    }
  }

  private async readAreas(level: PlaceLevel): Promise<void> {
    const { measures, periods } = this;
    const pause = pauses();
    for await (const rows of figureChunks(this.release, { level, measures, periods })) {
      for (const row of rows) {
        const key = `${level} ${row.measure} ${row.period}`;
        let units = this.units.get(key);
        if (!units) this.units.set(key, (units = []));
        units.push(...unitOf(row.area_code, row));
      }
      await pause();
    }
  }

  /** Where a figure stands among those of its level within an area; null where they were not read or it has no value. */
  among(
    { level, measure, period, numerator, denominator }: FigureRow,
    against: { level: PlaceLevel | 'peers'; code: string },
    { scale, form }: Measure,
  ): Among | null {
    if (numerator === null || denominator === null) return null;
    const within = this.within(`${level} ${measure} ${period}`, against);
    if (!within) return null;
    const kind = { form, scale, of: null };
    const value = figureValue(kind, numerator, denominator);
    if (value === null) return null;
    within.values ??= Float64Array.from(
      within.units,
      (unit) => figureValue(kind, unit.numerator, unit.denominator)!,
    ).sort((a, b) => b - a);
    const { values } = within;
    const above = countOf(values, (other) => other > value);
    return {
      place: above + 1,
      places: values.length,
      below: values.length - countOf(values, (other) => other >= value),
      position:
        level === 'practice' || form !== 'share'
          ? null
          : positionIn(within, numerator, denominator),
    };
  }

  private within(
    key: string,
    { level, code }: { level: PlaceLevel | 'peers'; code: string },
  ): Within | undefined {
    const units = this.units.get(key);
    if (!units) return undefined;
    const column = columns[level as Above];
    const ofAll = `${key} ${column ?? ''}`;
    let groups = this.groups.get(ofAll);
    if (!groups) {
      const [of, , period] = key.split(' ');
      this.groups.set(
        ofAll,
        (groups = groupsOf(units, this.ancestors.get(`${of} ${period}`)!, column)),
      );
    }
    return groups.get(column ? code : '');
  }
}

function unitOf(
  code: string,
  { numerator, denominator }: Pick<FigureRow, 'numerator' | 'denominator'>,
): Unit[] {
  return numerator === null || !denominator ? [] : [{ code, numerator, denominator }];
}

/** Places by the area they lie in; all together, under an empty code, where no column names one. */
function groupsOf(
  units: Unit[],
  ancestors: ReadonlyMap<string, AncestorsRow>,
  column: (typeof columns)[Above] | undefined,
): Map<string, Within> {
  if (!column) return new Map([['', { units }]]);
  const groups = new Map<string, Within>();
  for (const unit of units) {
    const code = ancestors.get(unit.code)?.[column];
    if (!code) continue;
    const group = groups.get(code);
    if (group) group.units.push(unit);
    else groups.set(code, { units: [unit] });
  }
  return groups;
}

function positionIn(within: Within, numerator: number, denominator: number) {
  if (within.model === undefined) within.model = fitFunnel(within.units);
  return within.model && funnelPosition(within.model, numerator, denominator);
}

/** How many of some values, the highest first, fulfil what no later one does after the first that does not. */
function countOf(values: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
