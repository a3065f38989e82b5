import { describe, expect, inject, it } from 'vitest';
import { imageHref } from '../../../../web/charts/imageHref.ts';
import type { ChartQuery } from '../../../../web/charts/kind.ts';
import type { MonthsData } from '../../../../web/charts/kinds/monthLines.ts';
import type { MultiplesData } from '../../../../web/charts/kinds/multiples.ts';
import type { SpreadData } from '../../../../web/charts/kinds/spread.ts';
import type { XmrData } from '../../../../web/charts/kinds/xmr.ts';
import { chartKinds, findKind } from '../../../../web/charts/kinds.ts';
import { shownHref } from '../../../../web/charts/shownFiles.ts';
import { embedHref, keptQuery } from '../../../../web/charts/taking.ts';
import { charting } from '../../../support/charts.ts';

const charts = charting(inject('referenced'));
const measure = 'records_enabled';
const supplier = 'TPP';
const only = '(only practices with TPP)';
const chosenKinds = chartKinds.filter(({ parameters }) => parameters.includes('supplier'));

const figures = async (params: Record<string, string>) =>
  (await charts.ask('/figures', { measure, ...params })).data;
const load = async (id: string, query: ChartQuery = {}) => {
  const kind = findKind(id)!;
  const data = await charts.load(id, { measure, ...query });
  return { kind, data, subtitle: kind.subtitle(data), notes: kind.notes?.(data) ?? [] };
};

describe('charts of chosen practices', () => {
  it('are all but those whose method is of all practices', () => {
    const choosing = chartKinds.filter(({ parameters }) => parameters.includes('measure'));
    const whole = choosing.filter((kind) => !chosenKinds.includes(kind)).map(({ id }) => id);
    expect(whole).toEqual(['variance', 'deprivation', 'supplier']);
  });

  it.each(chosenKinds.map(({ id }) => id))(
    'say so, and their image, embed and files are of the same, as %s',
    async (id) => {
      const { kind, data, subtitle, notes } = await load(id, { supplier, size: '0-2999,15000+' });
      expect(subtitle).toContain(
        '(only practices with TPP and with fewer than 3,000 patients or 15,000 patients or more)',
      );
      expect(notes.join(' ')).toContain(
        'Practices are chosen by what they are like in March 2015.',
      );
      const asked = 'supplier=TPP&size=0-2999,15000%2B';
      const { path: _, params } = kind.csv(data);
      expect(params).toMatchObject({ supplier, size: '0-2999,15000+' });
      const kept = keptQuery(data);
      const site = { prefix: '', origin: '' };
      expect(imageHref(site, kind, kept, { format: 'png' })).toContain(asked);
      expect(embedHref(site, kind, data)).toContain(asked);
      expect(shownHref(site, kind, kept, 'xlsx')).toContain(asked);
    },
  );

  it('are lines of them, beside all of what they are compared with', async () => {
    const { kind, data, notes } = await load('months', { supplier, area: 'Y56' });
    const { lines } = data as MonthsData;
    expect(lines.map(({ place, name }) => [place.code, name])).toEqual([
      ['Y56', 'London'],
      ['E92000001', 'England'],
    ]);
    const from = '2014-04';
    const own = await figures({ area: 'Y56', from, supplier });
    const whole = await figures({ area: 'E92000001', from });
    for (const [i, rows] of [own, whole].entries()) {
      expect(rows.length).toBe(12);
      expect(rows.map(({ period }) => lines[i]!.months[period]!.value)).toEqual(
        rows.map(({ value }) => value),
      );
    }
    expect(own[0]!.value).not.toBe((await figures({ area: 'Y56', from }))[0]!.value);
    expect(notes[0]).toBe(
      'Practices are chosen by what they are like in March 2015. Figures of England are of all its practices.',
    );
    expect(kind.csv(data).params).toMatchObject({ area: 'Y56', supplier });
  });

  it('are beside all of England, where they are those of England', async () => {
    const { data, subtitle } = await load('months', { supplier });
    const { lines, said } = data as MonthsData;
    expect(lines.map(({ name, main }) => [name, main])).toEqual([
      ['Practices chosen', true],
      ['England', false],
    ]);
    expect(subtitle).toMatch(/^England \(only practices with TPP\), April 2014 to March 2015/);
    expect(said).toEqual([]);
    const [mine, all] = lines.map(({ months }) => months['2015-03']!.value);
    expect(mine).toBe((await figures({ supplier }))[0]!.value);
    expect(all).toBe((await figures({}))[0]!.value);
    expect(mine).not.toBe(all);
  });

  it('are named in the title of a ranking of their areas, whose figures are not those of the areas', async () => {
    const title = async (query: ChartQuery) => {
      const { kind, data } = await load('places', query);
      return kind.finding?.(data);
    };
    expect(await title({ level: 'region', supplier })).toMatch(
      /^Set-up at chosen practices (ranges|is highest) /,
    );
    expect(await title({ level: 'region' })).toMatch(/^Set-up (ranges|is highest) /);
    expect(await title({ level: 'practice', supplier })).not.toContain('chosen');
  });

  it.each([
    ['reported', 'no', 'did not report'],
    ['status', 'none', 'whose system cannot do it'],
  ])(
    'have no figure where none of them reported it, or there are none: %s=%s',
    async (name, value, said) => {
      const { kind, data } = await load('places', {
        level: 'practice',
        parent: 'Y56',
        [name]: value,
      });
      expect(kind.sentence(data)).toMatch(
        new RegExp(
          `^There is no figure for March 2015 in London \\(only practices .*${said}\\)\\.$`,
        ),
      );
    },
  );

  it('show a practice whole, and say nothing of a choice', async () => {
    const code = (await figures({ level: 'practice', parent: 'Y56' }))[0]!.area_code;
    for (const id of ['months', 'xmr']) {
      const { data, subtitle, notes } = await load(id, { area: code, supplier: 'EMIS,VISION' });
      const plain = await load(id, { area: code });
      expect({ ...data, meta: null }).toEqual({ ...plain.data, meta: null });
      expect([subtitle, notes]).toEqual([plain.subtitle, plain.notes]);
    }
    const { data } = await load('months', { area: `${code},Y56`, supplier });
    const { lines } = data as MonthsData;
    expect(lines.map(({ place }) => place.only ?? '')).toEqual(['', 'only practices with TPP']);
  });

  it('are what is usual of them', async () => {
    const { kind, data, subtitle, notes } = await load('xmr', {
      supplier,
      area: 'Y56',
      view: 'level',
    });
    expect(subtitle).toContain(`London ${only}, what is usual from month to month`);
    expect(kind.sentence(data)).toContain(`in London ${only}`);
    expect(notes[0]).toBe('Practices are chosen by what they are like in March 2015.');
    const rows = await figures({ area: 'Y56', from: '2014-04', supplier });
    expect((data as XmrData).months.map(({ value }) => value)).toEqual(
      rows.map(({ value }) => value),
    );
  });

  it('are a spread of them, with what it is compared with whole', async () => {
    const { data, subtitle, notes } = await load('spread', {
      parent: 'Y56',
      supplier,
      against: 'Y56',
    });
    const rows = await figures({ level: 'practice', parent: 'Y56', supplier });
    const known = rows.flatMap(({ value, area_code }) => (value === null ? [] : area_code));
    const { points, practices, against } = data as SpreadData;
    expect(points!.map(({ code }) => code).sort()).toEqual(known);
    expect(practices).toBe(known.length);
    expect(subtitle).toMatch(new RegExp(`^${known.length} practices in London \\(only`));
    expect(against!.value).toBe((await figures({ area: 'Y56' }))[0]!.value);
    expect(notes[0]).toBe(
      'Practices are chosen by what they are like in March 2015. Figures of London are of all its practices.',
    );
  });

  it('are a spread of as many as were counted, where they are too many to draw singly', async () => {
    const all = (await load('spread')).data as SpreadData;
    const chosen = (await load('spread', { switched: 'no' })).data as SpreadData;
    expect(chosen.practices).toBeLessThan(all.practices);
    for (const { points, steps, practices } of [all, chosen]) {
      expect(points).toBeNull();
      expect(steps!.reduce((sum, step) => sum + step.practices, 0)).toBe(practices);
    }
  });

  it('are panels of them, as many as have any', async () => {
    const { data } = await load('multiples', { level: 'region', supplier });
    const rows = await figures({ level: 'region', from: '2014-04', supplier });
    const { panels, england } = data as MultiplesData;
    for (const { area_code, period, value } of rows) {
      expect(panels.find(({ code }) => code === area_code)!.months[period]!.value).toBe(value);
    }
    expect(england['2015-03']!.value).toBe((await figures({}))[0]!.value);
    const practices = { level: 'practice', parent: 'Y54' } as const;
    await expect(load('multiples', practices)).rejects.toThrow('too many places');
    const few = await figures({ ...practices, supplier: 'not_known' });
    const shown = (await load('multiples', { ...practices, supplier: 'not_known' })).data;
    expect((shown as MultiplesData).panels.length).toBe(few.length);
  });
});
