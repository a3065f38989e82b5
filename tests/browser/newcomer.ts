import { renameSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { onceMade, placeOf } from '../support/madeByTests.ts';
import { sharedServer } from '../support/sharedServer.ts';
import { illustrateAsPeopleDo, startAsPeopleDo } from './visiting.ts';

/**
 * Serves the illustrative England as a newcomer's first command does, and starts a browser. All files that ask share
 * one server, which ends after the last test.
 */
export function asNewcomer(): () => { browser: Browser; origin: string } {
  let origin: string;
  let browser: Browser;
  beforeAll(async () => {
    [origin, browser] = await Promise.all([served(), launchChromium()]);
  }, 180_000);
  afterAll(() => browser?.close());
  return () => ({ browser, origin });
}

/** The origin of the server. The first file that asks starts it; the others wait. */
async function served(): Promise<string> {
  const { folder, done, read } = sharedServer(inject('scratch'));
  await onceMade(folder, done, async () => {
    const server = await startAsPeopleDo(await england());
    server.letRun();
    writeFileSync(`${done}.new`, JSON.stringify({ origin: server.origin, pid: server.pid }));
    renameSync(`${done}.new`, done);
  });
  return read()!.origin;
}

/** A folder with the illustrative England. */
async function england(): Promise<string> {
  const { folder, done } = placeOf('england', inject('scratch'));
  await onceMade(folder, done, async () => {
    await illustrateAsPeopleDo(folder);
    writeFileSync(done, '');
  });
  return folder;
}
