import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { describe, expect, it } from 'vitest';
import { type PlainLine, twoLines } from '../../../web/charts/twoLines.ts';

const drawn = async (...lines: PlainLine[]) =>
  (await collectResult(render(twoLines(lines, 'by month')))).replace(/<!--.*?-->/g, '');

const here = { name: 'here', values: { '2015-01': 1, '2015-02': null, '2015-03': 2 } };

describe('lines for paper', () => {
  it('leave a gap for a month without a figure, and a point for a single month', async () => {
    const svg = await drawn(here);
    const [, path] = /plain__line--first" d="([^"]+)"/.exec(svg)!;
    expect(path!.match(/M/g)).toHaveLength(2);
    expect(path).not.toContain('L');
  });

  it('are named at their ends with their last value, without overlap', async () => {
    const svg = await drawn(here, { name: 'England', values: { '2015-03': 2.01 } });
    expect(svg).toContain('2.0% here');
    expect(svg).toContain('2.0% England');
    const heights = [...svg.matchAll(/plain__name[^"]*" x="\d+" y="([\d.]+)"/g)].map(([, y]) =>
      Number(y),
    );
    expect(Math.abs(heights[0]! - heights[1]!)).toBeGreaterThanOrEqual(15);
  });

  it('are empty without figures', async () => {
    expect(twoLines([{ name: 'here', values: { '2015-01': null } }], '')).toBe('');
  });
});
