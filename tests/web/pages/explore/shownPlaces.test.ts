import { describe, expect, inject, it } from 'vitest';
import { renderPage } from '../../../../server/pages/pages.ts';
import { chartKinds } from '../../../../web/charts/kinds.ts';
import { charting } from '../../../support/charts.ts';

const shell = '<html><head><!--head--></head><body><!--page--><!--data--></body></html>';
const settings = { prefix: '', shell, origin: 'https://uptake.example' };
const { ask } = charting(inject('referenced'));

const plainText = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Explore at an address: its parts, the line on places that are not shown, and where its links lead. */
async function at(query: string) {
  const url = new URL(`https://uptake.example/explore?measure=records_enabled&${query}`);
  const { html, status } = await renderPage(url, ask, settings);
  const plain = html.replace(/<!--.*?-->/gs, '');
  const lines = [...plain.matchAll(/<p class="told" role="status">(.*?)<\/p>/gs)];
  return {
    status,
    plain,
    line: lines.map(([, line]) => plainText(line!)).join(' '),
    links: lines.flatMap(([, line]) =>
      [...line!.matchAll(/href="[^"]*[?&;]area=([^"&]*)/g)].map(([, area]) => area!),
    ),
    subtitle: plainText(/figure__subtitle">(.*?)<\/p>/s.exec(plain)?.[1] ?? ''),
    refused: plain.includes('state__text'),
  };
}

const practices = (
  await ask('/figures', {
    measure: 'records_enabled',
    level: 'practice',
    parent: 'Y56',
    period: 'latest',
  })
).data.map(({ area_code, area_name }) => ({ code: area_code, name: area_name }));
const three = practices.slice(0, 3);
const areas = ['Y56', 'Y54'];

describe('the places kept, in a chart that cannot show them all', () => {
  it('are the first, and the others wait to be shown', async () => {
    const { line, links, subtitle } = await at(`chart=xmr&area=${areas.join()}`);
    expect(subtitle).toMatch(/London, what is usual/);
    expect(line).toBe(
      '“Usual or not” shows 1 place at a time. Kept, but not shown: North of England .',
    );
    expect(links).toEqual(['Y54,Y56']);
    const other = await at('chart=xmr&area=Y54,Y56');
    expect(other.subtitle).toMatch(/North of England, what is usual/);
    expect((await at('chart=xmr&area=Y54')).line).toBe('');
  });

  it('are only practices where only these are marked', async () => {
    const [first, second] = three;
    const spread = await at(`chart=spread&area=Y56,${first!.code.toLowerCase()},${second!.code}`);
    expect(spread.line).toMatch(
      /^“Spread” shows 1 practice at a time\. Kept, but not shown: London/,
    );
    expect(spread.links).toEqual([`${second!.code},Y56,${first!.code}`]);
    expect(spread.plain).toContain(`area=${first!.code}`);
    const none = await at('chart=spread&area=Y56');
    expect([none.refused, none.links]).toEqual([false, []]);
  });

  it('are as many lines as can be told apart, and the rest by number', async () => {
    const codes = practices.slice(0, 15).map(({ code }) => code);
    const { line, refused, plain } = await at(`chart=months&area=${codes.join()}`);
    expect(refused).toBe(false);
    expect(line).toMatch(/^“Trend” shows 8 places at a time\./);
    expect(line).toMatch(/ and 2 more\.$/);
    expect(plain).toContain(
      `charts/months.svg?measure=records_enabled&amp;area=${codes.slice(0, 8).join()}&`,
    );
  });

  const taking = chartKinds.filter(({ parameters }) => parameters.includes('area'));

  it.each(taking.filter(({ placeOf }) => !placeOf).map(({ id }) => id))(
    'never lead to a chart that is refused, as %s',
    async (id) => {
      for (const area of [
        three.map(({ code }) => code).join(),
        areas.join(),
        `${three[0]!.code},Y56`,
      ]) {
        const { status, refused } = await at(`chart=${id}&area=${area}`);
        expect([id, area, status, refused]).toEqual([id, area, 200, false]);
      }
    },
  );

  it('keep their chart’s order of the table to itself', async () => {
    const { plain } = await at('chart=scatter&level=ccg&sort=-3&column=3&least=10&filter=NHS');
    const nav = plain.split('aria-label="Chart"')[1]!.split('</nav>')[0]!;
    const links = [...nav.matchAll(/href="([^"]*)"/g)].map(([, to]) => to!);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((to) => /[?&;](sort|column|least)=/.test(to))).toEqual([]);
    expect(links.every((to) => to.includes('filter=NHS'))).toBe(true);
  });
});
