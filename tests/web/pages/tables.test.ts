import { describe, expect, inject, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { readableName } from '../../../data/definitions/names.ts';
import {
  formatCount,
  formatOf,
  formatPercent,
  formatRange,
} from '../../../data/definitions/numbers.ts';
import { formatChange } from '../../../data/words/changeParts.ts';
import { verdictShort } from '../../../data/words/verdict.ts';
import { drawing } from '../drawing.ts';

const { ask, draw } = drawing(inject('referenced'));
const measure = 'records_enabled';
const stages = ['records_offered', 'records_enabled', 'records_accessed'] as const;

const clean = (html: string): string =>
  html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

interface Table {
  caption: string;
  /** Rows by their heading, without its symbols. */
  rows: Map<string, string[]>;
}

/** The tables of a page as readers see them. */
async function tablesOf(path: string): Promise<Table[]> {
  const { html } = await draw(path);
  return [...html.matchAll(/<table.*?<\/table>/gs)].map(([table]) => ({
    caption: clean(/<caption.*?<\/caption>/s.exec(table)?.[0] ?? ''),
    rows: new Map(
      [...table.matchAll(/<tr\b.*?<\/tr>/gs)].map(([row]) => {
        const cells = [...row.matchAll(/<(t[hd])\b.*?<\/\1>/gs)].map(([cell]) => clean(cell));
        return [cells[0]!.replace(/^[☆★] /, ''), cells.slice(1)];
      }),
    ),
  }));
}

const tableOf = (tables: readonly Table[], caption: RegExp): Table['rows'] => {
  const found = tables.filter((table) => caption.test(table.caption));
  expect(found.map((table) => table.caption)).toHaveLength(1);
  return found[0]!.rows;
};

type Answer = Awaited<ReturnType<typeof ask<'/figures'>>>['data'];

/** Figures by place and measure. */
const keyed = (rows: Answer) =>
  new Map(rows.map((row) => [`${row.area_code} ${row.measure}`, row]));
/** Fewer than ten people, or fewer than one in a thousand, are written as a number of people. */
const shareText = (value: number, numerator: number, denominator: number): string => {
  const people = numerator > 0 && (numerator < 10 || numerator * 1000 < denominator);
  return people ? `${numerator} patient${numerator === 1 ? '' : 's'}` : formatPercent(value);
};

const cellOf = ({ value, numerator, denominator, marker }: Answer[number]): string =>
  value === null
    ? marker!
    : `${shareText(value, numerator!, denominator!)} ${formatOf(numerator!, denominator!)}`;

describe('the tables of a page agree with the API, each figure in its own column', () => {
  it('of places within a place, with their range and England below', async () => {
    for (const [path, query] of [
      ['/', { level: 'region' }],
      ['/areas/Y54?within=ccg', { level: 'ccg', parent: 'Y54' }],
    ] as const) {
      const tables = await tablesOf(path);
      const rows = tableOf(
        tables,
        /Percent of patients registered where .*, set up for it, and who did/,
      );
      const [places, england, verdicts] = await Promise.all([
        ask('/figures', { measure: stages.join(), ...query }),
        ask('/figures', { measure: stages.join() }),
        ask('/comparisons', { measure: stages[1]!, benchmark: 'england', ...query }),
      ]);
      const figures = keyed(places.data);
      const codes = [...new Set(places.data.map(({ area_code }) => area_code))];
      expect(codes.length).toBeGreaterThan(1);
      for (const code of codes) {
        const [offered, enabled, accessed] = stages.map((id) => figures.get(`${code} ${id}`)!);
        const cells = rows.get(readableName(offered!.area_name))!;
        expect(cells.slice(0, 4)).toEqual([
          formatCount(offered!.denominator!),
          ...[offered!, enabled!, accessed!].map(cellOf),
        ]);
        const { word, level } = verdicts.data.find((row) => row.area_code === code)!;
        const range = formatRange([enabled!.lower_95!, enabled!.upper_95!]);
        const verdict = word === 'not compared' ? '' : `${verdictShort(word, level)}, `;
        expect(cells[4]).toBe(`${verdict}${range}`);
      }
      const all = england.data;
      expect(rows.get('England')!.slice(0, 4)).toEqual([
        formatCount(all[0]!.denominator!),
        ...all.map(cellOf),
      ]);
    }
  });

  it.each([
    ['/', 'ccg'],
    ['/areas/Y54', 'ccg'],
    ['/areas/ZC013', 'practice'],
  ])('of places within %s: the file below has these %ss and no others', async (path, level) => {
    const { html } = await draw(`${path}?within=${level}&rows=all&period=2014-12`);
    const plain = html.replace(/<!--.*?-->/gs, '');
    const shown = plain.split('table--places')[1]!.split('</table>')[0]!;
    // Links in headings, and those that keep a place, lead to the page itself.
    const links = [...shown.matchAll(/href="[^"]*\/(?:areas|practices)\/(\w+)[^"]*"/g)];
    const codes = links.flatMap(([, code]) => (path.endsWith(code!) ? [] : code!));
    const [, href] = /href="([^"]*)"[^>]*>Download all as CSV/.exec(plain)!;
    const { searchParams } = new URL(href!.replaceAll('&amp;', '&'), 'https://uptake.example');
    searchParams.delete('format');
    const { data } = await ask('/figures', Object.fromEntries(searchParams));
    expect(codes.length).toBeGreaterThan(1);
    expect([...new Set(data.map(({ area_code }) => area_code))].sort()).toEqual(
      [...new Set(codes)].sort(),
    );
    expect(new Set(data.map(({ period }) => period))).toEqual(new Set(['2014-12']));
  });

  it('of the practices of an area that are furthest short', async () => {
    const gaps = tableOf(await tablesOf('/areas/Y54'), /largest of .* gaps/);
    const { data } = await ask('/promote', {
      measure,
      area: 'Y54',
      towards: 'england',
      limit: '5',
    });
    expect(data.length).toBe(5);
    for (const row of data) {
      const list = formatCount(row.denominator);
      expect(gaps.get(`${readableName(row.area_name)} ${row.area_code}, ${list} patients`)).toEqual(
        [
          shareText(row.value, row.numerator, row.denominator),
          formatCount(row.gap),
          formatPercent(row.running_share),
        ],
      );
    }
  });

  it('of the CCGs of England that are furthest short', async () => {
    const gaps = tableOf(await tablesOf('/'), /most patients short of England’s level/);
    const { data } = await ask('/figures', { measure, level: 'ccg' });
    const [england] = (await ask('/figures', { measure })).data;
    const level = england!.numerator! / england!.denominator!;
    const short = data
      .map((row) => ({ row, gap: Math.ceil(level * row.denominator! - row.numerator!) }))
      .filter(({ gap }) => gap > 0)
      .sort((a, b) => b.gap - a.gap);
    const all = short.reduce((sum, { gap }) => sum + gap, 0);
    expect(short.length).toBeGreaterThan(1);
    for (const { row, gap } of short.slice(0, 10))
      expect(gaps.get(readableName(row.area_name))).toEqual([
        formatPercent(row.value!),
        formatCount(gap),
        formatPercent((100 * gap) / all),
      ]);
  });

  it('of the sources of a change, with a bar for each part', async () => {
    const tables = await tablesOf('/');
    const changes = tableOf(tables, /^Where the change came from/);
    const months = (await ask('/periods')).data.map(({ period }) => period);
    const since = [months.at(-2)!, months[0]!];
    const parts = await Promise.all(
      since.map((from) => ask('/changes', { measure, from, area: 'E92000001' })),
    );
    const uptake = parts.map(({ data }) => data.find(({ part }) => part === 'uptake')!);
    const said = changes.get('Practices’ own change')!;
    expect(said.slice(2)).toEqual(['']);
    for (const [i, { contribution }] of uptake.entries()) {
      const sign = contribution! > 0 ? '+' : '−';
      expect(said[i]).toBe(`${sign}${Math.abs(contribution!).toFixed(2)}`);
    }
    expect(formatChange(1, measureOf(measure))).toBe('+1.0 percentage points');
  });

  it('of suppliers and list sizes', async () => {
    const tables = await tablesOf('/');
    for (const [by, caption] of [
      ['supplier', /by system supplier/],
      ['list_size', /by list size/],
    ] as const) {
      const rows = tableOf(tables, caption);
      const { data } = await ask('/breakdowns', { measure, by });
      expect(data.length).toBeGreaterThan(3);
      for (const row of data) {
        const range =
          row.lower_95 === null
            ? ''
            : ` ${formatRange([Math.max(0, row.lower_95), row.upper_95!])}`;
        expect(rows.get(row.group_name)).toEqual([
          formatCount(row.practices),
          formatPercent(row.share_of_patients!),
          row.value === null
            ? row.marker
            : `${formatPercent(row.value)}${range} ${formatOf(row.numerator!, row.denominator!)}`,
        ]);
      }
    }
  });

  it('of a practice compared with its CCG, its peers and England, with its rank', async () => {
    const code = 'ZZ0100';
    const tables = await tablesOf(`/practices/${code}`);
    const rows = tableOf(
      tables,
      /Percent of its patients, with the 95% confidence interval, Wilson/,
    );
    const [{ data }, ranks] = await Promise.all([
      ask('/comparisons', { measure, area: code }),
      ask('/percentiles', { measure, area: code }),
    ]);
    const beside = (level: string) => data.find((row) => row.against_level === level)!;
    // Three services have rows of the same name, and the last one's are kept.
    const { html } = await draw(`/practices/${code}`);
    const own = clean(
      /<tbody>\s*<tr class="table__group">.*?<\/tbody>/s.exec(html.replace(/<!--.*?-->/gs, ''))![0],
    );
    expect(rows.size).toBeGreaterThan(3);
    for (const level of ['ccg', 'peers', 'england']) {
      const { word, against_value } = beside(level);
      const value = formatPercent(against_value!);
      const sided = {
        higher: `higher than ${value}`,
        lower: `lower than ${value}`,
        'about the same': `about the same as ${value}`,
        'no clear difference': value,
        'not compared': value,
      };
      expect(own).toContain(sided[word]);
    }
    const order = ['ccg', 'peers', 'england'].map((level) =>
      formatPercent(beside(level).against_value!),
    );
    expect(own.indexOf(order[0]!)).toBeGreaterThan(-1);
    expect(own).toMatch(
      new RegExp(order.join('.*').replaceAll('.', '\\.').replaceAll('\\.*', '.*')),
    );
    const { percentile } = ranks.data[0]!;
    expect(own).toContain(`higher than ${Math.floor(percentile!)} of every 100 other practices`);
  });

  it.each([[['Y54', 'Y56']], [['ZC001', 'ZC002']]])(
    'of the places %j side by side',
    async (codes) => {
      const tables = await tablesOf(`/compare?area=${codes}`);
      const rows = tableOf(tables, /^Seeing your record, March 2015$/);
      const { data } = await ask('/comparisons', {
        measure: stages.join(),
        area: codes.join(),
        benchmark: 'england',
      });
      const figures = new Map(data.map((row) => [`${row.area_code} ${row.measure}`, row] as const));
      for (const code of codes) {
        const [offered] = stages.map((id) => figures.get(`${code} ${id}`)!);
        const list = formatCount(offered!.denominator!);
        const cells = rows.get(`${readableName(offered!.area_name)} ${list} patients`)!;
        expect(cells).toHaveLength(3);
        for (const [i, id] of stages.entries()) {
          const row = figures.get(`${code} ${id}`)!;
          expect(cells[i]).toContain(
            `${shareText(row.value!, row.numerator!, row.denominator!)} ${formatOf(row.numerator!, row.denominator!)}`,
          );
          const range = formatRange([row.lower_95!, row.upper_95!]);
          const end = row.word === 'not compared' ? range : `${range} ${row.word}`;
          expect(cells[i]!.slice(-end.length)).toBe(end);
        }
      }
    },
  );

  it('of coverage by month, the share of practices that reported', async () => {
    const tables = await tablesOf('/quality');
    const rows = tableOf(tables, /^Practices in the extract, and the percentage/);
    const { data } = await ask('/coverage', { measure, level: 'england' });
    const [{ practices, practices_share } = data[0]!] = data;
    const cells = rows.get('March 2015')!;
    expect(cells[0]).toBe(formatCount(practices));
    expect(cells.slice(1)).toContain(formatPercent(practices_share));
  });
});
