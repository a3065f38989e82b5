import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { published } from './published.ts';

const byDefault = published && join(published, '../cases');

/** The folder of files that were once handled wrongly, with a folder for each fault; null if there is none. */
export const cases: string | null = byDefault && existsSync(byDefault) ? byDefault : null;
