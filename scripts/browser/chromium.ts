import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { ownChromium, type Startable } from './ownChromium.ts';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

function installed(): Startable | undefined {
  const executablePath = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find((path) => existsSync(path));
  return executablePath ? { executablePath } : undefined;
}

/** Starts a real browser: the one that is named, the one that comes with the packages, or an installed one. */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.CHROME_PATH;
  const causes: unknown[] = [];
  const ways = named ? [() => ({ executablePath: named })] : [ownChromium, installed];
  for (const find of ways) {
    try {
      const found: Startable | undefined = find();
      // The package's own arguments are left out: they put everything into one process, which ends when the first page
      // is closed.
      if (found) return await chromium.launch({ ...found, args: quiet });
    } catch (cause) {
      causes.push(cause);
    }
  }
  throw new Error(
    'no browser to test in: install Chromium or Chrome, or name one by CHROME_PATH (on Debian: apt-get install chromium)',
    { cause: new AggregateError(causes) },
  );
}
