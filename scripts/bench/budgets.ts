import type { Browser, Page } from 'playwright-core';
import { sql } from '../../server/store/sql.ts';
import { launchChromium } from '../browser/chromium.ts';
import type { Generated, GeneratedRelease } from './generated.ts';
import { inMs, median, type Ratio } from './measuring.ts';
import { type PhoneVisit, visitByPhone } from './phone.ts';
import { type Repaint, timeRepaint } from './repaint.ts';
import { timeScrolling } from './scrolling.ts';
import { startProduct } from './servers.ts';

const visits = 3;

/** What pages cost their readers, measured in a real browser: on a phone, when choosing, and when scrolling. */
export async function benchBudgets(generated: Generated): Promise<Ratio[]> {
  const release = await generated.releaseOf(12);
  const places = await placesOf(release);
  const product = await startProduct(release.folder);
  const browser = await launchChromium();
  try {
    const ratios: Ratio[] = [];
    for (const [name, path] of Object.entries(pagesOf(places))) {
      ratios.push(...(await byPhone(browser, name, product.origin + path)));
    }
    for (const choice of choices) ratios.push(await repaint(browser, product.origin, choice));
    for (const [name, path] of Object.entries(longTables)) {
      ratios.push(...(await scrolling(browser, name, product.origin + path)));
    }
    return ratios;
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function placesOf({ open }: GeneratedRelease): Promise<{ ccg: string; practice: string }> {
  const database = await open();
  try {
    const found = await database.first<{ ccg: string; practice: string }>(sql`
      select max(ccg_code) as ccg, max(practice_code) as practice from practice_month
      where registered > 0 and period = (select max(period) from practice_month)`);
    return found!;
  } finally {
    database.close();
  }
}

const pagesOf = ({ ccg, practice }: Awaited<ReturnType<typeof placesOf>>) => ({
  England: '/',
  CCG: `/areas/${ccg}`,
  practice: `/practices/${practice}`,
  'Explore, funnel of CCGs': '/explore?chart=funnel',
  'Explore, funnel of practices': '/explore?chart=funnel&level=practice',
  Compare: `/compare?area=${ccg},${practice}`,
  report: `/practices/${practice}/report`,
});

/** First visits by a phone to a page that the server has drawn before. */
async function byPhone(browser: Browser, name: string, url: string): Promise<Ratio[]> {
  await fetch(url);
  const all: PhoneVisit[] = [];
  for (let i = 0; i < visits; i++) all.push(await visitByPhone(browser, url));
  const middle = (of: (visit: PhoneVisit) => number) => median(all.map(of));
  return [
    {
      name: `${name}: KB of script before it can be used`,
      value: middle(({ script }) => script),
      detail: `usable after ${middle(({ usable }) => usable).toFixed(2)} s`,
      atMost: 40,
    },
    {
      name: `${name}: seconds to the largest paint, on a phone over slow 4G`,
      value: middle(({ largestPaint }) => largestPaint),
      detail: `median of ${visits} visits`,
      atMost: 1.5,
    },
    {
      name: `${name}: layout shift, to its end`,
      value: Math.max(...all.map(({ shift }) => shift)),
      detail: `most of ${visits} visits`,
      atMost: 0.02,
    },
  ];
}

interface Choice {
  name: string;
  path: string;
  /** There and back, so that the second time all data is already loaded. */
  there(page: Page): Promise<unknown>;
  back(page: Page): Promise<unknown>;
}

const follows = (text: string) => (page: Page) =>
  page.getByRole('link', { name: text }).first().click();
const picks = (name: string, option: string | { index: number }) => (page: Page) =>
  // A list that can be searched hides its select, which still takes the choice.
  page.locator(`select[name=${name}]`).selectOption(option, { force: true });

const choices: readonly Choice[] = [
  {
    name: 'another service of England',
    path: '/',
    there: follows('Booking appointments'),
    back: follows('Seeing your record'),
  },
  {
    name: 'another measure in a funnel of CCGs',
    path: '/explore?chart=funnel&measure=records_enabled',
    there: picks('measure', 'appointments_enabled'),
    back: picks('measure', 'records_enabled'),
  },
  {
    name: 'another month in a funnel of CCGs',
    path: '/explore?chart=funnel&measure=records_enabled',
    there: picks('period', { index: 1 }),
    back: picks('period', { index: 0 }),
  },
  {
    name: 'another measure in a funnel of all practices',
    path: '/explore?chart=funnel&level=practice&measure=records_enabled',
    there: picks('measure', 'appointments_enabled'),
    back: picks('measure', 'records_enabled'),
  },
  {
    name: 'another level in a ranking',
    path: '/explore?measure=records_enabled&level=region',
    there: picks('level', 'ccg'),
    back: picks('level', 'region'),
  },
];

async function repaint(
  browser: Browser,
  origin: string,
  { name, path, there, back }: Choice,
): Promise<Ratio> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    const times: Repaint[] = [];
    for (let i = 0; i <= visits; i++) {
      times.push(await timeRepaint(page, () => there(page)));
      await timeRepaint(page, () => back(page));
    }
    const again = times.slice(1);
    return {
      name: `${name}: milliseconds to its repaint, once its data is there`,
      value: median(again.map(({ fromData }) => fromData)),
      detail: `${inMs(median(again.map(({ fromChoice }) => fromChoice)))} from the choice`,
      atMost: 100,
    };
  } finally {
    await page.close();
  }
}

const longTables = {
  'table of all practices': '/explore?chart=table&level=practice&rows=all',
};

async function scrolling(browser: Browser, name: string, url: string): Promise<Ratio[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(url, { waitUntil: 'networkidle' });
    const rows = await page.locator('tbody tr').count();
    const { late, longest, frames } = await timeScrolling(page);
    return [
      {
        name: `${name}: percent of frames that come late while it is scrolled`,
        value: late * 100,
        detail: `${rows} rows, ${frames} frames, the longest ${inMs(longest)}`,
        atMost: 5,
      },
    ];
  } finally {
    await page.close();
  }
}
