import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const byDefault = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** The folder with published extracts, reference files and expected figures; null if there is none. */
export const published: string | null =
  process.env.UPTAKE_PUBLISHED ?? (existsSync(byDefault) ? byDefault : null);

if (!published) {
  console.log('skipped: tests on published files (UPTAKE_PUBLISHED names no folder)');
}
