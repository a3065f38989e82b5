import { get } from 'node:http';
import type { Page } from 'playwright-core';

/** Addresses of the scripts that a loaded page requested before it could be used. */
async function scriptsBeforeUse(page: Page): Promise<string[]> {
  await page.waitForFunction(() => performance.getEntriesByName('usable').length);
  return page.evaluate(() => {
    const usable = performance.getEntriesByName('usable')[0]!.startTime;
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => /\.js$/.test(name) && startTime < usable)
      .map(({ name }) => name);
  });
}

/** The size of a file as gzip, in bytes. */
const packedSize = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, async (response) => {
      let size = 0;
      for await (const piece of response) size += piece.length;
      const { statusCode, headers } = response;
      if (statusCode === 200 && headers['content-encoding'] === 'gzip') resolve(size);
      else reject(new Error(`not sent as gzip: ${url}`));
    }).on('error', reject);
  });

/** How much script, in KB of gzip, a freshly loaded page needed before it could be used. */
export async function scriptBeforeUse(page: Page): Promise<number> {
  const sizes = await Promise.all((await scriptsBeforeUse(page)).map(packedSize));
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
