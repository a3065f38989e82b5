import type { LevelId } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import { pauses } from '../pace.ts';
import type { Release } from '../store/releases.ts';
import { figureChunks } from './figureRows.ts';

/** A place in a month: its name then, and its value of each measure, NaN where it has none. */
interface PlaceMonth {
  name: string;
  values: Float64Array;
}

/** Beyond so many codes it is quicker to read all of a level than to name them. */
const many = 300;

/** The values of places in some months and measures, read as they are needed and kept in little memory. */
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

  /** Reads those of places of one level that have not been read yet. */
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
      for (const { area_code, area_name, period, measure, value } of rows) {
        const months = this.places.get(area_code)!;
        let month = months.get(period);
        if (!month) {
          const values = new Float64Array(measures.length).fill(Number.NaN);
          months.set(period, (month = { name: area_name, values }));
        }
        month.values[this.positions.get(measure)!] = value ?? Number.NaN;
      }
      await pause();
    }
  }

  /** The name and value of a place in a month, where it was there; null for no value. */
  of(
    code: string,
    period: string,
    measure: string,
  ): { name: string; value: number | null } | undefined {
    const month = this.places.get(code)?.get(period);
    if (!month) return undefined;
    const value = month.values[this.positions.get(measure)!]!;
    return { name: month.name, value: Number.isNaN(value) ? null : value };
  }
}
