import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
].find((path) => path && existsSync(path));

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Starts a real browser: one that is installed, or the one that comes with the packages. */
export async function launchChromium(): Promise<Browser> {
  if (installed) return chromium.launch({ executablePath: installed, args: quiet });
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    packed.setGraphicsMode = false;
    return await chromium.launch({
      executablePath: await packed.executablePath(),
      // Its own arguments make one process of it, which ends with the first page closed, and switch rules of the web off.
      args: quiet,
    });
  } catch (cause) {
    throw new Error(
      'no browser to test in: install Chromium or Chrome, or name one by CHROME_PATH (on Debian: apt-get install chromium)',
      { cause },
    );
  }
}
