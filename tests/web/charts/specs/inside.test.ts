import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawingOf } from '../../../../web/charts/drawings.ts';
import { type ChartData, type DrawnId, drawnIds } from '../../../../web/charts/kind.ts';
import { findKind } from '../../../../web/charts/kinds.ts';
import { type DrawnMark, drawn, marksOf, palette } from './drawn.ts';

type Json = null | string | number | boolean | Json[] | { [name: string]: Json };

/** The names of figures that charts draw. */
const figure = /^(value|mean|lower|upper|median|p\d0|before|after|across|england|nested)$/;
const month = /^\d{4}-\d\d$/;

/** The data with each number replaced; what it is of is told as in `rows.value`, the same for all rows and months. */
function replaced(
  data: Json,
  make: (one: number, of: string) => number,
  path: readonly string[] = [],
): Json {
  if (typeof data === 'number') return make(data, path.join('.'));
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((one) => replaced(one, make, path));
  const within = Object.entries(data).map(([name, one]) => [
    name,
    replaced(one, make, month.test(name) ? path : [...path, name]),
  ]);
  return Object.fromEntries(within);
}

/** What the figures of a chart are of. */
function figuresOf(data: Json): string[] {
  const found = new Set<string>();
  replaced(data, (one, of) => {
    if (figure.test(of.split('.').at(-1)!)) found.add(of);
    return one;
  });
  return [...found];
}

const endsOf = ({ x, y, x2 = x, y2 = y, width = 0, height = 0 }: DrawnMark) => [
  [x, y],
  [x2, y2],
  [x + width, y + height],
];

/** The marks that are further than a pixel outside the plot; lines of guides may begin above it. */
async function straying(id: DrawnId, data: ChartData): Promise<string[]> {
  const room = { width: 752, height: findKind(id)!.height(data).wide, palette };
  const spec = drawingOf(id, data, room);
  const { width, height } = spec as unknown as { width: number; height: number };
  const chart = await drawn(spec);
  const isOut = (at: number, most: number) => at < -1 || at > most + 1;
  return ['line', 'area', 'symbol', 'rect', 'rule'].filter((kind) =>
    marksOf(chart, kind)
      .filter(({ defined }) => defined !== false)
      .flatMap(endsOf)
      .some(([x, y]) => isOut(x!, width) || (kind !== 'rule' && isOut(y!, height))),
  );
}

describe('a plot has room for each figure, however much larger or smaller than the others', () => {
  it.each(drawnIds)('%s', async (id) => {
    const path = new URL(`../../../fixtures/charts/${id}/data.json`, import.meta.url);
    const data: Json = JSON.parse(readFileSync(path, 'utf8'));
    const figures = figuresOf(data);
    expect(figures.length).toBeGreaterThan(0);
    const stray: string[] = [];
    for (const times of [3, 0.2]) {
      for (const which of figures) {
        const changed = replaced(data, (one, of) => (of === which ? one * times : one));
        const out = await straying(id, changed as unknown as ChartData);
        stray.push(...out.map((kind) => `${kind} where ${which} is ${times} times as much`));
      }
    }
    expect(stray).toEqual([]);
  });
});
