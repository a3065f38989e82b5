import type { LevelId } from '../../data/definitions/levels.ts';
import { type Measure, measures } from '../../data/definitions/measures.ts';
import { pauses } from '../pace.ts';
import { type Catalogue, heldMeasure } from '../store/catalogue.ts';
import type { ColumnChunk, Database } from '../store/database.ts';
import {
  countNames,
  type FigureRow,
  figuresQuery,
  namesOfCounts,
} from '../store/queries/figures.ts';
import type { Release } from '../store/releases.ts';
import { figureRow } from './figureRow.ts';
import { Numbers } from './numbers.ts';

/** Figures of one level that are kept at most: those of 24 months of England's practices. */
const mostFigures = 4_000_000;
/** Rows that are read at once. */
const rowsAtOnce = 256;

/**
 * All figures of one level of a release, kept as columns of numbers: about 10 bytes for each figure of a practice. They
 * make the figures of a place without a query.
 */
export class LevelFigures {
  /** Where the months of each place begin; they follow one another. */
  private readonly places = new Map<string, number>();
  /** The code, month and name of each row: of a place in a month. */
  private readonly codes: string[] = [];
  private readonly periods: string[] = [];
  private readonly names: string[] = [];
  private readonly positions: ReadonlyMap<string, number>;
  private readonly counts = countNames.map(() => new Numbers());

  private constructor(
    private readonly level: LevelId,
    private readonly measures: readonly Measure[],
    private readonly months: readonly string[],
    private readonly catalogue: Catalogue,
  ) {
    this.positions = new Map(measures.map(({ id }, position) => [id, position]));
  }

  /** Reads them; null where they are too many to be kept. */
  static async read(
    { database, catalogue }: Release,
    level: LevelId,
  ): Promise<LevelFigures | null> {
    const { periods, codesByLevel } = catalogue;
    const held = measures.map((measure) => heldMeasure(measure, catalogue));
    if (codesByLevel[level].length * periods.length * held.length > mostFigures) return null;
    const months = periods.map(({ period }) => period);
    const figures = new LevelFigures(level, held, months, catalogue);
    const query = figuresQuery({ level, measures: held, periods: months });
    const pause = pauses();
    for await (const chunk of database.columnChunks(query, rowsAtOnce)) {
      if (level === 'practice') figures.addWide(chunk);
      else figures.addLong(chunk);
      await pause();
    }
    for (const numbers of figures.counts) numbers.trim(figures.names.length * held.length);
    return figures;
  }

  /** Figures of places, in the order of codes, months and the measures asked for. */
  of(codes: readonly string[], periods: readonly string[], asked: readonly Measure[]): FigureRow[] {
    const positions = asked.map(({ id }) => this.positions.get(id)!);
    const figures: FigureRow[] = [];
    for (const code of codes) {
      for (const period of periods) {
        const row = this.rowAt(code, period);
        if (row === undefined) continue;
        for (const position of positions) {
          const figure = this.figure(row, position);
          if (figure) figures.push(figure);
        }
      }
    }
    return figures;
  }

  private rowAt(code: string, period: string): number | undefined {
    for (let row = this.places.get(code); row !== undefined && this.codes[row] === code; row++) {
      if (this.periods[row] === period) return row;
    }
    return undefined;
  }

  private figure(row: number, position: number): FigureRow | null {
    const at = row * this.measures.length + position;
    const [numerators, denominators, practices, reported] = this.counts;
    const counted = practices!.get(at);
    // An area has a row for each measure that it has any of.
    if (counted === null) return null;
    const place = {
      period: this.periods[row]!,
      level: this.level,
      area_code: this.codes[row]!,
      area_name: this.names[row]!,
    };
    const counts = {
      numerator: numerators!.get(at)!,
      denominator: denominators!.get(at)!,
      practices: counted,
      practices_reported: reported!.get(at)!,
    };
    return figureRow(place, this.measures[position]!, counts, this.catalogue);
  }

  /** Every row has the counts of all measures. */
  private addWide(chunk: ColumnChunk): void {
    const columns = this.measures.map((_, position) =>
      namesOfCounts(position).map((name) => chunk.columns[name] as (number | null)[]),
    );
    for (let i = 0; i < chunk.count; i++) {
      const row = this.rowOf(chunk, i);
      for (let position = 0; position < columns.length; position++) {
        const at = row * this.measures.length + position;
        columns[position]!.forEach((values, k) => {
          this.counts[k]!.set(at, values[i]!);
        });
      }
    }
  }

  /** Every row has the counts of one measure. */
  private addLong(chunk: ColumnChunk): void {
    const ids = chunk.columns.measure as string[];
    const columns = countNames.map((name) => chunk.columns[name] as (number | null)[]);
    for (let i = 0; i < chunk.count; i++) {
      const at = this.rowOf(chunk, i) * this.measures.length + this.positions.get(ids[i]!)!;
      columns.forEach((values, k) => {
        this.counts[k]!.set(at, values[i]!);
      });
    }
  }

  /** The row of a place in a month, which is the last there is or a new one: they come in order. */
  private rowOf({ columns }: ColumnChunk, i: number): number {
    const [code, period] = [columns.area_code![i] as string, columns.period![i] as string];
    const last = this.codes.length - 1;
    if (this.codes[last] === code && this.periods[last] === period) return last;
    const row = last + 1;
    if (!this.places.has(code)) this.places.set(code, row);
    this.codes.push(this.codes[last] === code ? this.codes[last]! : code);
    this.periods.push(this.months.find((month) => month === period)!);
    const name = columns.area_name![i] as string;
    this.names.push(
      this.codes[last] === code && this.names[last] === name ? this.names[last]! : name,
    );
    for (let at = row * this.measures.length; at < (row + 1) * this.measures.length; at++) {
      for (const numbers of this.counts) numbers.set(at, null);
    }
    return row;
  }
}

/** What was read of each release, by level; as long as the release is open, since it never changes. */
const kept = new WeakMap<Database, Map<LevelId, LevelFigures>>();

/** Reads all figures of a level and keeps them, unless they are too many. */
export async function keepLevel(release: Release, level: LevelId): Promise<void> {
  const figures = await LevelFigures.read(release, level);
  if (!figures) return;
  const ofRelease = kept.get(release.database) ?? new Map<LevelId, LevelFigures>();
  kept.set(release.database, ofRelease.set(level, figures));
}

/** The figures of a level that are kept; undefined where they are not, or not yet. */
export const keptLevel = ({ database }: Release, level: LevelId): LevelFigures | undefined =>
  kept.get(database)?.get(level);
