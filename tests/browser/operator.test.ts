import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { secondInLondon } from '../../data/definitions/days.ts';
import { freePort } from '../../scripts/bench/nginx.ts';
import { launchChromium } from '../../scripts/browser/chromium.ts';
import { ingest } from '../../scripts/ingest/ingest.ts';
import { readLedger } from '../../server/store/releases/ledger.ts';
import { allFields, longExtract } from '../scripts/ingest/extracts.ts';
import { commandOf } from '../support/commands.ts';
import { due, shareDue } from '../support/due.ts';
import { faultsOf } from './sweep.ts';
import { startAsPeopleDo, visit } from './visiting.ts';

const scratch = mkdtempSync(join(tmpdir(), 'uptake-operator-'));
const folder = join(scratch, 'releases');
let server: Awaited<ReturnType<typeof startAsPeopleDo>>;
let browser: Browser;
let settings: Record<string, string>;
let desk = '';

const extract = (name: string, date: string, fields: Record<string, string | number>) => {
  const path = join(scratch, name);
  writeFileSync(path, longExtract([{ date, fields }]));
  return path;
};

beforeAll(async () => {
  await ingest({
    files: [extract('april.csv', '30APR2018', allFields(1000, 100))],
    dataFolder: folder,
    by: 'Ann Lee',
  });
  const [port, own] = [await freePort(), await freePort()];
  settings = { PORT: String(port), UPTAKE_OPERATOR_PORT: String(own) };
  desk = `http://127.0.0.1:${own}`;
  [server, browser] = await Promise.all([startAsPeopleDo(folder, settings), launchChromium()]);
  while (!(await fetch(desk).catch(() => null))) await wait(100);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** The link that the command prints for a person. */
async function linkFor(name: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    commandOf('releases', 'sign-in', '--as', name),
    { env: { ...process.env, ...settings, UPTAKE_DATA: folder } },
  );
  expect(stdout).toContain(`${name} can sign in by it once, within 15 minutes.\n`);
  return stdout.split('\n', 1)[0]!;
}

const publicOrigin = () => `http://127.0.0.1:${settings.PORT}`;
const text = (page: Page) => page.locator('main').innerText();
const follow = async (page: Page, name: string) => {
  const loaded = page.waitForEvent('load');
  await page.getByRole('link', { name, exact: true }).first().click();
  await loaded;
};
const press = async (page: Page, name: string | RegExp) => {
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name }).click();
  await loaded;
};

it.each(due([true, false], 2))(
  `a release goes from upload to published by two people in a browser, with script: %s (${shareDue(2)})`,
  async (javaScriptEnabled) => {
    const month = javaScriptEnabled ? 'May' : 'June';
    const [date, period] = javaScriptEnabled ? ['31MAY2018', '2018-05'] : ['30JUN2018', '2018-06'];
    const release = `${period}.1`;
    const [ann, bob] = [
      await visit(browser, desk, { javaScriptEnabled }),
      await visit(browser, desk, { javaScriptEnabled }),
    ];
    const link = await linkFor('Ann Lee');
    await ann.page.goto(link);
    await press(ann.page, 'Sign in as Ann Lee');
    expect(await text(ann.page)).toContain('No draft waits for anybody.');
    await ann.page.getByLabel('How many others approve each release').selectOption('1');
    await press(ann.page, 'Change');
    expect(await text(ann.page)).toContain(
      'From now on a release is published once 1 other person has approved it.',
    );

    await follow(ann.page, 'Upload files');
    const bad = extract('bad.csv', date, { Total_Use: 'many' });
    await ann.page.getByLabel('Files of the release').setInputFiles(bad);
    await press(ann.page, 'Check and build');
    expect(await text(ann.page)).toContain(
      'bad.csv, row 1, column value: not a whole number: many (Total_Use)',
    );
    await follow(ann.page, 'Upload other files');
    const good = extract(`${month}.csv`, date, allFields(1000, 200));
    await ann.page.getByLabel('Files of the release').setInputFiles(good);
    await press(ann.page, 'Check and build');
    expect(await text(ann.page)).toContain(`Release ${release} is made, as a draft.`);
    await follow(ann.page, `Review ${release}`);
    const review = await text(ann.page);
    expect(review).toContain(`England in ${month} 2018`);
    expect(review).toContain(`Ann Lee built ${release}: somebody else must approve it.`);
    expect(await ann.page.getByRole('button', { name: /Approve/ }).count()).toBe(0);

    await bob.page.goto(await linkFor('Bob Ray'));
    await press(bob.page, 'Sign in as Bob Ray');
    await follow(bob.page, `Review ${release}`);
    const due = new Date(Math.ceil(Date.now() / 1000) * 1000 + 20_000);
    await ann.page.getByLabel('Date and time').fill(secondInLondon(due));
    await press(ann.page, 'Schedule');
    expect(await text(ann.page)).toContain(`${release} will be published at`);

    await press(bob.page, 'I have reviewed it');
    await press(bob.page, 'Approve as Bob Ray');
    expect(await text(bob.page)).toContain(`Bob Ray has approved ${release}`);
    for (const path of ['', '/api/v1/measures', `/api/v1/measures?release=${release}`]) {
      const answer = await fetch(publicOrigin() + path);
      expect(await answer.text()).not.toContain(`"release":"${release}"`);
    }
    expect(Date.now()).toBeLessThan(due.getTime());
    const current = async () =>
      (await (await fetch(`${publicOrigin()}/api/v1/measures`)).json()).meta.release;
    await expect.poll(current, { timeout: 90_000, interval: 200 }).toBe(release);
    expect(Date.now() - due.getTime()).toBeGreaterThanOrEqual(0);

    await follow(bob.page, 'Log');
    expect(await text(bob.page)).toMatch(
      new RegExp(`Bob Ray\\s+approved ${release.replace('.', '\\.')}, SHA-256`),
    );
    await press(ann.page, 'Sign out');
    await Promise.all([ann.close(), bob.close()]);
  },
  300_000,
);

it('each of its pages is accessible and fits', async () => {
  const { page, close } = await visit(browser, desk);
  await page.goto(await linkFor('Ann Lee'));
  expect(await faultsOf(page)).toEqual([]);
  await press(page, 'Sign in as Ann Lee');
  await follow(page, 'Calendar');
  await page.getByLabel('Figures to').fill('2018-07');
  await page.getByLabel('Date and time').fill('2099-05-28 09:30');
  await page.getByLabel('The day may still change').check();
  await press(page, 'Announce');
  expect(await text(page)).toContain('July 2018 is announced provisionally for 9:30am on');
  for (const path of ['/', '/upload', '/calendar', '/log', '/releases/2018-04.1']) {
    await page.goto(desk + path, { waitUntil: 'load' });
    expect(await page.locator('h1').count()).toBe(1);
    expect([path, await faultsOf(page)]).toEqual([path, []]);
  }
  await close();
});

it("nothing of it is on the readers' server", async () => {
  for (const path of ['/operator.css', '/upload', '/log', '/sign-in/x', '/policy']) {
    expect([path, (await fetch(publicOrigin() + path)).status]).toEqual([path, 404]);
  }
  expect(readLedger(folder)!.broken).toBeNull();
});
