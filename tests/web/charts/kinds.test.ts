import { beforeAll, describe, expect, it } from 'vitest';
import { findMeasure, measureOf } from '../../../data/definitions/measures.ts';
import { formatPercent, formatRate } from '../../../data/definitions/numbers.ts';
import type { ChartQuery } from '../../../web/charts/kind.ts';
import { chartKinds } from '../../../web/charts/kinds.ts';
import { charting, type Forms } from '../../charts.ts';

const charts = charting();
let ccg = '';
let practice = '';

beforeAll(async () => {
  const { data } = await charts.ask('/areas', {
    level: 'practice',
  });
  practice = data[7]!.area_code;
  ccg = data[7]!.ccg_code!;
});

/** The charts that are read in all their forms; codes stand for those of a practice and its CCG. */
const shown: [string, ChartQuery][] = [
  ['months', {}],
  ['months', { measure: 'prescriptions_enabled' }],
  ['months', { measure: 'records_accessed', area: 'practice' }],
  ['places', { level: 'region' }],
  ['places', { level: 'ccg', measure: 'appointments_enabled' }],
  ['places', { parent: 'ccg', area: 'practice' }],
  ['map', { level: 'ccg' }],
  ['spread', { area: 'practice' }],
  ['spread', { parent: 'ccg', area: 'practice' }],
  ['funnel', {}],
  ['funnel', { limits: 'plain', level: 'subregion' }],
  ['xmr', { area: 'ccg' }],
  ['xmr', { measure: 'records_offered', restarts: 'suggested' }],
  ['multiples', {}],
  ['thousand', {}],
  ['thousand', { area: 'practice', service: 'appointments' }],
];

const placed = (query: ChartQuery): ChartQuery =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      value === 'practice' && name !== 'level'
        ? practice
        : value === 'ccg' && name !== 'level'
          ? ccg
          : value,
    ]),
  );

const numbersIn = (text: string): string[] => text.match(/−?\d[\d,]*(?:\.\d+)?%/g) ?? [];

/** The columns of each answer whose numbers a chart says in the unit of its measure. */
const valued = [
  'value',
  'lower_95',
  'upper_95',
  'lower_998',
  'upper_998',
  'mean',
  'lower',
  'upper',
];

/** Every number of the CSV as the one rule writes it. */
function writtenIn({ csv, data }: Forms): Set<string> {
  const written = new Set<string>();
  for (const row of csv) {
    const id = row.measure ?? data.query.measure ?? '';
    const format = findMeasure(id)?.scale === 1000 ? formatRate : formatPercent;
    for (const name of valued) if (row[name]) written.add(format(Number(row[name])));
  }
  return written;
}

describe.each(shown)('the chart %s of %o', (id, query) => {
  let forms: Forms;
  let cells: { text: string; value: string | number | null; of?: string }[];
  beforeAll(async () => {
    forms = await charts.forms(id, placed(query));
    cells = forms.kind.table(forms.data).rows.flat();
  });

  it('has a table with a heading for every cell', () => {
    const { columns, rows, caption } = forms.kind.table(forms.data);
    expect(rows.length).toBeGreaterThan(0);
    expect(caption).not.toBe('');
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it('says in its table the numbers of its CSV, written by the one rule', () => {
    const numbers = new Set(
      forms.csv.flatMap((row) => Object.values(row).filter(Boolean).map(Number)),
    );
    const known = cells.filter(({ value, text }) => typeof value === 'number' && /\d/.test(text));
    expect(known.length).toBeGreaterThan(0);
    const missing = known.filter(({ value }) => !numbers.has(value as number));
    // What is drawn beside a chart's own rows: England, the spread of practices, and dots of a thousand.
    const { bands = [] } = forms.data as { bands?: unknown[] };
    const beside =
      { places: 3, map: 3, months: bands.length * 3, multiples: 12, thousand: 3 }[id] ?? 0;
    expect(missing.length, JSON.stringify(missing.slice(0, 3))).toBeLessThanOrEqual(beside);
  });

  it('says in its image no percentage that its table does not say, and every row of it', () => {
    const inTable = new Set(cells.flatMap(({ text, of = '' }) => numbersIn(`${text} ${of}`)));
    const marks = forms.image.filter((text) => text.includes('\n') || text.includes(': '));
    const said = marks.filter((text) => !text.includes('Release')).flatMap(numbersIn);
    if (id !== 'spread') {
      const more = said.filter((number) => !inTable.has(number) && !/^(95|99\.8)%$/.test(number));
      expect(more).toEqual([]);
    }
    const all = forms.image.join('\n');
    for (const [first, second] of forms.kind.table(forms.data).rows) {
      if (second!.value === null) continue;
      const heading = id === 'thousand' ? '' : first!.text;
      expect(all).toContain(heading);
      expect(all).toContain(second!.text);
    }
  });

  it('says in its sentence what its table and its CSV say', () => {
    const sentence = forms.kind.sentence(forms.data);
    const known = new Set([
      ...cells.flatMap(({ text }) => numbersIn(text)),
      ...writtenIn(forms),
      ...Object.values((forms.data as { deciles?: object }).deciles ?? {}).map((value) =>
        formatPercent(value as number),
      ),
    ]);
    const { mean, measure } = forms.data as { mean?: number; measure?: string };
    if (mean != null && measureOf(measure!).scale === 100) known.add(formatPercent(mean));
    expect(sentence).toMatch(/\.$/);
    expect(
      numbersIn(sentence).filter((number) => !known.has(number) && !/^(95|99\.8)%$/.test(number)),
    ).toEqual([]);
    if (id === 'thousand') {
      const dots = cells.filter((_, i) => i % 3 === 2);
      for (const { value } of dots) {
        if (value && value !== 1000) expect(sentence).toContain(String(value));
      }
    }
  });

  it('keeps its question, with the month it was answered for', async () => {
    const again = await charts.load(id, forms.data.query);
    expect(again).toEqual(forms.data);
    const { period, to } = forms.data.query;
    expect(period ?? to).toMatch(/^\d{4}-\d\d$/);
  });
});

describe('kinds of chart', () => {
  it('have ids and names of their own', () => {
    expect(new Set(chartKinds.map(({ id }) => id)).size).toBe(chartKinds.length);
    expect(new Set(chartKinds.map(({ name }) => name)).size).toBe(chartKinds.length);
  });

  it('say why they cannot show a measure at a level, and then refuse to', async () => {
    const kind = chartKinds.find(({ id }) => id === 'funnel')!;
    expect(kind.fits(measureOf('records_use'), 'ccg')).toContain('a rate of transactions');
    expect(kind.fits(measureOf('records_enabled'), 'ccg')).toBeNull();
    await expect(charts.load('funnel', { measure: 'records_use' })).rejects.toMatchObject({
      status: 400,
    });
  });

  it.each(chartKinds.map(({ id }) => id))(
    '%s says what is missing where nothing was collected',
    async (id) => {
      const query = id === 'thousand' ? {} : { measure: 'records_use' };
      if (id === 'funnel' || id === 'thousand') return;
      const kind = chartKinds.find((one) => one.id === id)!;
      const data = await charts.load(id, query);
      expect(kind.lacks(data)).toMatchObject({ all: true });
      expect(kind.sentence(data)).not.toMatch(/NaN|undefined|null/);
      expect(JSON.stringify(kind.table(data))).not.toMatch(/NaN|undefined/);
    },
  );

  it.each([
    ['months', { measure: 'bananas' }],
    ['months', { area: 'NOWHERE' }],
    ['places', { level: 'bananas' }],
    ['multiples', { level: 'practice' }],
    ['thousand', { service: 'bananas' }],
    ['xmr', { from: '2030-01' }],
  ])('%s refuses %o', async (id, query) => {
    await expect(charts.load(id, query)).rejects.toMatchObject({ status: 400 });
  });
});
