import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { sweep } from './sweep.ts';
import { startAsPeopleDo } from './visiting.ts';

const data = inject('referenced2018');

describe.skipIf(!data)('the pages of April to September 2018', () => {
  let server: Awaited<ReturnType<typeof startAsPeopleDo>>;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startAsPeopleDo(data!), launchChromium()]);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  sweep(
    () => ({ browser, origin: server.origin }),
    [
      '/',
      // Its first month, a service that sends less, an area of each level, and one of a single practice.
      '/?service=appointments&period=2018-04',
      '/areas/Y56?within=practice&sort=use',
      '/areas/00C',
      '/areas/QE1',
      '/areas/U00070',
      '/practices/A82060',
      '/practices/A82060/report',
      // One that is not in the later months, and one with more patients set up than are registered.
      '/practices/A82074',
      '/practices/C88627',
      '/find?q=nowhere+at+all',
      '/explore?chart=spread&measure=prescriptions_enabled',
      '/explore?chart=xmr',
      '/explore?chart=months&area=Y56,00C',
      '/explore?chart=multiples',
      '/explore?chart=boundaries&level=ccg',
      '/compare?area=Y56,00C,A82060',
      '/data',
      '/methods',
      '/quality',
      '/about',
    ],
  );
});
