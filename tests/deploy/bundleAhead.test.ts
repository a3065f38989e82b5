import { createInterface } from 'node:readline';
import { expect, inject, it } from 'vitest';
import { commandOf } from '../support/commands.ts';
import { ownFolder, root, started } from './servers.ts';

ownFolder();

/** Starts a server and collects what it logs, as it comes, once it is ready. */
async function logging(settings: Record<string, string>): Promise<string[]> {
  const { stdout } = started(process.execPath, commandOf('start'), {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: '',
      VITEST: '',
      PORT: '0',
      UPTAKE_DATA: inject('illustrative'),
      UPTAKE_LOG: 'info',
      UPTAKE_NOTICE: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const printed = createInterface({ input: stdout! });
  await new Promise<void>((ready) => {
    printed.on('line', (line) => {
      lines.push(line);
      if (line.includes('is ready at')) ready();
    });
  });
  return lines;
}

it('the zip of a release is made ahead of the first reader, or left to be asked for', async () => {
  const left = await logging({ UPTAKE_BUNDLE: 'asked' });
  const ahead = await logging({});
  const made = (lines: string[]) => lines.filter((line) => line.includes('bundle.zip')).length;
  await expect.poll(() => made(ahead), { timeout: 60_000 }).toBe(1);
  expect(made(left)).toBe(0);
  // Nor did anything that is made before it fail, such as the first page.
  expect(ahead.filter((line) => line.includes('"level":50'))).toEqual([]);
});
