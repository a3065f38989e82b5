import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { commandOf } from '../support/commands.ts';

/** Makes the illustrative England as `npm run illustrate` does, in a folder of releases. */
export async function illustrateAsPeopleDo(data: string): Promise<void> {
  const child = spawn(process.execPath, commandOf('illustrate'), {
    env: { ...process.env, UPTAKE_DATA: data },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the illustrative England was not made: exit ${code}`);
}

interface Started {
  origin: string;
  pid: number;
  /** Lets this process end before the server does. */
  letRun(): void;
  stop(): Promise<void>;
}

/** Starts the product as `npm start` does, on a folder of releases, and waits until it prints its address. */
export async function startAsPeopleDo(
  data: string,
  environment: Record<string, string> = {},
): Promise<Started> {
  const child = spawn(process.execPath, commandOf('start'), {
    // Without the variables that the test runner sets, which would make this a development build.
    env: {
      ...process.env,
      NODE_ENV: '',
      VITEST: '',
      PORT: '0',
      UPTAKE_NOTICE: '0',
      // Nobody downloads it here, and making it would slow down what is tested.
      UPTAKE_BUNDLE: 'asked',
      UPTAKE_RATE: '0',
      UPTAKE_DATA: data,
      UPTAKE_LOG: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
    if (!found) continue;
    child.stdout.resume();
    return {
      origin: found[0],
      pid: child.pid!,
      letRun() {
        child.unref();
        (child.stdout as Socket).unref();
      },
      async stop() {
        child.kill('SIGTERM');
        await once(child, 'exit');
      },
    };
  }
  throw new Error('the server ended before it was ready');
}

export interface Visit {
  page: Page;
  /**
   * What must not happen on any page: console messages, policy reports, and requests that fail or go to other sites.
   */
  complaints: string[];
  close(): Promise<void>;
}

/**
 * Opens a page that remembers everything the browser complains about, and every request that goes to another
 * origin than its own and those that it may `frame`.
 */
export async function visit(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
  frame: readonly string[] = [],
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // A browser with script switched off refuses to prefetch scripts, and reports that a policy forbids it.
    if (options.javaScriptEnabled === false && request.url().endsWith('.js')) return;
    if (reason !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('request', (request) => {
    const { protocol, origin: to } = new URL(request.url());
    if (to !== origin && !frame.includes(to) && protocol.startsWith('http'))
      complaints.push(`elsewhere: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return {
    page,
    complaints,
    async close() {
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
}

/** Waits until every chart on the page is drawn, scrolling to those that are drawn once they are seen. */
export async function drawCharts(page: Page): Promise<number> {
  const charts = page.locator('uptake-chart');
  const count = await charts.count();
  for (let i = 0; i < count; i++) {
    const chart = charts.nth(i);
    if (!(await chart.isVisible())) continue;
    await chart.scrollIntoViewIfNeeded();
    await chart.and(page.locator('[data-state=drawn]')).waitFor({ timeout: 10_000 });
  }
  return count;
}
