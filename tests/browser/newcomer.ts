import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { illustrateAsPeopleDo, startAsPeopleDo } from './visiting.ts';

/**
 * Makes an illustrative England and serves it as a newcomer's first command does, for all tests of a file, and starts a
 * browser for them.
 */
export function asNewcomer(): () => { browser: Browser; origin: string } {
  let folder: string;
  let server: Awaited<ReturnType<typeof startAsPeopleDo>>;
  let browser: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'uptake-newcomer-'));
    const releases = join(folder, 'releases');
    await illustrateAsPeopleDo(releases);
    [server, browser] = await Promise.all([startAsPeopleDo(releases), launchChromium()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => ({ browser, origin: server.origin });
}
