interface Change {
  kind: string;
  change: string;
}

interface Reason {
  /** The file it is given for; any without it. */
  file?: string;
  applies(change: Change): boolean;
  why: string;
}

/** Why changes may go unnoticed, the most particular first. */
const reasons: readonly Reason[] = [
  {
    applies: ({ kind, change }) => kind === 'StringLiteral' && /RangeError|:.*\$\{/.test(change),
    why: 'words of an error for programmers',
  },
];

/** Why a change that no test notices is left; a plain line where nobody has said. */
export const reasonOf = (file: string, change: Change): string =>
  reasons.find((one) => (!one.file || one.file === file) && one.applies(change))?.why ??
  'a test for it is still to be written';
