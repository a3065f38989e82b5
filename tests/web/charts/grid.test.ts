import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { describe, expect, it } from 'vitest';
import { ENGLAND } from '../../../data/definitions/levels.ts';
import { grid } from '../../../web/charts/grid.ts';
import { keptPlaces } from '../../../web/charts/kept.ts';
import type { ChartTable } from '../../../web/charts/kind.ts';
import { rowsOf } from '../../../web/charts/rows.ts';
import { addressOf } from '../../../web/route.ts';

/** A table of some practices and England, with the codes of the rows that were made and of those last summed. */
function watched(practices: number) {
  const made: string[] = [];
  const added: string[][] = [];
  const codes = Array.from({ length: practices }, (_, i) => `P${i}`);
  const table: ChartTable = {
    caption: 'Practices',
    columns: [{ title: 'Practice' }, { title: 'Percent', numeric: true }],
    rows: rowsOf(
      [...codes, ENGLAND].map((code, i) => ({ code, value: i })),
      ({ code, value }) => {
        made.push(code);
        return [
          { text: `Elm ${code}`, value: code, place: { level: 'practice', code } },
          { text: `${value}%`, value },
        ];
      },
    ),
    total(codes) {
      added.push([...codes]);
      return [
        { text: 'Together', value: null },
        { text: '[x]', value: null },
      ];
    },
  };
  return { table, made, added, codes };
}

const at = (query: string) => addressOf(new URL(`http://localhost/explore${query}`), '');
const drawn = (table: ChartTable, query = '') =>
  collectResultSync(
    render(grid(table, at(query), { keeps: true, fileAs: () => ({ href: '/', name: 'f' }) })),
  );
const bodies = (html: string) =>
  [...html.matchAll(/<tbody>.*?<\/tbody>/gs)].map(
    ([body]) => body.match(/<th scope="row">/g)?.length ?? 0,
  );

describe('the grid below a chart', () => {
  it('makes only the rows it shows of thousands, and sums all except England', () => {
    const { table, made, added, codes } = watched(7000);
    drawn(table);
    expect(made).toEqual(codes.slice(0, 100));
    expect(added).toEqual([codes]);
  });

  it('makes each row once, however it is sorted', () => {
    const { table, made } = watched(300);
    for (const query of ['?filter=P2', '?filter=P29', '?sort=-2', '?least=10']) drawn(table, query);
    expect(made.length).toBe(301);
  });

  it('sums the rows left by a filter', () => {
    const { table, added } = watched(300);
    drawn(table, '?filter=P29');
    expect(added.at(-1)!.sort()).toEqual(
      ['P29', ...Array.from({ length: 10 }, (_, i) => `P29${i}`)].sort(),
    );
    drawn(table, '?column=2&least=299');
    expect(added.length).toBe(1);
  });

  it('comes in sections of twenty rows, or whole if it has no more', () => {
    expect(bodies(drawn(watched(19).table))).toEqual([20]);
    expect(drawn(watched(19).table)).not.toContain('table--long');
    expect(bodies(drawn(watched(44).table))).toEqual([20, 20, 5]);
    expect(drawn(watched(44).table)).toContain('table--long');
    expect(bodies(drawn(watched(300).table))).toEqual([20, 20, 20, 20, 20]);
  });

  it('lets every place be kept but England', () => {
    const { table } = watched(3);
    const england = [
      { text: 'England', value: ENGLAND, place: { level: 'england' as const, code: ENGLAND } },
      { text: '5%', value: 5 },
    ];
    const html = drawn({ ...table, rows: [...table.rows.slice(0, 3), england] }, '?area=P1');
    const kept = [...html.matchAll(/id="keep-(\w+)"[^>]*>(Keep|Let go)</g)];
    expect(kept.map(([, code, words]) => [code, words])).toEqual([
      ['P0', 'Keep'],
      ['P1', 'Let go'],
      ['P2', 'Keep'],
    ]);
  });

  it('has cards only for kept places, in the order in which they were kept', () => {
    const { table, made } = watched(7000);
    const cards = keptPlaces(table, at('?area=p6000,P7,NOPE'), {});
    const html = cards && collectResultSync(render(cards));
    expect([...html.matchAll(/data-code=(?:")?(\w+)/g)].map(([, code]) => code)).toEqual([
      'P6000',
      'P7',
    ]);
    expect(made).toEqual(['P6000', 'P7']);
    const told = [...html.matchAll(/<dt>(.*?)<\/dt>\s*<dd>(.*?)<\/dd>/gs)].map((pair) =>
      pair.slice(1).map((text) => text.replace(/<[^>]*>/g, '').trim()),
    );
    expect(told).toEqual([
      ['Percent', '6000%'],
      ['Percent', '7%'],
    ]);
  });
});
