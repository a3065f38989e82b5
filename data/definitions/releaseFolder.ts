/** The ledger of what happened to releases, one line of JSON each. It determines which release is current. */
export const ledgerFile = 'ledger.jsonl';

/** Statements by whoever runs a copy about its statistics: texts by topic, as JSON. */
export const statementsFile = 'statements.json';

/**
 * The small file that names the current release. In a folder without a ledger it decides; otherwise it is only a note.
 */
export const currentFile = 'current';

/** Names the release being moved into place, from before its file appears until `current` names it. */
export const journalFile = '.publishing';

/** The file of a release in the folder of releases. */
export const releaseFile = (id: string): string => `${id}.duckdb`;

/** What is known about a release without opening its file, or when it was removed. */
export const manifestFile = (id: string): string => `${id}.json`;

/** Published figures, or invented ones for demonstration. */
export const releaseKinds = ['published', 'illustrative'] as const;

export type ReleaseKind = (typeof releaseKinds)[number];

/** Whether a text is a release's id: its last month and a number, as in `2018-09.1`. */
export const isReleaseId = (text: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])\.[1-9]\d{0,5}$/.test(text);

/** The last month of a release, with which its id begins. */
export const monthOf = (id: string): string => id.slice(0, 7);

/** The format of release files that this software writes and reads. It increases with every change of their tables. */
export const releaseFormat = 5;

/** The oldest format that `npm run releases -- convert` can convert to this one. */
const oldestConvertible = 4;

/** The oldest version of DuckDB that can open release files, for readers with their own tools. */
export const oldestDuckdb = '1.2.0';

/** Locked by the one process that may change the folder. */
export const lockFile = '.lock';

/** Prefix of the folder in which a release is being built. */
export const buildingPrefix = '.building-';

/**
 * Files made from releases for download, such as the bundle. They can be deleted, and are made again when asked for.
 */
export const filesFolder = '.files';

/** Whether a file in that folder was made from a release. */
export const isMadeOf = (name: string, id: string): boolean => name.startsWith(`${id}-`);

/** Prefix of a small file that is about to replace another. */
export const draftPrefix = '.draft-';

/** Prefix of a small file that lets somebody sign in to the operator's page once. */
export const signInPrefix = '.sign-in-';

/** Whether a format is older than this software's and can be converted to it. */
export const isConvertible = (format: number): boolean =>
  format >= oldestConvertible && format < releaseFormat;

/** Why this software cannot use a release of some format; null if it can. */
export function formatProblem(id: string, format: number): string | null {
  if (format === releaseFormat) return null;
  const way = isConvertible(format)
    ? 'make it again with `npm run releases -- convert` if it is the current one, else ingest its files again, with --fresh'
    : 'ingest its files again, with --fresh';
  return `release ${id} was made by another version of this software (${way}): its format is ${format}, not ${releaseFormat}`;
}
