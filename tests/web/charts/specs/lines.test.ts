import { describe, expect, it } from 'vitest';
import { monthsBetween } from '../../../../data/definitions/months.ts';
import type { Line } from '../../../../web/charts/specs/lines/line.ts';
import { linesSpec } from '../../../../web/charts/specs/lines.ts';
import { drawn, itemsOf, marksOf, palette } from './drawn.ts';

const line = (name: string, values: (number | null)[], role: Line['role'] = 'place'): Line => ({
  name,
  role,
  months: monthsBetween('2014-04', '2015-03').flatMap((period, i) =>
    values[i] === undefined
      ? []
      : [{ period, value: values[i], text: values[i] === null ? '[x]' : `${values[i]}%` }],
  ),
});
const linesHeight = 250;
const room = (width: number) => ({ width, height: linesHeight, palette });
const rising = [3, 4, 5, 8, 12, 21, 30, 40, 52, 70, 85, 97];

describe('lines by month', () => {
  it('have all events of a month at its line, and what was said within their scale and in its month', async () => {
    const events = ['1', '2'].map((text) => ({ period: '2014-06', text }));
    const said = [{ period: '2014-07', text: 'nine', value: 9 }];
    const spec = linesSpec([line('x', [1, 2, 3, 4])], room(600), { unit: '%', events, said });
    const chart = await drawn(spec);
    expect(chart.texts).toContain('1, 2');
    const readings = marksOf(chart, 'rule').flatMap(({ datum }) => datum.reading ?? []);
    const told = readings.filter((text) => String(text).includes('said at the time: nine'));
    expect(told).toEqual(['July 2014\nx: 4%\nsaid at the time: nine']);
    const { layer } = spec as unknown as { layer: { encoding: { y?: { scale?: object } } }[] };
    expect(layer.map(({ encoding }) => encoding.y?.scale)).toContainEqual(
      expect.objectContaining({ domain: [0, 9 * 1.1] }),
    );
  });

  it.each([288, 544, 1120])('fill the %i pixels they are given, and no more', async (width) => {
    const chart = await drawn(
      linesSpec([line('could', rising), line('did', [0.1, 0.4], 'used')], room(width), {
        top: 100,
        unit: '%',
      }),
    );
    expect(chart.width).toBeLessThanOrEqual(width);
    expect(chart.height).toBe(linesHeight);
    expect(chart.warnings).toEqual([]);
  });

  it('name each line at its end, with its last value', async () => {
    const chart = await drawn(
      linesSpec([line('could', rising), line('set up', [1, 2, 4.5])], room(600), {
        top: 100,
        unit: '%',
      }),
    );
    expect(chart.texts).toContain('97% could');
    expect(chart.texts).toContain('4.5% set up in Jun 2014');
    expect(chart.texts).toContain('0%');
    expect(chart.texts).toContain('100%');
  });

  it('begin at zero, and end above the largest value unless a top is given', async () => {
    const spec = linesSpec([line('', [1, 2, 4])], room(600), { unit: '' });
    const { layer } = spec as unknown as { layer: { encoding: { y?: { scale?: object } } }[] };
    expect(layer[1]!.encoding.y!.scale).toMatchObject({ domain: [0, 4.4] });
  });

  it('show targets in the months in which they apply', async () => {
    const aims = [{ value: 30, from: '2014-06', to: '2014-12', text: 'Target 30%' }];
    const chart = await drawn(linesSpec([line('x', rising)], room(600), { unit: '%', aims }));
    expect(chart.texts).toContain('Target 30%');
    const points = marksOf(chart, 'line');
    const rules = marksOf(chart, 'rule');
    const own = rules.filter(({ stroke }) => stroke === palette.used);
    expect(own.map(({ x, x2, y }) => [x, x2, y])).toEqual([
      [points[2]!.x, points[8]!.x, points[6]!.y],
    ]);
  });

  it('leave room for targets above them', async () => {
    const aims = [{ value: 30, from: '2014-04', to: '2014-06', text: 'Target 30%' }];
    const spec = linesSpec([line('', [1, 2, 4])], room(600), { unit: '%', aims });
    const { layer } = spec as unknown as { layer: { encoding: { y?: { scale?: object } } }[] };
    expect(layer[1]!.encoding.y!.scale).toMatchObject({ domain: [0, 33] });
  });

  it('have gaps for missing months, and show a month between two gaps', async () => {
    const gaps = await drawn(
      linesSpec([line('x', [1, 2, null, 4, null, 3, 3])], room(600), { unit: '%' }),
    );
    const defined = itemsOf(gaps, 'line').map((item) => (item as { defined?: boolean }).defined);
    expect(defined.filter((one) => one === false)).toHaveLength(2);
    expect(itemsOf(gaps, 'symbol')).toHaveLength(1);
  });

  it('ends bands of practices before missing months, and resumes them after', async () => {
    const band = (period: string) => ({
      period,
      ends: [
        [1, 5],
        [2, 4],
      ] as [number, number][],
    });
    const periods = ['2014-04', '2014-05', '2014-08', '2014-11', '2014-12', '2015-01'];
    const chart = await drawn(
      linesSpec([line('x', rising)], room(600), { unit: '%', bands: periods.map(band) }),
    );
    expect(chart.warnings).toEqual([]);
    const across = (items: { x?: number }[]) => items.map(({ x }) => Math.round(x!));
    const areas = chart.marks.filter(({ kind }) => kind === 'area').map(({ items }) => items);
    expect(areas.map(({ length }) => length)).toEqual([2, 3, 2, 3]);
    const months = monthsBetween('2014-04', '2015-03');
    const points = across(marksOf(chart, 'line'));
    const at = (period: string) => points[months.indexOf(period)]!;
    expect(across(areas[0] as { x?: number }[])).toEqual(periods.slice(0, 2).map(at));
    expect(across(areas[1] as { x?: number }[])).toEqual(periods.slice(3).map(at));
    const bars = chart.marks.filter(
      ({ kind, items }) =>
        kind === 'rule' && (items[0] as { strokeWidth?: number }).strokeWidth === 8,
    );
    expect(bars.map(({ items }) => across(items as { x?: number }[]))).toEqual([
      [at('2014-08')],
      [at('2014-08')],
    ]);
  });

  it('reads out every line of a month', () => {
    const spec = linesSpec([line('here', [1, 2]), line('England', [3, null])], room(600), {
      unit: '%',
    });
    const text = JSON.stringify(spec);
    expect(text).toContain('May 2014\\nhere: 2%\\nEngland: [x]');
  });

  it('draws nothing without data', async () => {
    const chart = await drawn(linesSpec([line('x', [null, null])], room(600), { unit: '%' }));
    expect(chart.warnings).toEqual([]);
    expect(itemsOf(chart, 'line')).toHaveLength(0);
  });

  it('are named in full, in two lines if one has no room', async () => {
    const name = 'Devon, Cornwall and Isles of Scilly';
    const spec = linesSpec([line(name, rising), line('England', rising)], room(544), { unit: '%' });
    expect(JSON.stringify(spec)).toContain('"label":["97% Devon, Cornwall","and Isles of Scilly"]');
    expect((await drawn(spec)).warnings).toEqual([]);
  });
});
