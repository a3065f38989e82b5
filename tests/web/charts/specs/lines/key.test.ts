import { describe, expect, it } from 'vitest';
import { linesHeight } from '../../../../../web/charts/specs/heights.ts';
import { keyed, keyOf } from '../../../../../web/charts/specs/lines/key.ts';
import type { Line } from '../../../../../web/charts/specs/lines/line.ts';
import { linesSpec } from '../../../../../web/charts/specs/lines.ts';
import { drawn, palette } from '../drawn.ts';

const long = 'NHS England South East (Hampshire, Isle of Wight and Thames Valley)';
const lineOf = (name: string, value: number): Line => ({
  name,
  role: name === long ? 'place' : 'rest',
  months: ['2018-08', '2018-09'].map((period) => ({ period, value, text: `${value}%` })),
});

describe('the key of lines', () => {
  it('is below a narrow chart if a name has no room beside its line', () => {
    expect(keyed([long, 'England'], 288)).toBe(true);
    expect(keyed([long, 'England'], 700)).toBe(false);
    expect(keyed(['London', 'England'], 288)).toBe(false);
    expect(linesHeight(['London', 'England']).narrow).toBe(300);
  });

  it('is used too if there are too many names to fit below each other', () => {
    const names = Array.from({ length: 8 }, (_, i) => `The ${i} Park Road Medical Practice`);
    expect(keyed(names, 288)).toBe(true);
    expect(keyed(names.slice(0, 3), 288)).toBe(false);
  });

  it('names every line in full, highest first, in the height reserved for it', () => {
    const lines = [lineOf('England', 6), lineOf(long, 10.9)];
    const { rows, height } = keyOf(lines, 288);
    expect(rows.map(({ lines }) => lines.join(' '))).toEqual([`10.9% ${long}`, '6% England']);
    expect(300 + height).toBeLessThanOrEqual(linesHeight([long, 'England']).narrow);
  });

  it('leaves only values at the ends of lines', async () => {
    const room = { width: 288, height: linesHeight([long, 'England']).narrow, palette };
    const spec = linesSpec([lineOf(long, 10.9), lineOf('England', 6)], room, { unit: '%' });
    const text = JSON.stringify(spec);
    expect(text).toContain('"label":["10.9%"]');
    expect(text).toContain('"lines":["6% England"]');
    const chart = await drawn(spec);
    expect(chart.height).toBe(room.height);
    expect(chart.warnings).toEqual([]);
  });
});
