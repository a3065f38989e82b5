/** What happened to the releases, a line of JSON each: what is current follows from it. */
export const ledgerFile = 'ledger.jsonl';

/** What whoever runs a copy states of its statistics: texts by topic, as JSON. */
export const statementsFile = 'statements.json';

/** The small file that names the current release: in a folder without a ledger the only one to say so, else a note of it. */
export const currentFile = 'current';

/** Names the release being put in place, from before its file appears until `current` names it. */
export const journalFile = '.publishing';

/** The file of a release in the folder of releases. */
export const releaseFile = (id: string): string => `${id}.duckdb`;

/** What is known of a release without opening its file, or when it was removed. */
export const manifestFile = (id: string): string => `${id}.json`;

/** Published figures, or such as were made up to show what this does. */
export const releaseKinds = ['published', 'illustrative'] as const;

export type ReleaseKind = (typeof releaseKinds)[number];

/** Whether a text is a release's id: its last month and a number, as in `2018-09.1`. */
export const isReleaseId = (text: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])\.[1-9]\d{0,5}$/.test(text);

/** The last month of a release, which its id begins with. */
export const monthOf = (id: string): string => id.slice(0, 7);

/** The format of release files that this software writes and reads: another number with every change of their tables. */
export const releaseFormat = 5;

/** The oldest format that `npm run releases -- convert` brings to this one. */
const oldestConvertible = 4;

/** The oldest version of DuckDB that opens release files, for those who read them with tools of their own. */
export const oldestDuckdb = '1.2.0';

/** Held by the one process that may change the folder. */
export const lockFile = '.lock';

/** Begins the name of a folder in which a release is being built. */
export const buildingPrefix = '.building-';

/** Files made of releases for those who take them, such as the bundle: not kept for good, made again when asked for. */
export const filesFolder = '.files';

/** Whether a file of that folder was made of a release. */
export const isMadeOf = (name: string, id: string): boolean => name.startsWith(`${id}-`);

/** Begins the name of a small file that is about to replace another. */
export const draftPrefix = '.draft-';

/** Begins the name of a small file by which somebody can sign in to the operator's page once. */
export const signInPrefix = '.sign-in-';

/** Whether a format is older than this software's and can be brought to it. */
export const isConvertible = (format: number): boolean =>
  format >= oldestConvertible && format < releaseFormat;

/** Why this software cannot use a release of a format; null where it can. */
export function formatProblem(id: string, format: number): string | null {
  if (format === releaseFormat) return null;
  const way = isConvertible(format)
    ? 'make it again with `npm run releases -- convert` if it is the current one, else ingest its files again, with --fresh'
    : 'ingest its files again, with --fresh';
  return `release ${id} was made by another version of this software (${way}): its format is ${format}, not ${releaseFormat}`;
}
