import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { describe, expect, it } from 'vitest';
import type { ChartTable } from '../../../web/charts/kind.ts';
import { chartTable } from '../../../web/charts/table.ts';
import { addressOf } from '../../../web/route.ts';

const tableOf = (count: number, name = 'Elm'): ChartTable => ({
  caption: 'Practices',
  columns: [{ title: 'Practice' }, { title: 'Percent', numeric: true }],
  rows: Array.from({ length: count }, (_, i) => [
    { text: `${name} ${i}`, value: `P${i}`, place: { level: 'practice', code: `P${i}` } },
    { text: '4.5%', value: 4.5, of: '45 of 1,000' },
  ]),
});

const drawn = (table: ChartTable, query = ''): string =>
  collectResultSync(
    render(
      chartTable(table, addressOf(new URL(`http://localhost/explore${query}`), ''), {
        linkTo: (_, code) => `/practices/${code}?a=1&b=2`,
      }),
    ),
  );
const count = (html: string, what: RegExp): number => html.match(what)?.length ?? 0;

describe('the table of a chart', () => {
  it('has names as links and counts beside each figure', () => {
    const html = drawn(tableOf(1));
    expect(html).toContain('<a href="/practices/P0?a=1&amp;b=2">Elm 0</a>');
    expect(html).toContain(
      '<td class="table__number">4.5%<span class="table__of">45 of 1,000</span>',
    );
  });

  it('explains the markers in the rows it shows', () => {
    const unknown = [
      { text: 'Oak', value: 'P100' },
      { text: '[x]', value: null },
    ];
    const table = { ...tableOf(0), rows: [...tableOf(100).rows.slice(), unknown] };
    expect(drawn(table)).not.toContain('[x]');
    expect(drawn(table, '?rows=all')).toContain('[x]: not available, because it was not reported.');
  });

  it('shows names as they are, whatever they contain', () => {
    const html = drawn(tableOf(1, '<img src=x onerror=alert(1)>'));
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; 0');
  });

  it('shows the first hundred rows of many, and all in sections if asked', () => {
    expect(count(drawn(tableOf(250)), /<th scope="row">/g)).toBe(100);
    expect(drawn(tableOf(250))).toContain('rows=all');
    const all = drawn(tableOf(250), '?rows=all');
    expect(count(all, /<th scope="row">/g)).toBe(250);
    expect(count(all, /<tbody>/g)).toBe(13);
    expect(all).toContain('table--long');
    expect(drawn(tableOf(100), '?rows=all')).not.toContain('table--long');
  });
});
