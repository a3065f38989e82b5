import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { describe, expect, it } from 'vitest';
import { dotLabels, dots, outline, thousand } from '../../../web/charts/thousand.ts';

/** The centres of the dots that a path draws. */
function centres(path: string): [number, number][] {
  const found: [number, number][] = [];
  for (const [, kind, x, y] of path.matchAll(/([Mm])(\d+) (\d+)(?=h0)/g)) {
    const [lastX, lastY] = found.at(-1) ?? [0, 0];
    found.push(kind === 'M' ? [Number(x), Number(y)] : [lastX + Number(x), lastY + Number(y)]);
  }
  return found;
}

describe('a thousand dots', () => {
  it('are a thousand, each in its own place', () => {
    const all = centres(dots(0, 4) + dots(4, 45) + dots(45, 972) + dots(972, 1000));
    expect(all).toHaveLength(1000);
    expect(new Set(all.map(String)).size).toBe(1000);
  });

  it('are in reading order, in rows of forty', () => {
    const all = centres(dots(0, 1000));
    expect(all[0]).toEqual([5, 5]);
    expect(all[39]).toEqual([395, 5]);
    expect(all[40]).toEqual([5, 15]);
    expect(all[999]).toEqual([395, 245]);
  });

  it('can start anywhere and be empty', () => {
    expect(centres(dots(38, 42))).toEqual([
      [385, 5],
      [395, 5],
      [5, 15],
      [15, 15],
    ]);
    expect(dots(7, 7)).toBe('');
  });
});

describe('a thousand patients', () => {
  const stages = (offered: number | null, enabled: number | null, accessed: number | null) => ({
    ...{ offered, enabled, accessed },
  });
  /** How many dots each stage has, and the index of its first. */
  function drawn(now: ReturnType<typeof stages>, before: ReturnType<typeof stages> | null = null) {
    const html = collectResultSync(render(thousand(now, before, 'words')));
    const all = [...html.matchAll(/class="thousand__(\w+)" d="([^"]*)"/g)];
    const parts = all.map(([, part, path]) => [part!, path!] as const);
    const counted = parts.map(([part, path]) => {
      const found = centres(path);
      const [x, y] = found[0] ?? [];
      return [part, [found.length, x && y ? ((y - 5) / 10) * 40 + (x - 5) / 10 : null]] as const;
    });
    return { ...Object.fromEntries(counted), before: Object.fromEntries(parts).before };
  }

  it('has those who did first, then those set up, then those who could, then the rest', () => {
    expect(drawn(stages(97.2, 4.5, 0.39))).toMatchObject({
      ...{ accessed: [4, 0], ring: [4, 0], enabled: [41, 4], offered: [927, 45] },
      ...{ rest: [28, 972], before: undefined },
    });
    expect(drawn(stages(100, 30, null))).toMatchObject({
      ...{ accessed: [0, null], enabled: [300, 0], offered: [700, 300], rest: [0, null] },
    });
    expect(drawn(stages(null, 10, 20))).toMatchObject({
      ...{ accessed: [200, 0], enabled: [0, null], offered: [0, null], rest: [800, 200] },
    });
  });

  it('has the line for those set up before, whatever else changed', () => {
    const now = stages(97.2, 4.5, 0.39);
    expect(drawn(now, stages(3, 0.3, 0)).before).toBe(outline(3));
    expect(drawn(now, stages(97.2, 3.1, 0)).before).toBe(outline(31));
    expect(drawn(now, stages(3, null, 0)).before).toBeUndefined();
    expect(drawn(stages(97.2, null, 0.39), now).before).toBeUndefined();
    expect(drawn(now).before).toBeUndefined();
  });
});

describe('the labels of dots', () => {
  const then = { offered: 90, enabled: 3, accessed: null, period: '2014-04' };

  it('name each kind, from the top, each beside its own dots', () => {
    expect(dotLabels({ offered: 97.2, enabled: 40, accessed: 0.39 }, then)).toEqual([
      { of: 'accessed', at: 4, text: '4 used it' },
      { of: 'before', at: 16, text: '30 in April 2014' },
      { of: 'enabled', at: 28, text: '400 set up' },
      { of: 'offered', at: 68.6, text: '972 offered it' },
      { of: 'rest', at: 96, text: '28 not offered it' },
    ]);
  });

  it('name no earlier month with the same or an unknown number', () => {
    const now = { offered: 100, enabled: 3, accessed: null };
    expect(dotLabels(now, then).map(({ text }) => text)).toEqual(['30 set up', 'all offered it']);
    expect(dotLabels(now, { ...then, enabled: null })).toHaveLength(2);
    expect(dotLabels({ offered: 0, enabled: 0, accessed: null }, null)).toEqual([
      { of: 'enabled', at: 4, text: 'none set up' },
      { of: 'rest', at: 50, text: 'none offered it' },
    ]);
    expect(dotLabels({ offered: null, enabled: null, accessed: null }, then)).toEqual([]);
  });

  it('never touch and stay within the picture', () => {
    for (const [offered, enabled, accessed] of [
      [0.1, 0.1, 0],
      [100, 99.9, 99.8],
      [50, 0, 0],
      [99.9, 99.9, 99.9],
    ] as const) {
      const at = dotLabels({ offered, enabled, accessed }, { ...then, enabled: 50 }).map(
        (label) => label.at,
      );
      expect(at.length).toBeGreaterThan(3);
      expect(Math.min(...at)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...at)).toBeLessThanOrEqual(100);
      for (const [i, one] of at.slice(1).entries()) expect(one - at[i]!).toBeGreaterThan(11.9);
    }
  });
});

describe('the line around a number of dots', () => {
  it.each([
    [0, ''],
    [30, 'M0 0H300V10H0Z'],
    [40, 'M0 0H400V10H0Z'],
    [58, 'M0 0H400V10H180V20H0Z'],
    [1000, 'M0 0H400V250H0Z'],
  ])('contains %i', (count, path) => {
    expect(outline(count)).toBe(path);
  });
});
