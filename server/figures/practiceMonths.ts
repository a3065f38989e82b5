import { pauses } from '../pace.ts';
import type { ColumnChunk, Database } from '../store/database.ts';
import {
  everyPracticeMonthQuery,
  type PracticeMonthRow,
  practiceMonthColumns,
  practiceMonthsQuery,
} from '../store/queries/practice.ts';
import type { Release } from '../store/releases.ts';
import { Numbers } from './numbers.ts';
import { Texts } from './texts.ts';

/** At most so many months of practices are kept: 24 of England. */
const mostMonths = 170_000;
/** Rows that are read at once. */
const rowsAtOnce = 256;

/** A column of all rows. */
interface Held {
  name: string;
  held: Texts | Numbers;
}

/** The months of every practice as published, kept as columns: about 90 bytes a month. */
class PracticeMonths {
  /** The row of each practice's first month, and the one after its last. */
  private readonly rows = new Map<string, { from: number; to: number }>();
  private readonly columns = practiceMonthColumns.map(({ name, type }): Held => {
    return { name, held: type === 'text' ? new Texts() : new Numbers() };
  });
  private count = 0;

  static async read({ database }: Release): Promise<PracticeMonths> {
    const months = new PracticeMonths();
    const pause = pauses();
    for await (const chunk of database.columnChunks(everyPracticeMonthQuery(), rowsAtOnce)) {
      months.add(chunk);
      await pause();
    }
    for (const { held } of months.columns) held.trim(months.count);
    return months;
  }

  of(code: string): PracticeMonthRow[] {
    const { from, to } = this.rows.get(code) ?? { from: 0, to: 0 };
    return Array.from({ length: to - from }, (_, i) => this.row(from + i));
  }

  private row(at: number): PracticeMonthRow {
    const row: Record<string, string | number | null> = {};
    for (const { name, held } of this.columns) row[name] = held.get(at);
    return row as PracticeMonthRow;
  }

  private add({ columns, count }: ColumnChunk): void {
    const codes = columns.practice_code as string[];
    for (let i = 0; i < count; i++) {
      const at = this.count + i;
      const own = this.rows.get(codes[i]!);
      if (own) own.to = at + 1;
      else this.rows.set(codes[i]!, { from: at, to: at + 1 });
    }
    for (const { name, held } of this.columns) {
      const values = columns[name]!;
      for (let i = 0; i < count; i++) held.set(this.count + i, values[i] as never);
    }
    this.count += count;
  }
}

const kept = new WeakMap<Database, PracticeMonths>();

/** Reads the months of all practices and keeps them while the release is open, unless there are too many. */
export async function keepPracticeMonths(release: Release): Promise<void> {
  const { codesByLevel, periods } = release.catalogue;
  if (codesByLevel.practice.length * periods.length > mostMonths) return;
  kept.set(release.database, await PracticeMonths.read(release));
}

/** The months of a practice in order, as published. */
export const monthsOfPractice = async (
  { database }: Release,
  code: string,
): Promise<PracticeMonthRow[]> =>
  kept.get(database)?.of(code) ?? database.all<PracticeMonthRow>(practiceMonthsQuery(code));
