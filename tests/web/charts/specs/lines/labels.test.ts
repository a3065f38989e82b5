import { expect, it } from 'vitest';
import { endLabels } from '../../../../../web/charts/specs/lines/labels.ts';
import { palette } from '../drawn.ts';

it('a label has as many lines as fit the height of the plot', () => {
  const months = [{ period: '2018-09', value: 5, text: '5%' }];
  const line = { name: 'NHS Bath and North East Somerset CCG', role: 'place' as const, months };
  const linesAt = (height: number) => {
    const drawn = { lines: [line], months: ['2018-09'], top: 10, width: 400, height };
    const { data } = endLabels({ ...drawn, x: {}, colour: {}, palette }, 130);
    return data.values[0]!.label!.length;
  };
  // One line takes 18 pixels, and each further one 15.
  expect([48, 47, 33, 32].map(linesAt)).toEqual([3, 2, 2, 1]);
});
