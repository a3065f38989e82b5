import { illustrativePracticeCode } from '../../../data/definitions/extracts.ts';
import { referenceOf } from '../../../data/definitions/references.ts';
import type { ReleaseKind } from '../../../data/definitions/releaseFolder.ts';
import { fileProblem, type Problem } from '../problem.ts';
import type { ReferenceFile } from './keepReferences.ts';

/**
 * Adds conflicts of reference files with each other and with the release to the problems: two of one kind, or real
 * practices and places in an illustrative release and vice versa.
 */
export function checkReferences(
  files: readonly ReferenceFile[],
  kind: ReleaseKind | null,
  problems: Problem[],
): void {
  for (const [i, file] of files.entries()) {
    const same = files.slice(0, i).find(({ id }) => id === file.id);
    if (same) {
      const { title } = referenceOf(file.id);
      problems.push(
        fileProblem(
          file.name,
          `two files of the same kind (${title}), give only one: ${same.name}`,
        ),
      );
    }
    if (kind) checkKind(file, kind, problems);
  }
}

function checkKind(
  { name, id, rows }: ReferenceFile,
  kind: ReleaseKind,
  problems: Problem[],
): void {
  const never = 'illustrative and published data never mix';
  if (id.startsWith('boundary-')) {
    if (kind === 'illustrative') {
      problems.push(
        fileProblem(name, `${never}: these are real boundaries, and the release is illustrative`),
      );
    }
    return;
  }
  const column = 'practice_code';
  const stranger = (rows as readonly { practice_code: string }[]).findIndex(
    ({ practice_code }) =>
      illustrativePracticeCode.test(practice_code) !== (kind === 'illustrative'),
  );
  if (stranger < 0) return;
  const value = (rows[stranger] as { practice_code: string }).practice_code;
  const what = kind === 'illustrative' ? 'a real' : 'an invented';
  const message = `${never}: ${value} is ${what} practice, and the release is ${kind}`;
  problems.push({ file: name, row: stranger + 1, column, value, message });
}

/** The files without exact duplicates under other names. */
export const withoutRepeats = (files: readonly ReferenceFile[]): ReferenceFile[] =>
  files.filter(({ sha256 }, i) => files.findIndex((other) => other.sha256 === sha256) === i);
