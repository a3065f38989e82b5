import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ENGLAND } from '../../../data/definitions/levels.ts';
import { measureOf } from '../../../data/definitions/measures.ts';
import { formatPercent, formatRate, perThousand } from '../../../data/definitions/numbers.ts';
import type { Ask } from '../../../web/ask.ts';
import type { ChartCell, ChartQuery } from '../../../web/charts/kind.ts';
import { charting, type Forms } from '../../support/charts.ts';
import { due, shareDue } from '../../support/due.ts';
import { enriched, shapeStatements } from '../../support/enriched.ts';
import { published } from '../../support/published.ts';

type Shown = [kind: string, query: ChartQuery];

/** The charts that are read in all their forms; placeholders stand for the codes of a practice and its CCG. */
const everywhere: Shown[] = [
  ['months', {}],
  ['months', { measure: 'prescriptions_enabled' }],
  ['months', { measure: 'appointments_enabled', area: 'ccg,practice' }],
  ['places', { level: 'region' }],
  ['places', { level: 'ccg', measure: 'appointments_enabled' }],
  ['places', { level: 'ccg', measure: 'records_offered_practices' }],
  ['places', { parent: 'ccg', area: 'practice' }],
  ['map', { level: 'region' }],
  ['map', { level: 'ccg' }],
  ['boundaries', { level: 'region' }],
  ['spread', { area: 'practice' }],
  ['spread', { parent: 'ccg', area: 'practice' }],
  ['funnel', {}],
  ['funnel', { limits: 'plain', level: 'subregion' }],
  ['scatter', { level: 'ccg' }],
  ['scatter', { level: 'region', across: 'appointments_enabled' }],
  ['scatter', { parent: 'ccg', area: 'practice', across: 'prescriptions_enabled' }],
  ['change', { level: 'region' }],
  ['change', { level: 'ccg', measure: 'appointments_enabled' }],
  ['change', { parent: 'ccg', area: 'practice' }],
  ['xmr', { area: 'ccg' }],
  ['xmr', { measure: 'records_offered', restarts: 'suggested' }],
  ['multiples', {}],
  ['thousand', {}],
  ['thousand', { area: 'practice', service: 'appointments' }],
];
const early: Shown[] = [
  ['months', { measure: 'records_accessed', area: 'practice' }],
  ['places', { level: 'region', measure: 'records_accessed' }],
];
const late: Shown[] = [
  ['months', { measure: 'prescriptions_use', area: 'practice' }],
  ['places', { level: 'region', measure: 'prescriptions_use' }],
  ['places', { level: 'ccg', measure: 'any_enabled' }],
  ['map', { level: 'region', measure: 'prescriptions_use' }],
];
const shaped: Shown[] = [
  ['boundaries', { level: 'region' }],
  ['boundaries', { level: 'stp', measure: 'appointments_enabled' }],
  ['boundaries', { level: 'ccg' }],
  ['places', { level: 'ccg', boundaries: 'lookup' }],
  ['map', { level: 'stp' }],
  ['map', { level: 'region', boundaries: 'lookup' }],
  ['funnel', { level: 'ccg', boundaries: 'lookup' }],
  ['multiples', { level: 'region', boundaries: 'lookup' }],
  ['months', { measure: 'records_enabled', area: 'placed', boundaries: 'lookup' }],
  ['spread', { parent: 'placed', boundaries: 'lookup' }],
  ['xmr', { area: 'placed', boundaries: 'lookup' }],
];

const releases: [string, () => Promise<string>, Shown[]][] = [
  ['illustrative', async () => inject('illustrative'), [...everywhere, ...early]],
  [
    'illustrative with shapes',
    () => enriched(inject('referenced'), shapeStatements),
    [...shaped, ['boundaries', { level: 'stp', measure: 'records_accessed' }]],
  ],
];
if (published) {
  releases.push(
    [
      `published (${shareDue(2)})`,
      async () => inject('published2018')!,
      due([...everywhere, ...late], 2),
    ],
    [
      `published with shapes (${shareDue(2)})`,
      async () => inject('referenced2018')!,
      due(shaped, 2),
    ],
  );
}

const percentsIn = (text: string): string[] => text.match(/−?\d[\d,]*(?:\.\d+)?%/g) ?? [];
const isLimit = (number: string): boolean => /^(95|99\.8)%$/.test(number);

/** England's own figures and the spread of its practices, which many kinds of chart add to what was requested. */
async function besideIn(ask: Ask, { data }: Forms): Promise<Record<string, unknown>[]> {
  const { measure, service } = data.query;
  const { last_period: to, first_period: from } = data.meta;
  const measures =
    measure ?? (service ? `${service}_offered,${service}_enabled` : 'records_enabled');
  const [england, deciles] = await Promise.all([
    ask('/figures', { measure: measures, area: ENGLAND, from, to }),
    ask('/deciles', { measure: 'records_enabled', ...(measure && { measure }), from, to }),
  ]);
  return [...england.data, ...deciles.data] as unknown as Record<string, unknown>[];
}

/** Whether a row of a response belongs to a row of a table, by the latter's heading: a code, month, step or stage. */
const isOf = (row: Record<string, unknown>, { value }: ChartCell): boolean =>
  Object.values(row).some(
    (one) => String(one) === String(value) || String(one).endsWith(`_${value}`),
  );

describe.each(releases)('charts of the %s release', (_, folderOf, charted) => {
  let charts: ReturnType<typeof charting>;
  let codes: Record<string, string>;
  beforeAll(async () => {
    charts = charting(await folderOf());
    const { data } = await charts.ask('/areas', { level: 'practice' });
    const { last_period } = (await charts.ask('/periods')).meta;
    const here = data.filter((row) => row.last_period === last_period && row.ccg_code)[7]!;
    const boundaries = charted.some(([, query]) => query.boundaries) ? 'lookup' : undefined;
    const placed = (await charts.ask('/areas', { level: 'ccg', boundaries })).data.at(-1);
    codes = { practice: here.area_code, ccg: here.ccg_code!, placed: placed?.area_code ?? '' };
  });

  const placed = (query: ChartQuery): ChartQuery =>
    Object.fromEntries(
      Object.entries(query).map(([name, value]) => [
        name,
        name === 'level'
          ? value
          : value.replace(/\b(practice|ccg|placed)\b/g, (one) => codes[one]!),
      ]),
    );

  describe.each(charted)('%s of %o', (id, query) => {
    let forms: Forms;
    let rows: ChartCell[][];
    let beside: Record<string, unknown>[];
    beforeAll(async () => {
      forms = await charts.forms(id, placed(query));
      rows = forms.kind.table(forms.data).rows.slice();
      beside = await besideIn(charts.ask, forms);
    });

    const format = (value: number) =>
      measureOf(forms.data.query.measure ?? 'records_enabled').scale === 1000
        ? formatRate(value)
        : formatPercent(value);

    it('has a table with a heading for every cell', () => {
      const { columns, caption } = forms.kind.table(forms.data);
      expect(rows.length).toBeGreaterThan(0);
      expect(caption).not.toBe('');
      for (const row of rows) expect(row).toHaveLength(columns.length);
    });

    it('has in every row of its table numbers of its CSV', () => {
      const stray: unknown[] = [];
      let compared = 0;
      for (const [first, ...cells] of rows) {
        const found = [...forms.csv, ...beside].filter((row) => isOf(row, first!));
        const numbers = new Set(
          found.flatMap((row) =>
            Object.values(row)
              .filter((one) => one !== '' && one !== null)
              .map(Number),
          ),
        );
        for (const { value } of cells) {
          if (typeof value !== 'number') continue;
          compared++;
          const dots = id === 'thousand' && [...numbers].some((one) => perThousand(one) === value);
          if (!numbers.has(value) && !dots) stray.push([first, value]);
        }
      }
      expect(compared).toBeGreaterThan(0);
      expect(stray).toEqual([]);
    });

    it('has every row of its CSV in its table', () => {
      const values = new Set(rows.flat().flatMap(({ value }) => (value === null ? [] : [value])));
      const inCsv = forms.csv.flatMap((row) => {
        const value = row.value ?? row.change ?? row.practices ?? '';
        return value === '' ? [] : [Number(value)];
      });
      expect(inCsv.length).toBeGreaterThan(0);
      expect(inCsv.filter((value) => !values.has(value))).toEqual([]);
    });

    it('has in its image every figure of its table, with the same name', () => {
      const unsaid: unknown[] = [];
      for (const [first, ...cells] of rows) {
        const figures = cells.some(({ of }) => of) ? cells.filter(({ of }) => of) : [cells[0]!];
        // England is added to places as a line of its own.
        if (first!.value === ENGLAND) continue;
        for (const { text, of = '', value } of figures) {
          if (value === null) continue;
          const heading = id === 'thousand' ? '' : first!.text;
          const said = forms.image.some((one) =>
            [heading, text, id === 'thousand' ? '' : of].every((part) => one.includes(part)),
          );
          if (!said) unsaid.push([heading, text, of]);
        }
      }
      expect(unsaid).toEqual([]);
    });

    it('has in its image only percentages from its table or sentence', () => {
      const known = new Set([
        ...rows.flat().flatMap(({ text, of = '' }) => percentsIn(`${text} ${of}`)),
        ...percentsIn(forms.kind.sentence(forms.data)),
        ...(forms.kind.key?.(forms.data) ?? []).flatMap(percentsIn),
        ...(forms.kind.notes?.(forms.data) ?? []).flatMap(percentsIn),
        ...percentsIn(forms.kind.finding(forms.data) ?? ''),
      ]);
      const marks = forms.image.filter((text) => text.includes('\n') || text.includes(': '));
      const said = marks.filter((text) => !text.includes('Release')).flatMap(percentsIn);
      expect(said.filter((number) => !known.has(number) && !isLimit(number))).toEqual([]);
    });

    it('has a sentence that agrees with its table and CSV', () => {
      const sentence = forms.kind.sentence(forms.data);
      const { deciles, mean, lookup } = forms.data as {
        deciles?: object;
        mean?: number;
        lookup?: { placed: number | null } | null;
      };
      const spread = deciles ? Object.values(deciles) : [];
      const known = new Set([
        ...rows.flat().flatMap(({ text }) => percentsIn(text)),
        ...[...forms.csv, ...beside].flatMap((row) =>
          Object.values(row)
            .filter((one) => one !== '' && Number.isFinite(Number(one)))
            .map((one) => format(Number(one))),
        ),
        ...spread.map((value) => format(value as number)),
        ...(mean == null ? [] : [format(mean)]),
        // Of how many patients the places are, which is in the answer beside its rows.
        ...(lookup?.placed == null ? [] : [format(lookup.placed)]),
      ]);
      expect(sentence).toMatch(/\.$/);
      const rates = [...sentence.matchAll(/([\d,.]+) per 1,000/g)].map(([, rate]) => rate!);
      const said = [...percentsIn(sentence), ...rates];
      expect(said.filter((number) => !known.has(number) && !isLimit(number))).toEqual([]);
      if (id !== 'thousand') return;
      for (const [, , { value }] of rows as [ChartCell, ChartCell, ChartCell][]) {
        if (value && value !== 1000) expect(sentence).toContain(String(value));
      }
    });

    it('keeps its question, with the month it was answered for', async () => {
      const again = await charts.load(id, forms.data.query);
      expect(again).toEqual(forms.data);
      const { period, to } = forms.data.query;
      expect(period ?? to).toMatch(/^\d{4}-\d\d$/);
    });
  });
});
