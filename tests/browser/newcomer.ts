import { writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { onceMade, placeOf } from '../support/madeByTests.ts';
import { illustrateAsPeopleDo, startAsPeopleDo } from './visiting.ts';

/** Serves the illustrative England as a newcomer's first command does, for all tests of a file, and starts a browser. */
export function asNewcomer(): () => { browser: Browser; origin: string } {
  let server: Awaited<ReturnType<typeof startAsPeopleDo>>;
  let browser: Browser;
  beforeAll(async () => {
    const releases = await england();
    [server, browser] = await Promise.all([startAsPeopleDo(releases), launchChromium()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return () => ({ browser, origin: server.origin });
}

/** A folder with the illustrative England. The first file that asks makes it; the others wait. */
async function england(): Promise<string> {
  const { folder, done } = placeOf('england', inject('scratch'));
  await onceMade(folder, done, async () => {
    await illustrateAsPeopleDo(folder);
    writeFileSync(done, '');
  });
  return folder;
}
