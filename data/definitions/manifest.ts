import { type ReleaseKind, releaseKinds } from './releaseFolder.ts';

/** What a release says about itself. */
export interface ReleaseAbout {
  release: string;
  kind: ReleaseKind;
  made_at: string;
  first_period: string;
  last_period: string;
  previous: string | null;
  note: string | null;
  months: number;
  practices: number;
  /** The number of doubts accepted for it. */
  acceptances: number;
  /** Ids of its measures, separated by commas. */
  measures: string;
}

/** The manifest beside a release's file: enough to list the release without opening it, and to recognise its file. */
export interface Manifest extends ReleaseAbout {
  format: number;
  /** The reasons given for accepting doubts about it. */
  reasons: string[];
  /** The size of the file. */
  bytes: number;
  /** The SHA-256 of the file, as `sha256sum` prints it. */
  sha256: string;
  /**
   * Whether it was built to be published later, at a time given by the ledger. Without a ledger such a release is
   * ignored.
   */
  draft?: true;
  /** Whether it was recorded in a ledger. A folder that has such a release but no ledger has lost it. */
  ledger?: true;
}

/** The record of a removed release. Its id is never used again. */
export interface Removal {
  release: string;
  removed_at: string;
}

/** A manifest as the text of its file. */
export const manifestText = (manifest: Manifest | Removal): string =>
  JSON.stringify(manifest, null, 2);

const text = (value: unknown) => typeof value === 'string' && value !== '';
const textOrNull = (value: unknown) => value === null || text(value);
const count = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const month = (value: unknown) => text(value) && /^\d{4}-\d\d$/.test(value as string);

const fields: Record<keyof Manifest, (value: unknown) => boolean> = {
  release: text,
  kind: (value) => releaseKinds.some((kind) => kind === value),
  made_at: text,
  first_period: month,
  last_period: month,
  previous: textOrNull,
  note: textOrNull,
  months: count,
  practices: count,
  acceptances: count,
  measures: text,
  format: count,
  reasons: (value) => Array.isArray(value) && value.every(text),
  bytes: count,
  sha256: (value) => text(value) && /^[\da-f]{64}$/.test(value as string),
  draft: (value) => value === undefined || value === true,
  ledger: (value) => value === undefined || value === true,
};

/** Parses the text of a manifest; throws a message that says what is wrong. */
export function parseManifest(source: string): Manifest | Removal {
  const read = parsed(source);
  if (text(read.release) && text(read.removed_at)) return read as unknown as Removal;
  for (const [name, fits] of Object.entries(fields)) {
    if (!fits(read[name])) throw new Error(`not a usable ${name}: ${shown(read[name])}`);
  }
  return read as unknown as Manifest;
}

function parsed(source: string): Record<string, unknown> {
  let read: unknown;
  try {
    read = JSON.parse(source);
  } catch {
    throw new Error(`not JSON: ${shown(source)}`);
  }
  if (typeof read !== 'object' || read === null) throw new Error(`not an object: ${shown(source)}`);
  return read as Record<string, unknown>;
}

const shown = (value: unknown): string => {
  const whole = (typeof value === 'string' ? value : JSON.stringify(value)) ?? 'none';
  return whole.length > 60 ? `${whole.slice(0, 60)}…` : whole || '(empty)';
};
