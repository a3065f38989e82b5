import { illustrativePracticeCode } from '../../../data/definitions/extracts.ts';
import { formatProblem, type ReleaseKind } from '../../../data/definitions/releaseFolder.ts';
import type { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { sql } from '../../../server/store/sql.ts';
import { fileProblem, type Problem } from '../problem.ts';
import type { NamedFile } from '../rows/checkParts.ts';
import { quoted } from '../rows/columns.ts';
import type { FormerRelease } from './formerRelease.ts';

/**
 * Whether the practices in `given_row` (or if there are none, those of the release to build on) are invented or real.
 * Having both, or a different kind from the release to build on, is a problem. Throws if that release has another
 * format.
 */
export async function checkKind(
  database: DuckDatabase,
  files: readonly NamedFile[],
  former: FormerRelease | null,
  problems: Problem[],
): Promise<ReleaseKind> {
  const otherFormat = former && formatProblem(former.id, former.format);
  if (otherFormat) throw new Error(otherFormat);
  const firsts = await database.all<{ illustrative: boolean; file_id: number; row: number }>(sql`
    select regexp_matches(practice_code, ${quoted(illustrativePracticeCode.source)}) as illustrative,
      min(file_id) as file_id, min_by(row, (file_id, row)) as row
    from given_row
    group by illustrative
    order by illustrative`);
  if (former && firsts.length === 0) return former.kind;
  const kind = firsts.at(-1)?.illustrative ? 'illustrative' : 'published';
  const [real, invented] = firsts;
  if (real && invented) {
    const { name } = files[invented.file_id]!;
    const message = `illustrative and published practices never mix: this row is illustrative, ${files[real.file_id]!.name} row ${real.row} published`;
    problems.push({ file: name, row: invented.row, column: null, value: null, message });
  } else if (real && former && former.kind !== kind) {
    const message = `the practices are ${kind} and those of the current release ${former.id} ${former.kind}, which never mix: add --fresh to start from nothing`;
    problems.push(fileProblem(files[real.file_id]!.name, message));
  }
  return kind;
}
