import type { LevelId } from '../../data/definitions/levels.ts';
import { type Measure, measures } from '../../data/definitions/measures.ts';
import { pauses } from '../pace.ts';
import { type Catalogue, heldMeasure } from '../store/catalogue.ts';
import type { ColumnChunk, Database } from '../store/database.ts';
import {
  countNames,
  type FigureRow,
  levelQuery,
  namesOfCounts,
  namesQuery,
} from '../store/queries/figures.ts';
import type { Release } from '../store/releases.ts';
import { figureRow, type Place } from './figureRow.ts';
import { Numbers } from './numbers.ts';
import { Texts } from './texts.ts';

/** Figures of one level that are kept at most: those of 24 months of England's practices. */
const mostFigures = 4_000_000;
/** Rows that are read at once. */
const rowsAtOnce = 256;

/**
 * All figures of one level of a release, kept as columns of numbers: about 10 bytes for each figure of a practice. They
 * make the figures of a place without a query.
 */
export class LevelFigures {
  private readonly months: ReadonlyMap<string, number>;
  private readonly places: ReadonlyMap<string, number>;
  private readonly positions: ReadonlyMap<string, number>;
  /** By place and month. */
  private readonly names = new Texts();
  /** By place, month and measure. */
  private readonly counts: readonly Numbers[];

  private constructor(
    private readonly level: LevelId,
    private readonly measures: readonly Measure[],
    private readonly catalogue: Catalogue,
  ) {
    const codes = catalogue.codesByLevel[level];
    this.months = new Map(catalogue.periods.map(({ period }, position) => [period, position]));
    this.places = new Map(codes.map((code, position) => [code, position]));
    this.positions = new Map(measures.map(({ id }, position) => [id, position]));
    const figures = codes.length * this.months.size * measures.length;
    this.counts = countNames.map(() => new Numbers(figures));
  }

  /** Reads them; null where they are too many to be kept. */
  static async read(
    { database, catalogue }: Release,
    level: LevelId,
  ): Promise<LevelFigures | null> {
    const { periods, codesByLevel } = catalogue;
    const held = measures.map((measure) => heldMeasure(measure, catalogue));
    if (codesByLevel[level].length * periods.length * held.length > mostFigures) return null;
    const figures = new LevelFigures(level, held, catalogue);
    const pause = pauses();
    for await (const chunk of database.columnChunks(levelQuery(level, held), rowsAtOnce)) {
      figures.addCounts(chunk);
      await pause();
    }
    for await (const chunk of database.columnChunks(namesQuery(level), rowsAtOnce)) {
      figures.addNames(chunk);
      await pause();
    }
    return figures;
  }

  /** Figures of places, in the order of codes, months and the measures asked for. */
  of(codes: readonly string[], periods: readonly string[], asked: readonly Measure[]): FigureRow[] {
    const positions = asked.map(({ id }) => this.positions.get(id)!);
    const figures: FigureRow[] = [];
    for (const code of codes) {
      for (const period of periods) {
        const cell = this.cellOf(code, period);
        if (cell === null) continue;
        const place = {
          period,
          level: this.level,
          area_code: code,
          area_name: this.names.get(cell)!,
        };
        for (const position of positions) {
          const figure = this.figure(place, cell, position);
          if (figure) figures.push(figure);
        }
      }
    }
    return figures;
  }

  private figure(place: Place, cell: number, position: number): FigureRow | null {
    const at = cell * this.measures.length + position;
    const [numerators, denominators, practices, reported] = this.counts;
    const counted = practices!.get(at);
    // A place has counts in the months in which it exists, an area only those of measures that it has any of.
    if (counted === null) return null;
    const counts = {
      numerator: numerators!.get(at)!,
      denominator: denominators!.get(at)!,
      practices: counted,
      practices_reported: reported!.get(at)!,
    };
    return figureRow(place, this.measures[position]!, counts, this.catalogue);
  }

  /** The number of a place in a month; null if there is none. */
  private cellOf(code: string, period: string): number | null {
    const place = this.places.get(code);
    const month = this.months.get(period);
    return place === undefined || month === undefined ? null : place * this.months.size + month;
  }

  private addCounts({ columns, count }: ColumnChunk): void {
    const counts = this.measures.map((_, position) =>
      namesOfCounts(position).map((name) => columns[name] as (number | null)[]),
    );
    for (let i = 0; i < count; i++) {
      const cell = this.cellOf(columns.area_code![i] as string, columns.period![i] as string)!;
      for (let position = 0; position < counts.length; position++) {
        const at = cell * counts.length + position;
        counts[position]!.forEach((values, k) => {
          this.counts[k]!.set(at, values[i]!);
        });
      }
    }
  }

  /** Each name holds to the month of the place's next one. */
  private addNames({ columns, count }: ColumnChunk): void {
    for (let i = 0; i < count; i++) {
      const place = this.places.get(columns.area_code![i] as string)!;
      const from = this.months.get(columns.period![i] as string)!;
      for (let month = from; month < this.months.size; month++) {
        this.names.set(place * this.months.size + month, columns.area_name![i] as string);
      }
    }
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
