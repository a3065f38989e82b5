import { notKnown } from '../definitions/breakdowns.ts';
import type { Chosen, FilterId } from '../definitions/filterIds.ts';
import { filterText } from '../definitions/practiceFilters.ts';
import { listed, listedOr, uncapital } from './english.ts';

const statusWords: Record<string, string> = {
  on: 'that have it switched on',
  available: 'that could switch it on but have not',
  none: 'whose system cannot do it',
  unknown: 'whose status is not known',
};

/** Each filter, to follow "only practices". */
const clauses: Record<FilterId, (values: readonly string[]) => string> = {
  supplier: (values) =>
    `with ${listedOr(values.map((one) => (one === notKnown.code ? 'an unknown supplier' : one)))}`,
  size: (values) =>
    `with ${listedOr(values.map((one) => (one === notKnown.code ? 'an unknown list size' : uncapital(filterText('size', one)))))}`,
  fifth: (values) =>
    `in ${listedOr(values.map((one) => (one === notKnown.code ? 'no known fifth of deprivation' : `the ${uncapital(filterText('fifth', one))}`)))}`,
  status: (values) => listedOr(values.map((one) => statusWords[one] ?? one)),
  switched: ([value]) =>
    value === 'yes'
      ? 'known to have changed supplier in the twelve months to the last one shown'
      : 'not known to have changed supplier in the twelve months to the last one shown',
  reported: ([value]) => (value === 'yes' ? 'that reported' : 'that did not report'),
};

/** The chosen practices as text: "only practices with EMIS, in the most deprived fifth and that reported". */
export function onlyText(chosen: Chosen): string | null {
  const said = (Object.keys(clauses) as FilterId[]).flatMap((id) => {
    const values = chosen[id];
    return values?.length ? clauses[id](values) : [];
  });
  return said.length ? `only practices ${listed(said)}` : null;
}
