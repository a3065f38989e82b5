import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../server/pages/pages.ts';
import type { Ask } from '../../../web/ask.ts';
import { practicePlaces } from '../../../web/pages/practiceFigures.ts';
import { askInvented, type Invention } from '../askInvented.ts';

const shell = '<!--head--><div id="site"><!--page--></div><!--data-->';

async function read(path: string, ask: Ask = askInvented()) {
  const { html, status } = await renderPage(new URL(path, 'http://localhost'), ask, {
    prefix: '',
    shell,
    origin: 'http://localhost',
  });
  const text = html
    .replace(/<script.*?<\/script>/gs, ' ')
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  return { html, text, status };
}
const invented = (path: string, invention: Invention) => read(path, askInvented(invention));

/** A practice that is missing from the last months' extracts. */
function askGone(until: string): Ask {
  const ask = askInvented() as (path: string, params?: object) => Promise<{ data: unknown }>;
  return (async (path: string, params?: object) => {
    const answer = await ask(path, params);
    if (!path.startsWith('/practices/')) return answer;
    const data = answer.data as { last_period: string; months: { period: string }[] };
    const months = data.months.filter(({ period }) => period <= until);
    return { ...answer, data: { ...data, last_period: until, months } };
  }) as unknown as Ask;
}

it('a practice has its changes since months that it reported', async () => {
  const known = askInvented() as (path: string, params?: object) => Promise<{ data: unknown }>;
  const since: string[] = [];
  const ask = (async (path: string, params?: { from: string }) => {
    if (path === '/changes') since.push(params!.from);
    const answer = await known(path, params);
    if (!path.startsWith('/practices/')) return answer;
    const data = answer.data as { months: { period: string }[] };
    const months = data.months.map((month) =>
      month.period === '2015-02' || month.period === '2014-04'
        ? { ...month, records_enabled: null }
        : month,
    );
    return { ...answer, data: { ...data, months } };
  }) as unknown as Ask;
  await read('/practices/ZZ0001', ask);
  expect(since).toEqual(['2015-01', '2014-05']);
});

it('a report is headed by its practice, its CCG, and the service and month of its figures', async () => {
  const { text } = await read('/practices/ZZ0001/report?service=appointments&period=2014-12');
  expect(text).toContain(
    'Practice ZZ0001, NHS Amber Aldermarsh Example CCG · Booking appointments, December 2014 ',
  );
});

describe('a practice', () => {
  it('has its code in its titles, because many practices share a name', async () => {
    for (const path of ['/practices/ZZ0001', '/practices/ZZ0001/report']) {
      const { html } = await read(path);
      expect(/<title>([^<]*)/.exec(html)![1]).toContain('Amber Adder Example Surgery 1 (ZZ0001)');
    }
  });

  it('has its rank in its heading, and a service switched on or not without an interval', async () => {
    const { text } = await read('/practices/ZZ0001');
    expect(text).toContain(
      'Amber Adder Example Surgery 1: a smaller share of patients set up to see their record online (0.90%) than at nineteen in twenty practices',
    );
    expect(text).toContain(
      'Switched on so all its patients can be set up to see their record online',
    );
  });

  it('is compared with its CCG, England and similar practices, in words', async () => {
    const { text } = await read('/practices/ZZ0001');
    expect(text).toMatch(/lower than 4\.5%/);
    expect(text).toContain('95% confidence interval, Wilson');
    expect(text).toContain('Counting from the highest share set up, it is 22nd of 31 in');
    expect(text).toContain('Similar practices');
    expect(text).toMatch(/more patients set up to see their record online would bring it to/);
  });

  it('links to its page for a meeting and to its figures in three formats, by release', async () => {
    const { html } = await read('/practices/ZZ0001');
    expect(html).toContain('href="/practices/ZZ0001/report"');
    for (const format of ['csv', 'xlsx', 'json']) {
      expect(html).toContain(`release=2015-03.1&amp;format=${format}`);
    }
    expect(html).toContain(
      'http://localhost/practices/ZZ0001?release=2015-03.1&amp;period=2015-03',
    );
  });

  it('that has left the extracts says so, with a link to its last month', async () => {
    const { text, html, status } = await read(
      '/practices/ZZ0001?period=2015-03',
      askGone('2014-12'),
    );
    expect(status).toBe(200);
    expect(text).toContain('This practice is not in the extracts of March 2015.');
    expect(html).toContain('href="/practices/ZZ0001?period=2014-12"');
    expect(text).not.toContain('What it would take');
    const { text: own } = await read('/practices/ZZ0001', askGone('2014-12'));
    expect(own).toContain(
      'This practice has left the extracts It was last in the extracts in December 2014. This release does not say where its patients went.',
    );
    expect(own).toContain('Practice ZZ0001, December 2014, its last month');
    for (const asked of ['What it would take', 'Similar practices', 'would bring it to'])
      expect(own).not.toContain(asked);
  });

  it('that reported nothing has no claims', async () => {
    const { text } = await invented('/practices/ZZ0003', { silent: ['ZZ0003'] });
    expect(text).toContain('no figures for seeing your record');
    expect(text).not.toMatch(/(larger|smaller) share of patients set up/);
  });
});

describe('the report of a practice', () => {
  it('says how it compares, whether it improves and what it would take', async () => {
    const { text } = await read('/practices/ZZ0001/report');
    for (const part of [
      'Where we are',
      'How we compare',
      'Are we improving?',
      'What it would take',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Illustrative data: not real practices or real figures.');
    expect(text).toContain('release 2015-03.1, made 1 May 2015');
  });

  it('counts transactions separately from people', async () => {
    const { text } = await invented('/practices/ZZ0001/report', {
      first: '2018-04',
      last: '2018-09',
      counts: 'transactions',
    });
    expect(text).toContain('uses per 1,000 patients in the month; one person can make several');
    expect(text).not.toContain('saw their record online in September');
  });

  it('says so if the practice is not in the month', async () => {
    const { text } = await read('/practices/ZZ0001/report?period=2015-03', askGone('2014-12'));
    expect(text).toContain('nothing to report');
    expect(text).toContain('This practice has left the extracts');
    expect(text).toContain('Report on December 2014');
  });
});

describe('the report of a practice that has ended', () => {
  it('says so first, and gives no advice', async () => {
    const { text } = await read('/practices/ZZ0001/report', askGone('2014-12'));
    expect(text.indexOf('This practice has left the extracts')).toBeLessThan(
      text.indexOf('Where we are'),
    );
    expect(text).toContain('December 2014, its last month');
    expect(text).not.toContain('What it would take');
  });
});

describe('the places of an area', () => {
  it('can be filtered and kept in view by the address', async () => {
    const { text, html } = await read('/areas/X01?filter=heron&keep=ZZ0001');
    expect(text).toMatch(/\d+ of 37 practices/);
    expect(html).toContain('aria-label="Stop keeping Amber Adder Example Surgery 1 in view"');
    expect(html).toContain('aria-label="Keep Cobalt Heron Example Surgery 2 in view"');
    expect(html).not.toContain('aria-label="Keep Golden Lynx Example Surgery 3 in view"');
  });

  it('say that none is left', async () => {
    const { text } = await read('/areas/X01?filter=nowhere');
    expect(text).toContain('None of the 37 practices is left by this choice.');
  });
});

it('a practice has its place in what later became its network', () => {
  const rank = { place: 4, places: 6, equal: 0 };
  const beside = [{ level: 'pcn', name: 'OAK PCN', rank }];
  const placed = (period: string) =>
    practicePlaces({
      ...{ service: 'records', period },
      standings: { records_enabled: { beside } },
    } as never);
  const counted = 'Counting from the highest share set up, it is 4th of 6 in';
  expect(placed('2019-06')).toBe(`${counted} what later became Oak PCN.`);
  expect(placed('2019-07')).toBe(`${counted} Oak PCN.`);
});
