import { measureOf } from '../../../data/definitions/measures.ts';
import { capital, changeUnit, counted } from '../../../data/words/english.ts';
import { supplierFinding } from '../../../data/words/findings.ts';
import { supplierCaution } from '../../../data/words/supplierCaution.ts';
import type { Ask } from '../../ask.ts';
import { choices } from '../choices.ts';
import type { ChartCell, ChartData, ChartQuery, DrawnKind } from '../kind.ts';
import { measureIn } from '../question.ts';
import { type ChartPlace, differenceText, england, spanText } from './chartPlace.ts';

/** Practices some months from their change of supplier, less those that did not change; numbers in the unit. */
export interface SupplierMonth {
  month: number;
  practices: number;
  mean: number | null;
  lower: number | null;
  upper: number | null;
  median: number | null;
  quartiles: readonly [number, number] | null;
}

export interface SupplierData extends ChartData {
  measure: string;
  place: ChartPlace;
  changes: number;
  /** The months in which suppliers are known; null if none. */
  known: { first: string; last: string } | null;
  months: SupplierMonth[];
  said: string;
}

async function load(ask: Ask, query: ChartQuery): Promise<SupplierData> {
  const measure = measureIn(query);
  const { data, meta } = await ask('/events/supplier', {
    measure: measure.id,
    release: query.release,
  });
  return {
    meta,
    query: { measure: measure.id },
    measure: measure.id,
    place: england,
    changes: meta.changes,
    known:
      meta.suppliers_from && meta.suppliers_to
        ? { first: meta.suppliers_from, last: meta.suppliers_to }
        : null,
    months: data.map((row) => ({
      month: row.month,
      practices: row.practices,
      mean: row.mean,
      lower: row.lower_95,
      upper: row.upper_95,
      median: row.median,
      quartiles:
        row.lower_quartile === null || row.upper_quartile === null
          ? null
          : [row.lower_quartile, row.upper_quartile],
    })),
    said: meta.sentence,
  };
}

/** The name of a month by its distance from the change. */
export function monthName(month: number): string {
  if (month === 0) return 'First month on the new system';
  const distance = counted(Math.abs(month), 'month');
  return month < 0 ? `${distance} before` : `${distance} after`;
}

const cell = (value: number | null, measure: string): ChartCell => ({
  text: value === null ? '[z]' : differenceText(value, measure),
  value,
});

const hasNone = ({ months }: SupplierData): boolean => months.every(({ mean }) => mean === null);

/** What practices lose, and regain, around a change of supplier, compared with those that did not change. */
export const supplierKind: DrawnKind<SupplierData> = {
  ...choices.supplier,
  load,
  title: ({ measure }) => `Before and after a change of supplier. ${measureOf(measure).title}`,
  subtitle: ({ measure, changes, known }) =>
    `${counted(changes, 'change')} in England${known ? `, ${spanText(known)}` : ''}. Difference from practices that did not change (${changeUnit(measureOf(measure))})`,
  finding({ months, measure }) {
    const { mean, lower, upper } = months.find(({ month }) => month === 0) ?? {};
    return supplierFinding(
      measureOf(measure),
      mean == null
        ? null
        : { mean, interval: lower == null || upper == null ? null : [lower, upper] },
    );
  },
  sentence: ({ said }) => said,
  key: () => [
    'Dots: the mean, with its 95% confidence interval clustered by practice. Grey band: the middle half of the practices. Each is compared with its own month before the change.',
    supplierCaution,
  ],
  table: (data) => ({
    caption: `${supplierKind.title(data)}: ${supplierKind.subtitle(data)}`,
    columns: [
      { title: 'Month' },
      ...['Practices', 'Mean', 'From', 'To', 'Median', 'Lower quartile', 'Upper quartile'].map(
        (title) => ({ title, numeric: true }),
      ),
    ],
    rows: data.months.map((row) => [
      { text: capital(monthName(row.month)), value: row.month },
      { text: String(row.practices), value: row.practices },
      ...[row.mean, row.lower, row.upper, row.median, row.quartiles?.[0], row.quartiles?.[1]].map(
        (value) => cell(value ?? null, data.measure),
      ),
    ]),
  }),
  lacks: (data) => (hasNone(data) ? { all: true, text: data.said } : null),
  height: () => ({ wide: 320, narrow: 300 }),
  csv: ({ measure }) => ({ path: '/events/supplier', params: { measure } }),
};
