import { illustrativePracticeCode } from '../../../data/definitions/extracts.ts';
import { formatProblem } from '../../../data/definitions/releaseFolder.ts';
import type { Database } from '../../../server/store/database.ts';
import { sql } from '../../../server/store/sql.ts';
import { fileProblem, type Problem } from '../problem.ts';
import type { NamedFile } from '../rows/checkParts.ts';
import { quoted } from '../rows/columns.ts';

export type Kind = 'published' | 'illustrative';

/**
 * Whether the practices in `part` (where there are none, those of the release to build on) are invented or real; both at once, or another kind than that of the release to
 * build on (attached as `former`, or null), is a problem. Throws where that release is of another format.
 */
export async function checkKind(
  database: Database,
  files: readonly NamedFile[],
  former: string | null,
  problems: Problem[],
): Promise<Kind> {
  const firsts = await database.all<{ illustrative: boolean; file_id: number; row: number }>(sql`
    select regexp_matches(practice_code, ${quoted(illustrativePracticeCode.source)}) as illustrative,
      min(file_id) as file_id, min_by(row, (file_id, row)) as row
    from part
    group by illustrative
    order by illustrative`);
  if (former !== null && firsts.length === 0) return formerKind(database, former);
  const kind = firsts.at(-1)?.illustrative ? 'illustrative' : 'published';
  const [real, invented] = firsts;
  if (real && invented) {
    const { name } = files[invented.file_id]!;
    const message = `illustrative and published practices never mix: this row is illustrative, ${files[real.file_id]!.name} row ${real.row} published`;
    problems.push({ file: name, row: invented.row, column: null, value: null, message });
  } else if (real && former !== null) {
    const current = await formerKind(database, former);
    if (current !== kind) {
      const message = `the practices are ${kind} and those of the current release ${former} ${current}, which never mix: add --fresh to start from nothing`;
      problems.push(fileProblem(files[real.file_id]!.name, message));
    }
  }
  return kind;
}

async function formerKind(database: Database, former: string): Promise<Kind> {
  const { kind, format } = (await database.first<{ kind: Kind; format: number }>(
    sql`select kind, format from former.release`,
  ))!;
  const problem = formatProblem(former, format);
  if (problem) throw new Error(problem);
  return kind;
}
