import { describe, expect, inject, it } from 'vitest';
import { fixed } from '../../../../data/definitions/numbers.ts';
import { drawingOf } from '../../../../web/charts/drawings.ts';
import { headingOf } from '../../../../web/charts/heading.ts';
import type { ChartKind } from '../../../../web/charts/kind.ts';
import { type DeprivationData, deprivationKind } from '../../../../web/charts/kinds/deprivation.ts';
import { supplierKind } from '../../../../web/charts/kinds/supplier.ts';
import { type VarianceData, varianceKind } from '../../../../web/charts/kinds/variance.ts';
import { charting } from '../../../support/charts.ts';
import { axisOf, drawn, marksOf, palette } from '../specs/drawn.ts';

const charts = charting(inject('referenced'));
const room = { width: 900, height: 300, palette };

const cells = <Data extends DeprivationData | VarianceData>(kind: ChartKind<Data>, data: Data) =>
  kind.table(data).rows.slice();

describe('the chart of variance', () => {
  const levels = ['practice', 'ccg', 'supplier', 'subregion', 'region'];
  const load = async (query = {}) => (await charts.load('variance', query)) as VarianceData;

  it('has the components of each level, with the other shares beside them', async () => {
    const { csv, ...forms } = await charts.forms('variance');
    const data = forms.data as VarianceData;
    const share = (kind: string, level: string) => {
      const row = csv.find(
        (one) => one.kind === kind && one.level === level && one.weights === 'practices',
      );
      return row ? Number(row.share) : null;
    };
    const shown = cells(varianceKind, data).map((row) => row.map(({ value }) => value));
    expect(shown).toEqual(
      levels.map((level) => [
        level,
        Number(csv.find((one) => one.kind === 'component' && one.level === level)!.groups),
        share('component', level),
        share('between', level),
        share('nested', level),
      ]),
    );
    expect(shown.map(([, , , alone]) => alone === null)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(shown.map((row) => row[4] === null)).toEqual([false, false, true, false, false]);
    expect(data.shares.reduce((sum, { component }) => sum + component, 0)).toBeCloseTo(100, 6);
  });

  it('draws each share as a line from none to its value', async () => {
    const data = await load();
    const chart = await drawn(drawingOf('variance', data, room));
    const x = axisOf(chart, 'bottom');
    const lines = marksOf(chart, 'rule').filter(({ datum }) => datum.lower === 0);
    const dots = marksOf(chart, 'symbol').toSorted((a, b) => a.y - b.y);
    expect(dots).toHaveLength(data.shares.length);
    for (const [i, { component }] of data.shares.entries()) {
      expect(Math.abs(dots[i]!.x - x(component))).toBeLessThan(1);
      const ends = lines.map((line) => [line.x, line.x2 ?? line.x].toSorted((a, b) => a - b));
      const own = ends.filter(
        ([from, to]) => Math.abs(from! - x(0)) < 1 && Math.abs(to! - x(component)) < 1,
      );
      expect(own.length).toBeGreaterThan(0);
    }
  });

  it('says where most of the difference is, and what that may not be taken for', async () => {
    const data = await load();
    const [practice, ccg] = data.shares.map(({ component }) => component);
    expect(practice).toBeGreaterThan(ccg!);
    expect(headingOf(varianceKind, data).title).toBe(
      `${Math.round(practice!)}% of the difference is between practices of the same CCG`,
    );
    expect(varianceKind.sentence(data)).toBe(
      `In March 2015, ${Math.round(practice!)}% of the differences between practices in the share of patients who were set up to see their record online were between practices of the same CCG, and ${Math.round(ccg!)}% were between CCGs.`,
    );
    expect(varianceKind.key!(data).join(' ')).toContain(
      'no measure of what a practice could change',
    );
  });

  it('leaves out a level with a single group, and is empty for a single CCG', async () => {
    const data = await load();
    const one = {
      ...data,
      shares: data.shares.map((share) =>
        share.between === 'region' ? { ...share, groups: 1 } : share,
      ),
    };
    expect(cells(varianceKind, one).map(([level]) => level!.value)).toEqual(levels.slice(0, 4));
    const ofOneCcg = { ...data, said: null };
    expect(varianceKind.lacks(ofOneCcg)).toEqual({
      all: true,
      text: 'The practices with a figure are all of one CCG, or too few to compare.',
    });
    expect(varianceKind.finding(ofOneCcg)).toBeNull();
  });

  it.each(['records_offered', 'records_offered_practices'])('refuses %s', async (measure) => {
    await expect(load({ measure })).rejects.toMatchObject({
      status: 400,
      message: `no variance of ${measure}: a practice offers a service or it does not`,
    });
  });
});

it('the chart of a change of supplier finds what happened in its first month', () => {
  const month = (at: number, mean: number) => ({
    ...{ month: at, practices: 9, mean, lower: mean - 0.5, upper: mean + 0.5 },
    ...{ median: mean, quartiles: null },
  });
  const data = {
    ...{ measure: 'records_enabled', months: [month(-2, 0.1), month(0, -4), month(1, -2)] },
  } as never;
  expect(supplierKind.finding(data)).toContain('4.0');
  expect(supplierKind.finding({ ...(data as object), months: [month(1, -2)] } as never)).toBeNull();
});

describe('the chart of deprivation', () => {
  const load = async (query = {}, of = charts) =>
    (await of.load('deprivation', query)) as DeprivationData;

  it('has the figure of each fifth with its own interval, from the most to the least deprived', async () => {
    const { csv, ...forms } = await charts.forms('deprivation');
    const data = forms.data as DeprivationData;
    const known = csv.filter(({ group_code }) => group_code !== 'not_known');
    expect(known).toHaveLength(5);
    const number = (text: string | undefined) => (text ? Number(text) : null);
    expect(cells(deprivationKind, data).map((row) => row.map(({ value }) => value))).toEqual(
      known.map((row, i) => [
        String(i + 1),
        number(row.value),
        number(row.lower_95),
        number(row.upper_95),
        number(row.practices),
        number(row.share_of_patients),
      ]),
    );
    expect(cells(deprivationKind, data).map(([name]) => name!.text)).toEqual([
      'Most deprived fifth',
      'Second most deprived fifth',
      'Middle fifth',
      'Second least deprived fifth',
      'Least deprived fifth',
    ]);
  });

  it('draws each fifth at its value, and the mean of all with a score', async () => {
    const data = await load();
    const chart = await drawn(drawingOf('deprivation', data, room));
    const x = axisOf(chart, 'bottom');
    const dots = marksOf(chart, 'symbol').toSorted((a, b) => a.y - b.y);
    expect(dots).toHaveLength(5);
    for (const [i, { value }] of data.fifths.entries()) {
      expect(Math.abs(dots[i]!.x - x(value!))).toBeLessThan(1);
    }
    const { data: rows } = await charts.ask('/inequality', {
      measure: 'records_enabled',
      period: 'latest',
    });
    expect(data.gap!.mean).toBe(rows[0]!.mean);
  });

  it('says the ends and the gap, of whom, and what it may not be taken for', async () => {
    const data = await load();
    const { meta } = await charts.ask('/inequality', {
      measure: 'records_enabled',
      period: 'latest',
    });
    const text = (i: number) => cells(deprivationKind, data)[i]![1]!.text;
    expect(headingOf(deprivationKind, data).title).toBe(
      `Set-up is ${text(0)} in the most deprived fifth of practices, ${text(4)} in the least deprived fifth`,
    );
    expect(deprivationKind.sentence(data)).toBe(meta.sentence);
    expect(deprivationKind.notes!(data)).toContain(
      'This compares practices by where their patients live, not single patients.',
    );
    const { data: rows } = await charts.ask('/inequality', {
      measure: 'records_enabled',
      period: 'latest',
    });
    const row = rows[0]!;
    expect(row.slope_index).toBeGreaterThan(0);
    const two = (value: number | null) => fixed(value!, 2).replace('-', '−');
    expect(deprivationKind.notes!(data)).toContain(
      `The gap is that of a straight line through the practices, each counting by its patients: slope index +${two(row.slope_index)} percentage points, relative index ${two(row.relative_index)}, concentration index ${fixed(row.concentration_index!, 3)}. The mean is theirs.`,
    );
    const unscored = { ...data, reported: data.scored + 3 };
    expect(deprivationKind.notes!(unscored).at(-1)).toBe(
      `3 practices of ${unscored.reported} with a figure have no score and are left out.`,
    );
    expect(deprivationKind.notes!({ ...data, reported: data.scored }).join()).not.toContain(
      'left out',
    );
  });

  it('is of the place that is asked for, and has no title of a few practices', async () => {
    const { data: areas } = await charts.ask('/areas', { level: 'ccg' });
    const area = areas[0]!.area_code;
    const data = await load({ area });
    expect(data.place.code).toBe(area);
    expect(data.fifths.reduce((sum, { practices }) => sum + practices, 0)).toBeLessThan(20);
    expect(deprivationKind.finding(data)).toBeNull();
    expect(deprivationKind.key!(data).join(' ')).toContain(
      'So few practices say little about deprivation.',
    );
    expect(deprivationKind.csv(data).params).toMatchObject({ area, by: 'deprivation' });
    expect(Math.min(...data.fifths.flatMap(({ lower }) => lower ?? []))).toBe(0);
  });

  it('says what is missing: scores, practices with one, or a figure', async () => {
    const none = charting(inject('illustrative'));
    expect(deprivationKind.lacks(await load({}, none))).toEqual({
      all: true,
      text: expect.stringContaining('Deprivation is not known'),
    });
    const practice = await charts.ask('/areas', { level: 'practice' });
    const one = await load({ area: practice.data[0]!.area_code });
    expect(deprivationKind.lacks(one)).toMatchObject({ all: true });
    expect(deprivationKind.sentence(one)).toMatch(
      /^Too few practices at .+ have a figure and a score of deprivation\.$/,
    );
    await expect(load({ measure: 'records_offered_practices' })).rejects.toMatchObject({
      status: 400,
      message:
        'no fifths of records_offered_practices: the gap is between people, and this is a share of practices',
    });
  });
});

describe('the chart of changes of supplier', () => {
  it('says that the month before a change has no interval, not that it was not reported', async () => {
    const study = (await charts.load('supplier')) as Parameters<typeof supplierKind.table>[0];
    const base = study.months.find(({ month }) => month === -1)!;
    const months = [{ ...base, mean: 0, lower: null, upper: null }];
    const [row] = supplierKind.table({ ...study, months }).rows.slice();
    expect(row!.slice(2, 5).map(({ text }) => text)).toEqual(['0.0', '[z]', '[z]']);
  });

  it('says that what followed is not what the change alone did', async () => {
    expect(supplierKind.key!((await charts.load('supplier')) as never).at(-1)).toBe(
      'Practices choose when to change and to which supplier, and several things change with it: this is what followed, not what the change alone did.',
    );
  });
});
