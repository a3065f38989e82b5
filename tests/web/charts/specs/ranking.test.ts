import { expect, it } from 'vitest';
import { rankingSpec } from '../../../../web/charts/specs/ranking.ts';
import { drawn, palette } from './drawn.ts';

it('the name of a benchmark is within the chart at either end of its scale', () => {
  const place = (value: number) => ({
    ...{ name: `Elm ${value}`, value, text: `${value}%`, lower: null, upper: null },
    ...{ here: false, reading: () => '' },
  });
  const alignAt = (value: number) => {
    const benchmark = { name: 'England', value, text: `${value}%` };
    const ranking = { places: [place(50), place(5)], benchmark, unit: '%' as const, many: '' };
    const spec = rankingSpec(ranking, { width: 700, height: 200, palette });
    const { layer } = spec as unknown as {
      layer: { mark: { align?: string }; encoding: { text?: { value?: string } } }[];
    };
    return layer.find(({ encoding }) => encoding.text?.value?.startsWith('England'))!.mark.align;
  };
  expect([0.1, 25, 52].map(alignAt)).toEqual(['left', 'center', 'right']);
});

const placeOf = (name: string, value: number) => ({
  name,
  value,
  text: `${value}%`,
  lower: null,
  upper: null,
  here: false,
  reading: () => name,
});

it('breaks the line of the benchmark only at a name above its row', async () => {
  const spec = rankingSpec(
    {
      places: [placeOf('London', 9), placeOf('Midlands and East of England', 5)],
      benchmark: { name: 'England', value: 6, text: '6%' },
      unit: '%',
      many: '2 regions',
    },
    { width: 358, height: 150, palette },
  );
  const parts = [...JSON.stringify(spec).matchAll(/{"from":([\d.]+),"to":([\d.]+)}/g)];
  const [first, second] = parts.map(([, from, to]) => ({ from: Number(from), to: Number(to) }));
  expect(parts).toHaveLength(2);
  expect(first).toEqual({ from: 0, to: 45 });
  expect(second!.from).toBeGreaterThan(first!.to + 10);
  expect(second!.to).toBe(90);
  expect((await drawn(spec)).warnings).toEqual([]);
});
