import type { Browser, Page } from 'playwright-core';
import { layoutShift, watchLayoutShift } from '../browser/layoutShift.ts';
import { scriptBeforeUse } from '../browser/scriptBeforeUse.ts';

/** 1.6 Mbit/s down and 0.75 up in bytes per second, and the latency of each request in milliseconds. */
const slow4G = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const slowerProcessor = 4;

export interface PhoneVisit {
  /** KB of script as gzip that were loaded before the page could be used. */
  script: number;
  /** When the page could be used, in seconds. */
  usable: number;
  /** When the largest element first in view was painted, in seconds. */
  largestPaint: number;
  /** How much its parts moved by themselves, down to its end. */
  shift: number;
}

/** Visits a page for the first time on a phone over slow 4G, and scrolls it to its end. */
export async function visitByPhone(browser: Browser, url: string): Promise<PhoneVisit> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', { offline: false, ...slow4G });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor });
    await watchLayoutShift(page);
    await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 });
    const script = await scriptBeforeUse(page);
    return { script, ...(await timesOf(page)), shift: await layoutShift(page) };
  } finally {
    await context.close();
  }
}

const timesOf = (page: Page): Promise<Pick<PhoneVisit, 'usable' | 'largestPaint'>> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          resolve({
            usable: performance.getEntriesByName('usable')[0]!.startTime / 1000,
            largestPaint: list.getEntries().at(-1)!.startTime / 1000,
          });
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
