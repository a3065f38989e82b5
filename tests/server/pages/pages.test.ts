import { describe, expect, it } from 'vitest';
import { renderPage, renderProblem } from '../../../server/pages/pages.ts';
import type { PageSettings } from '../../../server/pages/shell.ts';
import type { Ask } from '../../../web/ask.ts';
import { fromColumns } from '../../../web/rowsAsColumns.ts';
import { askInvented, type Invention } from '../../web/askInvented.ts';

const shell = [
  '<html><head><!--head--><script type="module" src="./assets/main.js"></script></head>',
  '<body><div id="site"><!--page--></div><!--data--></body></html>',
].join('');
const settings: PageSettings = { prefix: '', shell, origin: 'https://uptake.example' };

const page = (path: string, invention?: Invention, changed: Partial<PageSettings> = {}) =>
  renderPage(new URL(path, 'http://localhost'), askInvented(invention), {
    ...settings,
    ...changed,
  });

/** The text that a reader sees: without tags, with entities decoded and spaces joined. */
const textOf = (html: string): string =>
  html
    .replace(/<script.*?<\/script>/gs, ' ')
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
const read = async (path: string, invention?: Invention) =>
  textOf((await page(path, invention)).html);

describe('every page', () => {
  it.each(['/', '/data', '/areas/X01', '/practices/ZZ0001'])(
    '%s shows one release, even if another becomes current while it is drawn',
    async (path) => {
      const invented = askInvented();
      const asked: [path: string, release: string | undefined][] = [];
      const ask = ((to: string, params?: Record<string, string | undefined>) => {
        asked.push([to, params?.release]);
        return invented(to as '/figures', params as never);
      }) as unknown as Ask;
      await renderPage(new URL(path, 'http://localhost'), ask, settings);
      expect(asked.length).toBeGreaterThan(2);
      // The beginning of a page names the current release; the list of releases covers all.
      const beginnings = ['/periods', '/areas', '/releases', `/practices/ZZ0001`, '/measures'];
      const open = asked.filter(([to, release]) => !release && !beginnings.includes(to));
      expect(open).toEqual([]);
      expect(asked.filter(([to, release]) => to === '/areas' && !release).length).toBeLessThan(2);
    },
  );
});

describe('the first page', () => {
  it('has its finding, figures and sentence before any script', async () => {
    const text = await read('/');
    expect(text).toContain(
      'Almost every practice lets patients see their record online. Few patients do.',
    );
    expect(text).toMatch(
      /97\.2% of patients are registered where they can see their record online .* 55\.0 of 56\.6 million/,
    );
    expect(text).toMatch(
      /4\.5% of patients were set up for it .* 2\.55 of 56\.6 million, about 1 in 22/,
    );
    expect(text).toMatch(/0\.39% of patients did so in the month .* 220,740 of 56\.6 million/);
    expect(text).toContain('96.8% of practices in England offer it (7,566 of 7,813)');
    expect(text).toContain(
      'Of every 1,000 patients in England, 972 were registered where patients can see their record online, 45 were set up for it and 4 did so in the month.',
    );
    expect(text).toContain('up from 3.0% in April 2014');
  });

  it('shows the regions as a table that links can sort', async () => {
    const { html } = await page('/');
    expect(html.match(/<th scope="row">/g)!.length).toBeGreaterThanOrEqual(4);
    expect(html).toMatch(/aria-sort="descending">\s*(<!--.*?-->)*<a[^>]*href="\/\?sort=enabled"/);
    const rows = (all: string) => all.slice(all.indexOf('table--places'));
    const precedes = (all: string, one: string, other: string) =>
      expect(rows(all).indexOf(`>${one}<`)).toBeLessThan(rows(all).indexOf(`>${other}<`));
    precedes(html, 'South of England', 'North of England');
    precedes((await page('/?sort=name')).html, 'London', 'South of England');
  });

  it('follows the service and the month of its address', async () => {
    const text = await read('/?service=prescriptions&period=2014-09');
    expect(text).toContain('England, September 2014');
    expect(text).toContain('patients order repeat prescriptions online');
  });

  it('marks only invented data', async () => {
    const mark = 'Illustrative data made by this software: not real practices or real figures.';
    expect(await read('/')).toContain(mark);
    expect(await read('/', { kind: 'published' })).not.toContain('Illustrative');
  });
});

describe('months whose use is counted in transactions', () => {
  const later: Invention = { first: '2018-04', last: '2018-09', counts: 'transactions' };

  it('show two stages, and the rate in a sentence of its own', async () => {
    const text = await read('/', later);
    expect(text).toContain(
      '972 were registered where patients can see their record online and 45 were set up for it.',
    );
    expect(text).not.toContain('did so in the month (');
    expect(text).toContain('134 per 1,000 patients');
    expect(text).toContain('never a share of patients');
    expect(text).toContain('About 1 in 22 patients is set up for it.');
  });
});

describe('an area', () => {
  it('is compared with England, with all places in it', async () => {
    const text = await read('/areas/X01');
    expect(text).toContain(
      'NHS Amber Aldermarsh Example CCG: a larger share of patients set up to see their record online (5.0%) than in England (4.5%), few of them using it',
    );
    expect(text).toContain('37 practices in NHS Amber Aldermarsh Example CCG, March 2015');
    expect(text).toContain('England North of England Cheshire, Warrington and Wirral');
  });

  it('marks places that reported nothing instead of calling them zero', async () => {
    const text = await read('/areas/X01?rows=all', { silent: ['ZZ0003'] });
    expect(text).toMatch(/ZZ0003 \[x\] \[x\] \[x\] \[x\] \[x\]/);
    expect(text).toContain('[x]: not available');
  });

  it('says so if it has no places of a kind', async () => {
    expect(await read('/areas/Y56')).toContain('No subregions here');
  });
});

describe('a practice', () => {
  it('shows its stages, its status of each service and its facts', async () => {
    const text = await read('/practices/zz0001');
    expect(text).toContain('Amber Adder Example Surgery 1: a smaller share of patients set up');
    expect(text).toContain('Seeing your record: switched on');
    expect(text).toContain('Booking appointments: available, not switched on');
    expect(text).toContain('Ordering prescriptions: unknown');
    expect(text).toContain('Computer system EMIS');
    expect(text).toContain('In the extracts April 2014 to March 2015');
  });

  it('says what is unknown if it reported nothing', async () => {
    const text = await read('/practices/ZZ0003', { silent: ['ZZ0003'] });
    expect(text).toContain('no figures for seeing your record in March 2015');
    expect(text).toContain('not known');
    expect(text).toContain('Ordering prescriptions: not reported');
  });
});

describe('finding', () => {
  const found = async (path: string) => {
    const { html, status, location } = await page(path);
    return { status, location, text: textOf(html), html };
  };

  it("gives each place's patients and share set up", async () => {
    const { text } = await found('/find?q=golden');
    expect(text).toMatch(
      /Golden Lynx Example Surgery 3 practice ZZ0003 in North of England [\d,]+ patients, [\d.]+% set up to see their record online/,
    );
  });

  it('goes to the only place found, with the choices made', async () => {
    const { status, location, html } = await found(
      '/find?q=golden+lynx+example+surgery+3&service=appointments',
    );
    expect([status, location, html]).toEqual([302, '/practices/ZZ0003?service=appointments', '']);
    expect((await found('/find?q=golden')).status).toBe(200);
  });

  it('has one search box', async () => {
    for (const path of ['/find', '/find?q=golden', '/areas/Y54', '/nothing'])
      expect((await found(path)).html.match(/role="search"/g), path).toHaveLength(1);
  });

  it('lists what is found and where it is', async () => {
    const text = await read('/find?q=golden');
    expect(text).toMatch(/Golden Lynx Example Surgery 3 practice ZZ0003 in North of England/);
  });

  it('helps if nothing is found, and if nothing is asked', async () => {
    expect(await read('/find?q=zzzz')).toContain(
      'No practice or place has a name like “zzzz”, such a code, or is at such a postcode.',
    );
    const { text } = await found('/find?q=zzzz golden lynx qqq');
    expect(text).toContain('The nearest to it Golden Lynx Example Surgery 3');
    expect(await read('/find')).toContain('Or begin from a region North of England');
  });
});

describe('pages that do not exist', () => {
  it.each([
    ['/nothing', 'There is no such page'],
    ['/practices/QQQ', 'Unknown practice: QQQ.'],
    ['/areas/QQQ', 'Unknown area: QQQ.'],
    ['/?service=dentist', 'No such service: dentist.'],
    [
      '/?period=1999-01',
      'No figures for the month: 1999-01 (the release has April 2014 to March 2015)',
    ],
    [
      '/explore?chart=funnel&period=2030-01',
      'No figures for the month: 2030-01 (the release has April 2014 to March 2015)',
    ],
    ['/?within=practice', 'No such level of places here: practice.'],
  ])('%s is a 404 that says why', async (path, why) => {
    const { status, html } = await page(path);
    expect(status).toBe(404);
    expect(textOf(html)).toContain(why);
    expect(html).toContain('action="/find"');
  });

  it('differ from internal errors', async () => {
    const failing: Ask = async () => {
      throw new Error('disk is gone');
    };
    await expect(renderPage(new URL('http://localhost/'), failing, settings)).rejects.toThrow(
      'disk is gone',
    );
    const problem = { status: 500, detail: 'disk is gone' };
    const html = renderProblem(new URL('http://localhost/'), settings, problem);
    expect(textOf(html)).toContain('Something went wrong The figures could not be read.');
    expect(html).not.toContain('disk');
  });
});

describe('what surrounds a page', () => {
  it('is right behind a prefix', async () => {
    const { html } = await page('/uptake/areas/Y54', {}, { prefix: '/uptake' });
    expect(html).toContain('src="/uptake/assets/main.js"');
    expect(html).toContain('href="https://uptake.example/uptake/areas/Y54"');
    const links = [...html.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !link.startsWith('/uptake/'))).toEqual([]);
  });

  it('has no inline script or style, and nothing typed becomes markup', async () => {
    const { html } = await page('/find?q=%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E$%26');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toMatch(/ style="/);
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).toContain('<script type="application/json" id="page-data">');
    expect(textOf(html)).toContain('$&');
  });

  it('includes the data that the page was drawn from', async () => {
    const { html } = await page('/areas/Y54');
    const [, json] = /id="page-data">(.*?)<\/script>/s.exec(html)!;
    expect(fromColumns(JSON.parse(json!))).toMatchObject({
      prefix: '',
      problem: null,
      data: { code: 'Y54' },
    });
  });
});
