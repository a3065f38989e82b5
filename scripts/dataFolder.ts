import { fileURLToPath } from 'node:url';

/** The folder of releases: that named by `UPTAKE_DATA`, or `data/releases` beside this software. */
export const dataFolder = (): string =>
  process.env.UPTAKE_DATA || fileURLToPath(new URL('../data/releases', import.meta.url));
