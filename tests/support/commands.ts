import { fileURLToPath } from 'node:url';

const setup = fileURLToPath(new URL('../../scripts/setup.js', import.meta.url));

/** What Node runs for a command of package.json, as npm has it run. */
export const commandOf = (
  name: 'start' | 'ingest' | 'illustrate' | 'releases',
  ...args: readonly string[]
): string[] => [setup, name, ...args];
