import { expect, it } from 'vitest';
import { scatterSpec } from '../../../../web/charts/specs/scatter.ts';
import { drawn, palette } from './drawn.ts';

const dots = (count: number, here = -1) =>
  Array.from({ length: count }, (_, i) => ({
    ...{ name: `Elm ${i}`, across: 10 + ((i * 7) % 31), value: 4 + i, here: i === here },
    reading: () => `elm ${i}`,
  }));

it('up to twelve places are named in a scatter, of more only those looked at', async () => {
  const namesOf = async (count: number, here?: number) => {
    const across = { title: 'List size', unit: '' as const };
    const scatter = { dots: dots(count, here), across, unit: '%' as const, medians: null };
    const { texts } = await drawn(scatterSpec(scatter, { width: 900, height: 460, palette }));
    return new Set(texts.join('|').match(/Elm \d+/g)).size;
  };
  expect(await namesOf(12)).toBe(12);
  expect(await namesOf(13)).toBe(0);
  expect(await namesOf(13, 5)).toBe(1);
});
