import type { Release } from '../store/releases.ts';

/** The name of a downloaded file: what it is, whether published or illustrative, and its release. */
export const fileNameOf = (name: string, { id, about }: Release, extension: string): string =>
  `gp-online-${name}-${about.kind}-${id}.${extension}`;
