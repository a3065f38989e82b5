import { describe, expect, inject, it } from 'vitest';
import { ENGLAND } from '../../../data/definitions/levels.ts';
import { monthsBetween } from '../../../data/definitions/months.ts';
import { drawingOf } from '../../../web/charts/drawings.ts';
import type { ChartQuery, DrawnId } from '../../../web/charts/kind.ts';
import type { MonthsData } from '../../../web/charts/kinds/monthLines.ts';
import { xmrSpec } from '../../../web/charts/specs/xmr.ts';
import { funnelAt } from '../../server/recomputed/methods.ts';
import { charting } from '../../support/charts.ts';
import { published } from '../../support/published.ts';
import { axisOf, type Drawn, type DrawnMark, drawn, marksOf, palette } from './specs/drawn.ts';

const charts = charting(inject('illustrative'));
const room = { width: 900, height: 420, palette };

/**
 * A chart as drawn, of the illustrative release by default, and the rows of its CSV, which no chart code has processed.
 */
async function shown(id: DrawnId, query: ChartQuery = {}, of = charts) {
  const { data, csv } = await of.forms(id, query);
  const chart = await drawn(drawingOf(id, data, room));
  expect(chart.warnings).toEqual([]);
  // England is added to places as a line of its own.
  const places = csv.filter(({ area_code }) => area_code !== ENGLAND);
  return { chart, csv: places.length ? places : csv, data };
}

/** Within a pixel. */
const expectAt = (at: readonly number[], wanted: readonly number[]) => {
  expect(at).toHaveLength(wanted.length);
  const off = at.map((one, i) => Math.abs(one - wanted[i]!));
  expect(Math.max(...off), `${at.slice(0, 5)} against ${wanted.slice(0, 5)}`).toBeLessThan(1);
};

/** Items by a key, in order. */
function grouped<T, K>(things: readonly T[], keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    groups.set(key, [...(groups.get(key) ?? []), thing]);
  }
  return groups;
}

const isRising = (numbers: readonly number[]) =>
  numbers.every((one, i) => i === 0 || one > numbers[i - 1]!);

describe("marks are at the axis positions of the CSV's values", () => {
  it('lines by month, each through its own values, with months from left to right', async () => {
    const { chart, csv } = await shown('months', { measure: 'records_enabled', area: 'Y56,Y54' });
    const y = axisOf(chart, 'left');
    const lines = grouped(marksOf(chart, 'line'), ({ datum }) => datum.name as string);
    const places = grouped(csv, (row) => row.area_code!);
    expect([lines.size, places.size]).toEqual([2, 2]);
    for (const [, rows] of places) {
      const values = rows.map(({ value }) => y(Number(value)));
      const own = [...lines.values()].filter((line) =>
        line.every((mark, i) => Math.abs(mark.y - values[i]!) < 1),
      );
      expect(own).toHaveLength(1);
      expect(isRising(own[0]!.map(({ x }) => x))).toBe(true);
    }
  });

  it.skipIf(!published)('a target at its value, in the months of its year', async () => {
    const { chart, data } = await shown(
      'months',
      { measure: 'any_enabled' },
      charting(inject('published2018')!),
    );
    const y = axisOf(chart, 'left');
    const line = marksOf(chart, 'line');
    const aims = marksOf(chart, 'rule').filter(({ datum }) => datum.text === 'Target 30%');
    expectAt(
      aims.map((mark) => mark.y),
      [y(30)],
    );
    expect((data as MonthsData).months).toHaveLength(6);
    expectAt([aims[0]!.x, aims[0]!.x2], [line[0]!.x, line.at(-1)!.x]);
    // Of three years, its own year is drawn, from April 2018 to March 2019.
    const years = { ...(data as MonthsData), months: monthsBetween('2018-01', '2020-12') };
    const long = await drawn(drawingOf('months', years, room));
    const known = marksOf(long, 'line').filter(({ defined }) => defined !== false);
    const step = (known[5]!.x - known[0]!.x) / 5;
    const [aim] = marksOf(long, 'rule').filter(({ datum }) => datum.text === 'Target 30%');
    expectAt([aim!.x, aim!.x2], [known[0]!.x, known[0]!.x + 11 * step]);
    const { chart: other } = await shown(
      'months',
      { measure: 'records_enabled' },
      charting(inject('published2018')!),
    );
    expect(other.texts.join(' ')).not.toContain('Target');
  });

  it('bands behind a line: tenths, fifths and two fifths of practices, nested', async () => {
    const { chart } = await shown('months', { measure: 'records_enabled' });
    const y = axisOf(chart, 'left');
    const { data } = await charts.ask('/deciles', { measure: 'records_enabled', from: '2014-04' });
    const areas = chart.marks
      .filter(({ kind }) => kind === 'area')
      .map(({ items }) => items as unknown as (DrawnMark & { y2: number })[]);
    expect(areas).toHaveLength(3);
    for (const [i, [low, high]] of (
      [
        ['p10', 'p90'],
        ['p20', 'p80'],
        ['p40', 'p60'],
      ] as const
    ).entries()) {
      const ends = areas[i]!.map((item) => [item.y, item.y2].sort((a, b) => b - a));
      expectAt(
        ends.map(([bottom]) => bottom!),
        data.map((row) => y(row[low]!)),
      );
      expectAt(
        ends.map(([, top]) => top!),
        data.map((row) => y(row[high]!)),
      );
    }
  });

  it('a ranking: dots at values, lines from lower to upper limit, highest first', async () => {
    const { chart, csv } = await shown('places', { level: 'region' });
    const x = axisOf(chart, 'bottom');
    const rows = csv.toSorted((a, b) => Number(b.value) - Number(a.value));
    const dots = marksOf(chart, 'symbol').toSorted((a, b) => a.y - b.y);
    expectAt(
      dots.map((dot) => dot.x),
      rows.map(({ value }) => x(Number(value))),
    );
    const limits = marksOf(chart, 'rule')
      .filter(({ datum }) => datum.lower !== undefined)
      .filter(({ x: from, x2 }) => from !== x2 && Math.abs(from - x2) < room.width / 2)
      .toSorted((a, b) => a.y - b.y);
    expectAt(
      limits.map((rule) => Math.min(rule.x, rule.x2)),
      rows.map(({ lower_95 }) => x(Number(lower_95))),
    );
    expectAt(
      limits.map((rule) => Math.max(rule.x, rule.x2)),
      rows.map(({ upper_95 }) => x(Number(upper_95))),
    );
  });

  it('a funnel: places by size and value, shaped by position, and the limits', async () => {
    const { chart, csv, data } = await shown('funnel', { level: 'ccg' });
    const [x, y] = [axisOf(chart, 'bottom'), axisOf(chart, 'left')];
    const dots = new Map(marksOf(chart, 'symbol').map((dot) => [dot.datum.reading, dot]));
    const rows = csv.filter(({ value }) => value !== '');
    const positions = new Set(rows.map(({ position }) => position));
    expect(positions.size).toBeGreaterThan(2);
    for (const row of rows) {
      const dot = [...dots.values()].find(
        ({ datum }) => Math.abs(datum.value - Number(row.value)) < 1e-9,
      )!;
      expectAt([dot.x, dot.y], [x(Number(row.denominator)), y(Number(row.value))]);
      const [side = ''] = row.position!.split('_');
      const shape = { above: 'triangle-up', below: 'triangle-down', inside: 'circle' }[side];
      expect([row.area_code, dot.shape]).toEqual([row.area_code, shape]);
    }
    const model = data as unknown as { mean: number; tau2: number };
    const curves = grouped(marksOf(chart, 'line'), ({ datum }) => datum.n as number);
    for (const [n, ends] of curves) {
      const { limits } = funnelAt(
        { target: model.mean / 100, tau2: model.tau2 },
        { x: 0, n },
        true,
      )!;
      const wanted = Object.values(limits)
        .map((limit) => y(limit))
        .sort((a, b) => a - b);
      expectAt(
        ends.map((end) => end.y).sort((a, b) => a - b),
        wanted,
      );
    }
  });

  it('a scatter: places by both values', async () => {
    const { chart, csv } = await shown('scatter', { level: 'ccg', across: 'appointments_enabled' });
    const [x, y] = [axisOf(chart, 'bottom'), axisOf(chart, 'left')];
    const dots = marksOf(chart, 'symbol');
    const rows = csv.filter(({ value, across_value }) => value !== '' && across_value !== '');
    expect(dots).toHaveLength(rows.length);
    for (const row of rows) {
      const dot = dots.find(({ datum }) => Math.abs(datum.value - Number(row.value)) < 1e-9)!;
      expectAt([dot.x, dot.y], [x(Number(row.across_value)), y(Number(row.value))]);
    }
    const middle = (numbers: number[]) => {
      const inOrder = numbers.sort((a, b) => a - b);
      const half = inOrder.length / 2;
      return (inOrder[Math.ceil(half) - 1]! + inOrder[Math.floor(half)]!) / 2;
    };
    const medians = marksOf(chart, 'rule').filter(({ datum }) => !datum.name);
    expectAt(
      [medians[0]!.x, medians[1]!.y],
      [
        x(middle(rows.map(({ across_value }) => Number(across_value)))),
        y(middle(rows.map(({ value }) => Number(value)))),
      ],
    );
  });

  it('two months: a hollow dot at the earlier figure, a solid one at the later, a line between', async () => {
    const { chart, csv } = await shown('change', { level: 'region' });
    const x = axisOf(chart, 'bottom');
    const symbols = marksOf(chart, 'symbol').toSorted((a, b) => a.y - b.y);
    const hollow = symbols.filter(({ fill }) => fill === palette.page);
    const solid = symbols.filter(({ fill }) => fill === palette.place);
    const [before, after] = (['before_value', 'after_value'] as const).map((name) =>
      csv.map((row) => x(Number(row[name]))),
    );
    expectAt(
      hollow.map((dot) => dot.x),
      before!,
    );
    expectAt(
      solid.map((dot) => dot.x),
      after!,
    );
    const lines = marksOf(chart, 'rule')
      .filter(({ stroke }) => stroke === palette.place)
      .toSorted((a, b) => a.y - b.y);
    expectAt(
      lines.map((rule) => Math.abs(rule.x - rule.x2)),
      before!.map((from, i) => Math.abs(after![i]! - from)),
    );
  });

  it('a histogram: bars from start to end of their steps, as high as their numbers of practices', async () => {
    const { chart, csv } = await shown('spread');
    const [x, y] = [axisOf(chart, 'bottom'), axisOf(chart, 'left')];
    const bars = marksOf(chart, 'rect').filter(({ datum, height }) => datum.colour && height >= 0);
    const drawnBars = bars.filter(({ datum }) => datum.practices > 0).slice(0, csv.length);
    const steps = csv.filter(({ practices }) => Number(practices) > 0);
    const tall = grouped(drawnBars, ({ datum }) => datum.from as number);
    for (const step of steps) {
      const [bar] = tall.get(Number(step.from))!.filter(({ height }) => height < room.height);
      expectAt([bar!.y, bar!.y + bar!.height], [y(Number(step.practices)), y(0)]);
      if (step.to) {
        const middle = (Number(step.from) + Number(step.to)) / 2;
        expectAt([bar!.x + bar!.width / 2], [x(middle)]);
      }
    }
  });

  it('small panels: each place by its own values, England behind each', async () => {
    const { chart, csv } = await shown('multiples', { level: 'region' });
    const rules = marksOf(chart, 'rule');
    const lines = grouped(
      marksOf(chart, 'line'),
      ({ datum, stroke }) => `${datum.panel} ${stroke}`,
    );
    const places = [...grouped(csv, (row) => row.area_code!).values()];
    expect(lines.size).toBe(places.length * 2);
    const seen = places.map((rows) => {
      const found = [...lines].find(([name, marks]) => {
        if (!name.endsWith(palette.place)) return false;
        const ticks = rules.filter(
          ({ x, x2, y }) => x <= marks[0]!.x + 1 && x2 >= marks.at(-1)!.x - 1 && isNear(y, marks),
        );
        const at = scaleOf(ticks);
        return rows.every((row, i) => Math.abs(marks[i]!.y - at(Number(row.value))) < 1);
      });
      return found?.[0];
    });
    expect(new Set(seen).size).toBe(places.length);
    expect(seen).not.toContain(undefined);
  });

  it('tiles: never lighter where the figure is higher, from the lightest colour to the darkest', async () => {
    const { chart, csv } = await shown('map', { level: 'region' });
    const tiles = marksOf(chart, 'rect').filter(({ datum }) => datum.reading);
    expect(tiles).toHaveLength(csv.length);
    const inOrder = csv.toSorted((a, b) => Number(a.value) - Number(b.value));
    const steps = inOrder.map(({ value }) => {
      const tile = tiles.find(({ datum }) => datum.text === `${Number(value).toFixed(1)}%`)!;
      return palette.steps.indexOf(tile.fill);
    });
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect([steps[0], steps.at(-1)]).toEqual([0, 4]);
  });
});

/** Whether a grid line belongs to a panel: no further above or below than panels are high. */
const isNear = (y: number, marks: readonly DrawnMark[]): boolean => {
  const ys = marks.map((mark) => mark.y);
  return y > Math.min(...ys) - 200 && y < Math.max(...ys) + 200;
};

/** The scale that grid lines and their values imply. */
function scaleOf(rules: readonly DrawnMark[]): (value: number) => number {
  const [first, last] = [rules[0]!, rules.at(-1)!];
  const pixels = (last.y - first.y) / (last.datum.value - first.datum.value);
  return (value) => first.y + (value - first.datum.value) * pixels;
}

describe('what is usual from month to month', () => {
  const values = [1, 1.2, 1.4, 2, 3, 5, 8, 12];
  const points = values.map((value, i) => ({
    ...{ period: `2014-0${i + 1}`, value, segment: 1, mean: 4, lower: 1.5, upper: 6.5 },
    word: value > 6.5 ? 'above the upper limit' : value < 1.5 ? 'below the lower limit' : '',
    up: value > 4,
    reading: `${value}`,
  }));
  const marksIn = (chart: Drawn) => marksOf(chart, 'symbol').toSorted((a, b) => a.x - b.x);

  it('is at its values, and points up for a high month and down for a low one', async () => {
    const chart = await drawn(xmrSpec({ points, unit: '%', ends: null }, room));
    const y = axisOf(chart, 'left');
    const symbols = marksIn(chart);
    expectAt(
      symbols.map((one) => one.y),
      values.map(y),
    );
    expect(symbols.map(({ shape }) => shape)).toEqual([
      ...Array(3).fill('triangle-down'),
      ...Array(3).fill('circle'),
      ...Array(2).fill('triangle-up'),
    ]);
    const levels = marksOf(chart, 'rect').map((one) => one.y + one.height / 2);
    for (const level of [1.5, 4, 6.5]) {
      expect(levels.filter((at) => Math.abs(at - y(level)) < 1)).toHaveLength(values.length);
    }
  });

  it('is drawn from the API’s months with the direction of each signal', async () => {
    const { chart, csv: rows } = await shown('xmr', { measure: 'records_enabled' });
    // For a stock the changes are drawn, and the first month has none.
    const csv = rows.filter(({ value }) => value !== '');
    expect(csv).toHaveLength(rows.length - 1);
    const y = axisOf(chart, 'left');
    const symbols = marksIn(chart);
    expectAt(
      symbols.map((one) => one.y),
      csv.map(({ value }) => y(Number(value))),
    );
    const shapes: Record<string, string> = { up: 'triangle-up', down: 'triangle-down' };
    expect(symbols.map(({ shape }) => shape)).toEqual(
      csv.map(({ direction }) => shapes[direction!] ?? 'circle'),
    );
    expect(new Set(csv.map(({ direction }) => direction)).size).toBeGreaterThan(1);
  });
});
