import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { due, shareDue } from '../support/due.ts';
import { Steps } from './journeys.ts';
import { faultsOf } from './sweep.ts';
import { visit } from './visiting.ts';

const keptNames = (page: Page) => page.locator('.kept__name').allInnerTexts();
const suppliers = (asked: string) => (url: URL) => url.searchParams.get('supplier') === asked;
const drawn = (page: Page) => page.locator('uptake-chart[data-state=drawn]').first().waitFor();

/** Tests what analysts do with Explore. */
export function workbench(at: () => { browser: Browser; origin: string }): void {
  it.each([
    [1280, 800],
    [390, 844],
  ])(
    `shows its chart (${shareDue(2)}) within the first screen of %i × %i`,
    async (width, height) => {
      const { browser, origin } = at();
      const { page, close } = await visit(browser, origin, { viewport: { width, height } });
      for (const chart of due(['places', 'map', 'scatter', 'change&level=region', 'months'], 2)) {
        await page.goto(`${origin}/explore?chart=${chart}`, { waitUntil: 'networkidle' });
        const box = (await page.locator('.figure__form--chart').boundingBox())!;
        expect(box.y, chart).toBeLessThan(height / 2);
      }
      await close();
    },
  );

  it('shows its choices in a sheet from below on a phone, and hides them again', async () => {
    const { browser, origin } = at();
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const { page, close } = await visit(browser, origin, phone);
    await page.goto(`${origin}/explore`, { waitUntil: 'networkidle' });
    const map = page.getByRole('link', { name: 'Tile map', exact: true });
    expect(await map.isVisible()).toBe(false);
    await page.getByText('Change', { exact: true }).tap();
    await map.tap();
    await page.waitForURL(/chart=map/);
    expect(await map.isVisible()).toBe(true);
    await page.getByText('Done', { exact: true }).tap();
    expect(await map.isVisible()).toBe(false);
    await close();
  });

  it.each(due(['mouse', 'keys'] as const, 2))(
    `finds CCGs with many deprived practices and few set up, keeps three, and has their table and the SQL in at most eight actions, by %s (${shareDue(2)})`,
    async (by) => {
      const { browser, origin } = at();
      const { page, close } = await visit(browser, origin);
      await page.goto(`${origin}/explore?measure=records_enabled`, { waitUntil: 'networkidle' });
      const steps = new Steps(page, by);
      await steps.press('link', 'Scatter');
      await page.getByText('Dashed lines: the median of each figure.').waitFor();
      await steps.select('Against', 'Practices in the most deprived fifth of England’s');
      await page.waitForURL(/across=most_deprived/);
      await steps.fill('and at most', '3');
      await page.waitForURL(/most=3/);
      await steps.press('link', 'Practices in the most deprived fifth of England’s');
      await page.waitForURL(/sort=-3/);
      const found = await page.locator('.grid tbody th a:first-child').allInnerTexts();
      expect(found.length).toBeGreaterThan(3);
      for (const [i, name] of found.slice(0, 3).entries()) {
        await steps.press('link', `Keep ${name}`);
        await expect.poll(() => keptNames(page)).toHaveLength(i + 1);
      }
      await steps.unfold('Show the query');
      expect(steps.taken.length).toBeLessThanOrEqual(8);
      expect(await keptNames(page)).toEqual(found.slice(0, 3));
      const sql = await page.getByRole('region', { name: 'SQL on the release file' }).innerText();
      expect(sql).toContain('from practice_month');
      const { searchParams } = new URL(page.url());
      expect(searchParams.get('area')!.split(',')).toHaveLength(3);
      // Someone else sees the same at the same address.
      const other = await visit(browser, origin);
      await other.page.goto(page.url(), { waitUntil: 'networkidle' });
      expect(await keptNames(other.page)).toEqual(found.slice(0, 3));
      await other.close();
      await close();
    },
  );

  it.each([1280, 320])('finds a figure and a place by typing, at %i pixels', async (width) => {
    const { browser, origin } = at();
    const viewport = { width, height: 800 };
    const { page, close } = await visit(browser, origin, { viewport });
    await page.goto(`${origin}/explore?measure=records_enabled`, { waitUntil: 'networkidle' });
    if (width < 500) await page.getByText('Change', { exact: true }).click();
    const figure = page.getByRole('combobox', { name: 'Figure' });
    const options = page.getByRole('listbox', { name: 'Figure' }).getByRole('option');
    expect(await figure.inputValue()).toBe('Set up: seeing your record');
    await figure.click();
    const all = await options.allInnerTexts();
    expect(all.slice(0, 3)).toEqual([
      'Offered: seeing your record',
      'Practices that offer it: seeing your record',
      'Set up: seeing your record',
    ]);
    const selected = page.getByRole('listbox', { name: 'Figure' }).locator('[aria-selected=true]');
    expect(await selected.allInnerTexts()).toEqual(['Set up: seeing your record']);
    expect(await figure.getAttribute('aria-activedescendant')).toBe(
      await selected.getAttribute('id'),
    );
    // Words find what begins with them, also in the measure’s full title and id.
    const counted = figure.locator('xpath=ancestor::search-list').locator('p[role=status]');
    expect(await counted.textContent()).toBe(`${all.length} suggestions`);
    await figure.fill('appo set');
    expect(await options.allInnerTexts()).toEqual(['Set up: booking appointments']);
    expect(await counted.textContent()).toBe('1 suggestion');
    await figure.fill('prescriptions_enabled');
    expect(await options.allInnerTexts()).toEqual(['Set up: ordering prescriptions']);
    await figure.fill('pointments');
    expect(await options.allInnerTexts()).toEqual(['Nothing found']);
    await figure.fill('no such thing');
    expect(await options.allInnerTexts()).toEqual(['Nothing found']);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await figure.inputValue()).toBe('Set up: seeing your record');
    expect(await figure.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/measure=records_offered&|measure=records_offered$/);
    await expect.poll(() => figure.inputValue()).toBe('Offered: seeing your record');
    expect(await figure.evaluate((box) => box === document.activeElement)).toBe(true);
    const place = page.getByRole('combobox', { name: 'Within' });
    await place.fill('yorkshire');
    const groups = page.getByRole('listbox', { name: 'Within' }).getByRole('group');
    expect(await groups.evaluateAll((all) => all.map((one) => one.ariaLabel))).toEqual([
      'Subregions',
    ]);
    // Enter chooses the first that was found.
    await place.fill('west yorkshire');
    await page.keyboard.press('Enter');
    await page.locator('.figure__subtitle', { hasText: 'in West Yorkshire' }).waitFor();
    expect(new URL(page.url()).searchParams.get('parent')).toBe('Q52');
    expect(await place.inputValue()).toBe('West Yorkshire');
    // The page says what it shows, back too.
    await page.goBack();
    await expect.poll(() => place.inputValue()).toBe('England');
    await page.goBack();
    await expect.poll(() => figure.inputValue()).toBe('Set up: seeing your record');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    await close();
  });

  it('shows what it showed, and says so in its lists, when a choice is left before it loads', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/explore?measure=records_enabled`, { waitUntil: 'networkidle' });
    await page.locator('search-list input').first().waitFor();
    const title = await page.title();
    const lists = () =>
      page.$$eval('[data-choose] select', (all) =>
        (all as HTMLSelectElement[]).map((list) => {
          const box = list.parentElement!.querySelector('input')?.value;
          return [list.selectedOptions[0]?.text, box];
        }),
      );
    const shown = await lists();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/api/v1/**', async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    const place = page.getByRole('combobox', { name: 'Within' });
    await place.fill('west yorkshire');
    await page.getByRole('option', { name: 'West Yorkshire' }).click();
    await page.waitForURL('**parent=Q52**');
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('parent'));
    await expect.poll(lists).toEqual(shown);
    letGo();
    await page.waitForLoadState('networkidle');
    expect(await lists()).toEqual(shown);
    expect(await page.title()).toBe(title);
    expect(await page.evaluate(() => 'loading' in document.documentElement.dataset)).toBe(false);
    await close();
  });

  it('has nothing that axe finds while its places are listed', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/explore`, { waitUntil: 'networkidle' });
    const place = page.getByRole('combobox', { name: 'Within' });
    await place.click();
    expect(await page.getByRole('listbox', { name: 'Within' }).getByRole('group').count()).toBe(4);
    expect(await faultsOf(page)).toEqual([]);
    await close();
  });

  it('has its figures and places as plain lists without script', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin, { javaScriptEnabled: false });
    await page.goto(`${origin}/explore?measure=records_enabled`);
    await page.getByLabel('Figure', { exact: true }).selectOption('appointments_enabled');
    await page.getByLabel('Within', { exact: true }).selectOption('Q52');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.waitForURL(/measure=appointments_enabled.*parent=Q52/);
    expect(await page.locator('.figure__subtitle').innerText()).toContain('in West Yorkshire');
    await close();
  });

  it('keeps a place chosen in a chart by keys beside others, marks it in the table, and drops the last one on each Escape', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/explore?chart=scatter&level=subregion&area=Q52,Q66`, {
      waitUntil: 'networkidle',
    });
    await drawn(page);
    const others = await keptNames(page);
    expect(others).toHaveLength(2);
    await page.locator('uptake-chart').focus();
    await page.keyboard.press('End');
    const marked = page.locator('.table__row--read th a').first();
    const name = (await marked.textContent())!;
    expect(name).not.toBe('');
    expect(await page.locator('uptake-chart [role=status]').innerText()).toContain(`${name}: `);
    await page.keyboard.press('Enter');
    await expect.poll(() => keptNames(page)).toEqual([...others, name]);
    // Chosen again, it is let go.
    await drawn(page);
    await page.locator('uptake-chart').focus();
    for (const [key, same] of [
      ['Home', 'ArrowLeft'],
      ['End', 'ArrowRight'],
    ] as const) {
      await page.keyboard.press(key);
      const end = await marked.textContent();
      await page.keyboard.press(same);
      expect([key, await marked.textContent()]).toEqual([key, end]);
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => keptNames(page)).toEqual(others);
    await page.locator('uptake-chart').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect.poll(() => keptNames(page)).toEqual([...others, name]);
    for (const left of [others, others.slice(0, 1), []]) {
      await page.locator('uptake-chart').focus();
      await page.keyboard.press('Escape');
      await expect.poll(() => keptNames(page)).toEqual(left);
    }
    expect(page.url()).not.toContain('area=');
    await close();
  });

  it('plays the months of a map, each with its own address but no history entry', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/explore?chart=map&level=region`, { waitUntil: 'networkidle' });
    await drawn(page);
    const before = await page.evaluate(() => history.length);
    await page.getByRole('button', { name: 'Play' }).click();
    const seen = new Set<string>();
    await expect
      .poll(
        async () => {
          seen.add(new URL(page.url()).searchParams.get('period') ?? '');
          return page.getByRole('button', { name: 'Play' }).count();
        },
        { timeout: 60_000, interval: 200 },
      )
      .toBe(1);
    expect(seen.size).toBeGreaterThanOrEqual(12);
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page
      .getByText(/regions in England, March 2015/)
      .first()
      .waitFor();
    await close();
  });

  it('loads the months beside the slider while it is held, and shows them without asking again', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/explore?chart=map&level=region&period=2014-09`, {
      waitUntil: 'networkidle',
    });
    await drawn(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const months = () => asked.flatMap((url) => /[?&]period=(\d{4}-\d\d)/.exec(url)?.[1] ?? []);
    const calm = async () => {
      const before = asked.length;
      await page.waitForTimeout(400);
      return asked.length === before;
    };
    const slider = page.getByRole('slider', { name: 'Month by month' });
    await slider.focus();
    await expect.poll(() => new Set(months())).toEqual(new Set(['2014-08', '2014-10']));
    await expect.poll(calm).toBe(true);
    asked.length = 0;
    // Nothing more can be asked, so what is shown was there before.
    await page.route(/period=2014-10/, (route) => route.abort());
    await page.keyboard.press('ArrowRight');
    await page
      .getByText(/regions in England, October 2014/)
      .first()
      .waitFor();
    const { search } = new URL(page.url());
    expect(search).toBe('?chart=map&level=region&period=2014-10');
    expect(await slider.getAttribute('aria-valuetext')).toBe('October 2014');
    await expect.poll(() => new Set(months())).toEqual(new Set(['2014-11', '2014-09']));
    await expect.poll(calm).toBe(true);
    asked.length = 0;
    await slider.blur();
    expect(await calm()).toBe(true);
    await close();
  });

  it('gives up months that it loads ahead once the slider is left', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/explore?chart=map&level=region&period=2014-09`, {
      waitUntil: 'networkidle',
    });
    await page.route(/\/api\/.*period=2014-(08|10)/, () => undefined);
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    const slider = page.getByRole('slider', { name: 'Month by month' });
    await slider.focus();
    await page.waitForTimeout(500);
    expect(failed).toEqual([]);
    await slider.blur();
    await expect.poll(() => failed.length).toBeGreaterThan(1);
    await close();
  });

  it('loads no month ahead where a reader asks for little to be sent', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
    await page.goto(`${origin}/explore?chart=map&level=region&period=2014-09`, {
      waitUntil: 'networkidle',
    });
    await page.locator('search-list input').first().waitFor();
    const ahead: string[] = [];
    page.on('request', (request) => {
      if (/\/api\/.*period=2014-(08|10)/.test(request.url())) ahead.push(request.url());
    });
    await page.getByRole('slider', { name: 'Month by month' }).focus();
    await page.waitForTimeout(700);
    expect(ahead).toEqual([]);
    await close();
  });

  it('compares two months, and downloads the ranking of change as shown', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/explore?chart=change&level=region`, { waitUntil: 'networkidle' });
    await page.getByLabel('From', { exact: true }).selectOption('2014-09');
    await page
      .getByText(/September 2014 and March 2015/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Change, percentage points' }).click();
    await page.waitForURL(/sort=-4/);
    const shown = await page.locator('.grid tbody th a:first-child').allInnerTexts();
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'These rows as CSV' }).click();
    const [head, ...rows] = readFileSync(await (await coming).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(head).toBe(
      'region,code,september_2014,march_2015,change_percentage_points,place_by_change,data_kind',
    );
    expect(rows.map((row) => row.split(',')[0])).toEqual(shown);
    await close();
  });

  it('filters practices, says how many are left, and removes each filter again', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/explore?level=region&measure=records_enabled`, {
      waitUntil: 'networkidle',
    });
    const left = page.locator('.chips__left');
    expect(await left.count()).toBe(0);
    await page.getByText('Which practices', { exact: true }).click();
    await page.getByLabel('Supplier', { exact: true }).selectOption({ label: 'TPP' });
    await page.waitForURL(suppliers('TPP'));
    await page.getByLabel('Supplier', { exact: true }).selectOption({ label: 'or EMIS' });
    await page.waitForURL(suppliers('TPP,EMIS'));
    await page.getByLabel('Deprivation', { exact: true }).selectOption({ label: 'Middle fifth' });
    await page.waitForURL(/fifth=3/);
    const asked = 'measure=records_enabled&area=E92000001&supplier=TPP,EMIS&fifth=3';
    const { data } = await (await page.request.get(`${origin}/api/v1/figures?${asked}`)).json();
    const whole = await page.request.get(
      `${origin}/api/v1/figures?measure=records_enabled&area=E92000001`,
    );
    const all = (await whole.json()).data[0].practices;
    const number = (value: number) => value.toLocaleString('en-GB');
    const said = `${number(data[0].practices)} of ${number(all)} practices:`;
    await expect.poll(() => left.innerText()).toBe(said);
    expect(await page.locator('.figure__subtitle').innerText()).toContain(
      'in England (only practices with TPP or EMIS and in the middle fifth)',
    );
    // Without script, the same table and sentence.
    const plain = await visit(browser, origin, { javaScriptEnabled: false });
    await plain.page.goto(page.url());
    expect(await plain.page.locator('.chips__left').innerText()).toBe(said);
    expect(await plain.page.locator('.grid tbody tr').allInnerTexts()).toEqual(
      await page.locator('.grid tbody tr').allInnerTexts(),
    );
    await plain.close();
    await page.getByRole('link', { name: 'Remove: Supplier, TPP' }).click();
    await page.waitForURL(suppliers('EMIS'));
    await page.goBack();
    await page.waitForURL(suppliers('TPP,EMIS'));
    await page.getByRole('link', { name: 'Show all practices' }).click();
    await expect.poll(() => left.count()).toBe(0);
    expect(page.url()).not.toMatch(/supplier|fifth/);
    await close();
  });

  it('names a view, keeps it in this browser, and shares it by link or file', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/explore?chart=map&level=region`, { waitUntil: 'networkidle' });
    await page.getByText('Name and keep this view', { exact: true }).click();
    await page.getByLabel('Title', { exact: true }).fill('North & south');
    await page.getByLabel('Note', { exact: true }).fill('For the board <b>in May</b>');
    await page.getByRole('button', { name: 'Put them into the address' }).click();
    await page.waitForURL((url) => url.searchParams.get('title') === 'North & south');
    const named = page.locator('.named');
    await named.waitFor();
    const said = [
      'North & south',
      'For the board <b>in May</b>',
      'Title and note are by whoever made this link, not by this site.',
    ];
    expect(await named.locator('p').allInnerTexts()).toEqual(said);
    expect(await page.title()).not.toContain('North & south');
    await page.getByRole('button', { name: 'Keep it in this browser' }).click();
    const own = page.locator('.views__item a');
    expect(await own.allInnerTexts()).toEqual(['North & south']);
    const link = await page.getByRole('region', { name: 'Link to this view' }).innerText();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the list as a file' }).click();
    const file = await (await coming).path();
    // It is still there on a later visit.
    await page.goto(`${origin}/explore`, { waitUntil: 'networkidle' });
    await page.getByText('Name and keep this view', { exact: true }).click();
    await own.click();
    await page.waitForURL(/chart=map/);
    // Another browser has the link, and the list once it is taken in.
    const other = await visit(browser, origin);
    await other.page.goto(link, { waitUntil: 'networkidle' });
    expect(await other.page.locator('.named p').allInnerTexts()).toEqual(said);
    await other.page
      .getByRole('link', { name: 'Tile map', exact: true })
      .and(other.page.locator('[aria-current=true]'))
      .waitFor();
    await other.page.getByText('Name and keep this view', { exact: true }).click();
    const theirs = other.page.locator('.views__item a');
    expect(await theirs.count()).toBe(0);
    await other.page.getByLabel('Take in a list from a file').setInputFiles(file);
    await expect.poll(() => theirs.allInnerTexts()).toEqual(['North & south']);
    // Each of several is removed by its own button.
    const second = `${origin}/explore?chart=map&level=region&title=East`;
    await other.page.goto(second, { waitUntil: 'networkidle' });
    await other.page.getByText('Name and keep this view', { exact: true }).click();
    await other.page.getByRole('button', { name: 'Keep it in this browser' }).click();
    await expect.poll(() => theirs.allInnerTexts()).toEqual(['North & south', 'East']);
    // What was done is said of the view that it was done at.
    const done = other.page.locator('own-views [role=status]');
    expect(await done.textContent()).toBe('Kept: East.');
    await theirs.first().click();
    await other.page.waitForURL(/title=North/);
    await expect.poll(() => done.textContent()).toBe('');
    await other.page.getByRole('button', { name: 'Remove North & south' }).click();
    await expect.poll(() => theirs.allInnerTexts()).toEqual(['East']);
    // A list taken in is added to what is there.
    await other.page.getByLabel('Take in a list from a file').setInputFiles(file);
    await expect.poll(() => theirs.allInnerTexts()).toEqual(['East', 'North & south']);
    await other.page.getByRole('button', { name: 'Remove North & south' }).click();
    await other.page.getByRole('button', { name: 'Remove East' }).click();
    expect(await theirs.count()).toBe(0);
    await other.close();
    await close();
  });

  it('keeps the practices chosen in every chart, and says that one by itself is whole', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    const chips = page.locator('.chips');
    const to = `${origin}/explore?measure=records_enabled&supplier=TPP`;
    for (const chart of [
      'places',
      'scatter',
      'spread',
      'months',
      'xmr',
      'multiples&level=region',
    ]) {
      await page.goto(`${to}&chart=${chart}`, { waitUntil: 'networkidle' });
      expect(await chips.innerText(), chart).toMatch(/^[\d,]+ of [\d,]+ practices:/);
      expect(await page.locator('.figure__subtitle').innerText()).toContain(
        '(only practices with TPP)',
      );
    }
    await page.goto(`${to}&chart=xmr&area=ZZ0001`, { waitUntil: 'networkidle' });
    expect((await chips.innerText()).split(/\s*\n\s*/)).toEqual([
      'A practice by itself is shown whole, whichever practices are chosen.',
      'Show all practices',
    ]);
    await page.getByRole('link', { name: 'Show all practices' }).click();
    await expect.poll(() => chips.count()).toBe(0);
    await close();
  });

  it('says what it shows instead of an impossible choice, with a link back', async () => {
    const { browser, origin } = at();
    const { page, close } = await visit(browser, origin);
    await page.goto(`${origin}/explore?chart=spread&level=ccg`, { waitUntil: 'networkidle' });
    const told = page.locator('.told');
    expect(await told.innerText()).toContain(
      'Spread works for practices only. Showing practices instead of CCGs.',
    );
    await told.getByRole('link').click();
    await page
      .getByRole('link', { name: 'Ranking', exact: true })
      .and(page.locator('[aria-current=true]'))
      .waitFor();
    expect(await told.count()).toBe(0);
    await page.goBack();
    await told.waitFor();
    await close();
  });
}
