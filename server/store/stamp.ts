import { type BigIntStats, statSync } from 'node:fs';

/** What is known of a file from outside. */
export interface Outside {
  /** Changes whenever the file does. */
  stamp: string;
  bytes: number;
}

/** What is known of a file from outside; null where there is none that can be reached. */
export function outsideOf(path: string): Outside | null {
  let found: BigIntStats;
  try {
    found = statSync(path, { bigint: true });
  } catch {
    return null;
  }
  const { ino, size, mtimeNs, ctimeNs } = found;
  return { stamp: [ino, size, mtimeNs, ctimeNs].join(' '), bytes: Number(size) };
}
