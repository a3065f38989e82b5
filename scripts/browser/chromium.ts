import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/** The browser that comes with the packages: the same everywhere, and quicker than one with a window. */
async function packed(): Promise<string> {
  const { default: chromium } = await import('@sparticuz/chromium');
  chromium.setGraphicsMode = false;
  return chromium.executablePath();
}

const installed = () =>
  [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find((path) => existsSync(path));

/** Starts a real browser: the one that is named, the one that comes with the packages, or one that is installed. */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.CHROME_PATH;
  const causes: unknown[] = [];
  for (const find of named ? [() => named] : [packed, installed]) {
    try {
      const executablePath = await find();
      // The package's own arguments are left out: they make one process of it, which ends with the first page closed.
      if (executablePath) return await chromium.launch({ executablePath, args: quiet });
    } catch (cause) {
      causes.push(cause);
    }
  }
  throw new Error(
    'no browser to test in: install Chromium or Chrome, or name one by CHROME_PATH (on Debian: apt-get install chromium)',
    { cause: new AggregateError(causes) },
  );
}
