import { dayInLondon } from '../../../data/definitions/days.ts';
import { type Doubt, gateChecks } from '../../../data/definitions/gate.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { sql } from '../../../server/store/sql.ts';
import { namedMonths } from './namedMonths.ts';

interface FileMonth {
  file: string;
  period: string;
}

/**
 * Doubts about the months in the files, at the time the release is made: not over yet, or not among those in the file's
 * name.
 */
export async function doubtFileMonths(
  database: DuckDatabase,
  files: readonly { name: string }[],
  madeAt: Date,
): Promise<Doubt[]> {
  const held = await database.all<{ file_id: number; period: string }>(
    sql`select distinct file_id, period from given_row order by all`,
  );
  const day = dayInLondon(madeAt);
  return held.flatMap(({ file_id, period }) => {
    const { name } = files[file_id]!;
    return [...doubtFuture({ file: name, period }, day), ...doubtName({ file: name, period })];
  });
}

function doubtFuture({ file, period }: FileMonth, day: string): Doubt[] {
  if (period < day.slice(0, 7)) return [];
  const message = gateChecks.future_month.says({ file, period, day });
  return [{ kind: 'future_month', period, area_code: null, value: period, other: day, message }];
}

/**
 * Checks the names of the zip, of the folders in it and of the file itself; returns a doubt about the first whose
 * months do not match.
 */
function doubtName({ file, period }: FileMonth): Doubt[] {
  for (const name of file.split('/')) {
    const told = namedMonths(name);
    if (!told || (period >= told.first && period <= told.last)) continue;
    const message = gateChecks.beyond_file_name.says({ file: name, period, ...told });
    const other = `${told.first} to ${told.last}`;
    return [{ kind: 'beyond_file_name', period, area_code: null, value: period, other, message }];
  }
  return [];
}
