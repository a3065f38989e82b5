import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { published } from './published.ts';

const byDefault = published && join(published, '../cases');

/** The folder of files that were once read or answered wrongly, a folder for each fault; null where there is none. */
export const cases: string | null = byDefault && existsSync(byDefault) ? byDefault : null;
