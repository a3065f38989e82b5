import type { LevelId } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import { figureValue } from '../../data/definitions/units.ts';
import { pauses } from '../pace.ts';
import type { FigureRow } from '../store/queries/figures.ts';
import type { Release } from '../store/releases.ts';
import { figureChunks } from './figureRows.ts';

/** A place in a month: its name and number of practices then, and its counts of each measure, NaN if it has none. */
interface PlaceMonth {
  name: string;
  practices: number;
  numerators: Float64Array;
  denominators: Float64Array;
}

/** A figure that others are compared with; value and counts are null if it has none. */
export interface PlaceValue {
  name: string;
  /** How many practices the place had that month. */
  practices: number;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
}

/** For more codes than this, reading the whole level is quicker than listing them. */
const many = 300;

/** The values of places in some months and measures, read as needed and kept compactly. */
export class ValuesOfPlaces {
  private readonly places = new Map<string, Map<string, PlaceMonth>>();
  private readonly positions: ReadonlyMap<string, number>;

  constructor(
    private readonly release: Release,
    private readonly measures: readonly Measure[],
    private readonly periods: readonly string[],
  ) {
    this.positions = new Map(measures.map(({ id }, position) => [id, position]));
  }

  /** Reads those places of one level that have not been read yet. */
  async read(level: LevelId, codes: Iterable<string>): Promise<void> {
    const missing = [...new Set(codes)].filter((code) => !this.places.has(code));
    if (!missing.length) return;
    const areas = missing.length > many ? undefined : missing;
    for (const code of areas ?? this.release.catalogue.codesByLevel[level]) {
      if (!this.places.has(code)) this.places.set(code, new Map());
    }
    const { measures, periods } = this;
    const pause = pauses();
    for await (const rows of figureChunks(this.release, { level, measures, periods, areas })) {
      for (const row of rows) {
        const months = this.places.get(row.area_code)!;
        let month = months.get(row.period);
        if (!month) months.set(row.period, (month = emptyMonth(row, measures.length)));
        const position = this.positions.get(row.measure)!;
        month.practices = Math.max(month.practices, row.practices);
        month.numerators[position] = row.numerator ?? Number.NaN;
        month.denominators[position] = row.denominator ?? Number.NaN;
      }
      await pause();
    }
  }

  /** The figure of a place in a month, if it existed then. */
  of(code: string, period: string, measure: string): PlaceValue | undefined {
    const month = this.places.get(code)?.get(period);
    if (!month) return undefined;
    const position = this.positions.get(measure)!;
    const numerator = known(month.numerators[position]!);
    const denominator = known(month.denominators[position]!);
    const value = figureValue(this.measures[position]!, numerator, denominator);
    return { name: month.name, practices: month.practices, numerator, denominator, value };
  }
}

const known = (number: number): number | null => (Number.isNaN(number) ? null : number);

const emptyMonth = ({ area_name }: FigureRow, measures: number): PlaceMonth => ({
  name: area_name,
  practices: 0,
  numerators: new Float64Array(measures).fill(Number.NaN),
  denominators: new Float64Array(measures).fill(Number.NaN),
});
