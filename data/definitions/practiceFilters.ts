import { breakdownOf, notKnown } from './breakdowns.ts';
import type { FilterId } from './filterIds.ts';
import { listSizes } from './listSizes.ts';
import { type Measure, services } from './measures.ts';

/** The number of months, up to and including the one shown, in which a change of supplier counts. */
export const switchedWithin = 12;

export const yesOrNo = ['yes', 'no'] as const;

export const statusIds = ['on', 'available', 'none', 'unknown'] as const;

/** The name and values of a filter. The values of suppliers come from the extracts. */
export interface PracticeFilter {
  title: string;
  options: readonly { value: string; text: string }[];
}

/** The groups of a breakdown by code, and the one for practices that belong to none. */
const groupsOf = (id: 'list_size' | 'deprivation') =>
  [...breakdownOf(id).groups!, notKnown].map(({ code, name }) => ({ value: code, text: name }));

export const practiceFilters: Record<FilterId, PracticeFilter> = {
  supplier: { title: 'Supplier', options: [] },
  size: { title: 'List size', options: groupsOf('list_size') },
  fifth: { title: 'Deprivation', options: groupsOf('deprivation') },
  status: {
    title: 'Status of the service',
    options: [
      { value: 'on', text: 'Switched on' },
      { value: 'available', text: 'Could, but has not' },
      { value: 'none', text: 'Cannot' },
      { value: 'unknown', text: 'Not known' },
    ],
  },
  switched: {
    title: 'Changed supplier',
    options: [
      { value: 'yes', text: 'Known to have changed supplier within a year' },
      { value: 'no', text: 'Not known to have changed supplier within a year' },
    ],
  },
  reported: {
    title: 'Reported',
    options: [
      { value: 'yes', text: 'Reported' },
      { value: 'no', text: 'Did not report' },
    ],
  },
};

/** The name of a value; a supplier is its own name. */
export const filterText = (id: FilterId, value: string): string =>
  practiceFilters[id].options.find((one) => one.value === value)?.text ??
  (value === notKnown.code ? notKnown.name : value);

/** SQL condition on a row of `practice_month`: its practice has one of these list sizes. */
export const sizeSql = (values: readonly string[]): string =>
  either(values, (value) => {
    const band = listSizes.find(({ id }) => id === value);
    if (!band) return 'registered is null';
    const { from, below } = band;
    return below === null
      ? `registered >= ${from}`
      : `(registered >= ${from} and registered < ${below})`;
  });

/** SQL condition on a row with a `quintile` of deprivation: it is one of these whole numbers, or not known. */
export const fifthSql = (values: readonly string[]): string =>
  either(values, (value) =>
    value === notKnown.code ? 'quintile is null' : `quintile = ${Number(value)}`,
  );

/** SQL condition on a row: a measure's service, or the best of all three, has one of these statuses. */
export function statusSql(values: readonly string[], { service }: Measure): string {
  const of = service === 'any' ? services : [service];
  const any = (code: number) => of.map((one) => `${one}_status = ${code}`).join(' or ');
  const status = `case when ${any(2)} then 'on' when ${any(1)} then 'available' when ${any(0)} then 'none' else 'unknown' end`;
  return either(values, (value) => `${status} = '${statusIds.find((id) => id === value)}'`);
}

/** SQL condition on a row: the practice reported, or did not report, a measure. */
export const reportedSql = ([value]: readonly string[], measure: Measure): string =>
  `coalesce((${measure.inExtract}) and (${measure.reported}), false) = ${value === 'yes'}`;

const either = (values: readonly string[], sqlOf: (value: string) => string): string =>
  `(${values.map(sqlOf).join(' or ')})`;
