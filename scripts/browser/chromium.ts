import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

interface Found {
  executablePath: string;
  env?: Record<string, string | undefined>;
}

/** The browser that comes with the packages: the same everywhere, and quicker than one with a window. */
async function packed(): Promise<Found> {
  const { default: chromium } = await import('@sparticuz/chromium');
  chromium.setGraphicsMode = false;
  return { executablePath: await chromium.executablePath() };
}

/** The same with the system libraries that come beside it, for a machine that never had a browser. */
async function packedWithLibraries(): Promise<Found> {
  const own = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const archive = join(dirname(own), '..', '..', 'bin', 'al2023.tar.br');
  const folder = join(tmpdir(), 'chromium-libraries');
  mkdirSync(folder, { recursive: true });
  const { status, stderr, error } = spawnSync('tar', ['-x', '-C', folder], {
    input: brotliDecompressSync(readFileSync(archive)),
  });
  if (error || status !== 0) throw error ?? new Error(`tar failed: ${stderr}`);
  return {
    ...(await packed()),
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') },
  };
}

function installed(): Found | undefined {
  const executablePath = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find((path) => existsSync(path));
  return executablePath ? { executablePath } : undefined;
}

/** Starts a real browser: the one that is named, the one that comes with the packages, or one that is installed. */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.CHROME_PATH;
  const causes: unknown[] = [];
  const ways = named
    ? [() => ({ executablePath: named })]
    : [packed, packedWithLibraries, installed];
  for (const find of ways) {
    try {
      const found: Found | undefined = await find();
      // The package's own arguments are left out: they make one process of it, which ends with the first page closed.
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
