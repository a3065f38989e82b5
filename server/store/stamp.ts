import { type BigIntStats, statSync } from 'node:fs';

/** What the file system says about a file. */
export interface Outside {
  /** Changes whenever the file does. */
  stamp: string;
  bytes: number;
}

/** What the file system says about a file; null if it cannot be reached. */
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
