import { describe, expect, inject, it } from 'vitest';
import { measureOf } from '../../../../data/definitions/measures.ts';
import { bareValue, valueText } from '../../../../data/words/english.ts';
import type { ChartData, ChartQuery } from '../../../../web/charts/kind.ts';
import type { MonthsData } from '../../../../web/charts/kinds/monthLines.ts';
import type { SpreadData } from '../../../../web/charts/kinds/spread.ts';
import { chartKinds, findKind } from '../../../../web/charts/kinds.ts';
import { charting } from '../../../support/charts.ts';

const charts = charting(inject('referenced'));
const measure = measureOf('records_enabled');
const period = '2015-03';
const text = (value: number) => valueText(value, measure);

const rows = async (params: Record<string, string>) =>
  (await charts.ask('/figures', { measure: measure.id, period, ...params })).data;
const figureOf = async (params: Record<string, string>) => (await rows(params))[0]!.value!;

/** A chart of a question: its sentence, its image's texts, and its rows by the code of their place. */
async function drawnOf(id: string, query: ChartQuery) {
  const kind = findKind(id)!;
  const data = await charts.load(id, { measure: measure.id, ...query });
  const { columns, rows } = kind.table(data);
  return {
    data,
    sentence: kind.sentence(data),
    notes: kind.notes?.(data) ?? [],
    image: await charts.image(id, data),
    titles: columns.map(({ title }) => title),
    cells: new Map(rows.slice().map((row) => [String(row[0]!.value), row])),
  };
}

describe('what the places of a chart are compared with', () => {
  it.each(['places', 'map', 'boundaries'])('is a region that is chosen, in %s', async (id) => {
    const level = id === 'boundaries' ? 'region' : 'ccg';
    const london = await figureOf({ area: 'Y56' });
    const { sentence, image, titles, cells, notes } = await drawnOf(id, {
      level,
      period,
      against: 'Y56',
    });
    expect(sentence.endsWith(` London as a whole is at ${text(london)}.`)).toBe(true);
    expect(sentence).not.toContain('England as a whole');
    if (id === 'places') expect(image).toContain(`London ${bareValue(london, measure)}`);
    expect(titles.at(-1)).toBe('Against London, percentage points');
    expect(notes).toContain(
      'Differences are from London as a whole, including any of these places in it.',
    );
    const all = await rows({ level });
    expect(all.length).toBeGreaterThan(3);
    for (const { area_code, value } of all) {
      const cell = cells.get(area_code)?.at(-1);
      if (!cell) continue;
      expect(cell.value).toBeCloseTo(value! - london, 9);
      const shown = Number(cell.text!.replace('−', '-'));
      expect(Math.abs(shown - (value! - london))).toBeLessThan(0.0501);
    }
    // England is below the places and has its own difference; the benchmark adds no row.
    const england = await figureOf({ level: 'england' });
    expect(cells.get('E92000001')!.at(-1)!.value).toBeCloseTo(england - london, 9);
  });

  it('is England where nothing is chosen, with a column that is asked for', async () => {
    const england = await figureOf({ level: 'england' });
    const { sentence, titles, cells } = await drawnOf('places', {
      level: 'region',
      period,
      columns: 'against',
    });
    expect(sentence).toContain(`England as a whole is at ${text(england)}.`);
    expect(titles.slice(2)).toEqual(['Against England, percentage points']);
    expect(cells.get('E92000001')!.at(-1)).toEqual({ text: '0.0', value: 0 });
    const plain = await drawnOf('places', { level: 'region', period });
    expect(plain.titles.join()).not.toContain('Against');
    expect(plain.notes.join()).not.toContain('Differences');
    const without = await drawnOf('places', { level: 'region', against: 'Y56', columns: 'rank' });
    expect(without.titles.slice(2)).toEqual(['Place, 1 the highest']);
  });

  it('is one of the practices, which is neither above nor below itself', async () => {
    const ccg = (await rows({ level: 'ccg' }))[0]!.area_code;
    const practices = (await rows({ level: 'practice', parent: ccg })).filter(
      ({ value }) => value !== null,
    );
    const against = practices[2]!;
    const above = practices.filter(({ value }) => value! > against.value!).length;
    const { sentence } = await drawnOf('places', {
      level: 'practice',
      parent: ccg,
      period,
      against: against.area_code,
    });
    expect(sentence).toContain(`, ${above} of ${practices.length} practices in `);
    expect(sentence).toContain(` (${text(against.value!)}) in the share of patients`);
    expect(sentence).not.toContain('as a whole');
  });

  it('is a group, beside places of all England', async () => {
    const practices = (await rows({ level: 'practice', parent: 'Y56' })).slice(0, 3);
    const group = practices.map(({ area_code }) => area_code).join();
    const together = await figureOf({ area: 'group', group });
    const asked = { level: 'ccg', parent: 'E92000001', period, group, against: 'group' };
    const { sentence, titles } = await drawnOf('places', asked);
    expect(sentence).toContain(
      ` CCGs in England. The custom group of 3 practices as a whole is at ${text(together)}.`,
    );
    expect(titles.at(-1)).toBe('Against Custom group of 3 practices, percentage points');
    const lines = (await drawnOf('months', { area: 'E92000001', group, against: 'group' })).data;
    expect((lines as MonthsData).lines.map(({ place }) => place.code)).toEqual([
      'E92000001',
      'group',
    ]);
  });

  it('is a line over time in place of what the place lies in, and none beside itself', async () => {
    const codes = async (query: ChartQuery) =>
      ((await drawnOf('months', query)).data as MonthsData).lines.map(({ place }) => place.code);
    expect(await codes({ area: 'Y56' })).toEqual(['Y56', 'E92000001']);
    expect(await codes({ area: 'Y56', against: 'Y54' })).toEqual(['Y56', 'Y54']);
    expect(await codes({ area: 'Y56,Y57', against: 'Y54' })).toEqual(['Y56', 'Y57', 'Y54']);
    expect(await codes({ area: 'Y56,Y54', against: 'Y54' })).toEqual(['Y56', 'Y54']);
    const lines = ((await drawnOf('months', { area: 'Y56', against: 'Y54' })).data as MonthsData)
      .lines;
    expect(lines[1]!.months[period]!.value).toBe(await figureOf({ area: 'Y54' }));
  });

  it('is marked in a spread, where it is chosen', async () => {
    const england = await figureOf({ level: 'england' });
    const within = { parent: 'Y56', period };
    const { sentence, image } = await drawnOf('spread', { ...within, against: 'E92000001' });
    expect(sentence.endsWith(` England as a whole is at ${text(england)}.`)).toBe(true);
    expect(image).toContain(`England ${bareValue(england, measure)}`);
    const plain = await drawnOf('spread', within);
    expect((plain.data as SpreadData).against).toBeUndefined();
    expect(plain.image.join()).not.toContain('England ');
  });

  const comparing = chartKinds.filter(({ parameters }) => parameters.includes('against'));

  it.each(
    comparing.flatMap(({ id, parameters }) => {
      const levels = parameters.includes('level') ? (['region', 'ccg'] as const) : [undefined];
      return levels.map((level) => [id, level] as const);
    }),
  )('leaves every place in its picture where it is, in %s of %s', async (id, level) => {
    const [ccg] = await rows({ level: 'ccg' });
    const [practice] = await rows({ level: 'practice', parent: 'Y56' });
    const group = 'ZZ0001,ZZ0002';
    const plain = { measure: measure.id, period, level };
    expect(findKind(id)!.parameters).toContain('group');
    const asked = findKind(id)!.parameters.includes('period')
      ? plain
      : { measure: measure.id, area: 'Y55' };
    const placesIn = async (query: ChartQuery) => {
      const kind = findKind(id)!;
      const data = await charts.load(id, query);
      const names = kind
        .table({ ...data, against: undefined } as ChartData)
        .rows.slice()
        .map(([first]) => first!.text);
      const image = await charts.image(id, data);
      const marks = image.filter((text) => names.some((name) => text.startsWith(`${name}: `)));
      // What is loaded besides says where places are, such as the position of tiles.
      const { meta: _, query: __, ...loaded } = data;
      const placed = level && { ...loaded, against: null, columns: null };
      return { rows: names, marks: marks.sort(), placed };
    };
    const without = await placesIn(asked);
    expect((level ? without.marks : without.rows).length).toBeGreaterThan(3);
    for (const against of ['E92000001', 'Y54', ccg!.area_code, practice!.area_code, 'group']) {
      const own = against === 'group' ? { group, parent: 'E92000001' } : {};
      const found = await placesIn({ ...asked, ...own, against });
      expect([against, found]).toEqual([against, without]);
    }
  });

  it('is refused by its code where there is no such place', async () => {
    for (const id of ['places', 'spread', 'months']) {
      await expect(charts.load(id, { measure: measure.id, against: 'NOPE' })).rejects.toMatchObject(
        { status: 400, message: 'unknown area: NOPE' },
      );
    }
  });
});
