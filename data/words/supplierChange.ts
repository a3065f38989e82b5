import type { Measure } from '../definitions/measures.ts';
import { formatMonth, movedMonth } from '../definitions/months.ts';
import { fixed, formatCount, formatOf } from '../definitions/numbers.ts';
import { registrationsLost } from '../definitions/suppliers.ts';
import type { EventMonth } from '../statistics/eventStudy.ts';
import { endsAlone, movedText } from './ends.ts';
import { bareValue, changeUnit, counted } from './english.ts';
import { countedOf, isFew } from './figure.ts';
import { figureSubject, thoseCounted } from './measure.ts';

/** A practice's change of supplier, with its figure in the month before and in the first one after. */
export interface SupplierChangeReading {
  /** The practice as a sentence names it: "the practice". */
  who: string;
  period: string;
  basePeriod: string;
  from: string;
  to: string;
  measure: Measure;
  before: number | null;
  after: number | null;
  /** Patients registered in that first month; null if not known. */
  registered: number | null;
}

/** Whether the fall is large enough to mean that registrations were not carried over. */
export function isLoss(
  before: number,
  after: number,
  { form, stock, allOrNone }: Measure,
): boolean {
  if (form !== 'share' || !stock || allOrNone) return false;
  const lost = before - after;
  return lost > 0 && (lost >= registrationsLost.points || lost >= registrationsLost.share * before);
}

/** The time of an event between two months: "In July 2018", "Between April and July 2018". */
const when = (basePeriod: string, period: string): string =>
  movedMonth(basePeriod, 1) === period
    ? `In ${formatMonth(period)}`
    : `Between ${formatMonth(basePeriod)} and ${formatMonth(period)}`;

/**
 * A practice's change of supplier, in so far as it explains other figures: "In July 2018 the practice moved …"
 */
export interface RecentMove {
  period: string;
  base_period: string;
  old_supplier: string;
  new_supplier: string;
}

/** Says that a practice recently changed supplier, as a sentence; empty if it did not. */
export function recentMoveSentence(move: RecentMove | null): string {
  if (!move) return '';
  const { period, base_period, old_supplier, new_supplier } = move;
  const begun = when(base_period, period);
  return `${begun} the practice moved from ${old_supplier} to ${new_supplier}: registrations rarely survive a change of system.`;
}

/** A practice's change of supplier and what its figure did, as sentences. */
export function supplierChangeSentence(reading: SupplierChangeReading): string {
  const { who, period, basePeriod, from, to, measure, before, after, registered } = reading;
  const moved = `${when(basePeriod, period)} ${who} moved from ${from} to ${to}`;
  if (before === null || after === null) {
    const missing = formatMonth(before === null ? basePeriod : period);
    return `${moved}. What that did to ${figureSubject(measure)} is not known: there is no figure for ${missing}.`;
  }
  const was = fewOf(before, registered, measure);
  const few = fewOf(after, registered, measure);
  if (was !== null && few !== null) {
    const those = thoseCounted(measure);
    if (was === few) return `${moved}; the number of ${those} stayed at ${few || 'none'}.`;
    const [then, now] = [was, few].map((people) => people || 'none');
    return `${moved}; the number of ${those} ${few < was ? 'fell' : 'rose'} from ${then} to ${now}.`;
  }
  const ends = endsAlone(before, after, measure);
  const went = movedText(ends, few ? `${ends.now} (${formatOf(few, registered!)})` : ends.stands);
  const why = isLoss(before, after, measure)
    ? ' Registrations rarely survive a change of system.'
    : '';
  return `${moved}; ${figureSubject(measure)} ${went}.${why}`;
}

/** The number of people behind a share of registered patients; null if it is large or not known. */
function fewOf(value: number, registered: number | null, measure: Measure): number | null {
  if (registered === null) return null;
  const counts = countedOf(value, registered, measure);
  return isFew(counts, measure) ? counts.numerator : null;
}

export interface SupplierStudyReading {
  measure: Measure;
  /** Moves to another supplier's system that are studied, of how many practices, and how many are left out. */
  moves: { studied: number; practices: number; leftOut: number };
  /** The months in which suppliers are known; null for none. */
  known: { first: string; last: string } | null;
  /** The last month studied, with its number of months after the change. */
  atChange: (EventMonth & { lost: number | null }) | null;
  /** The last month that is looked at, with how many months after the change that is. */
  later: { month: number; found: EventMonth } | null;
}

/** What follows a change of supplier, as sentences. */
export function supplierStudySentence(reading: SupplierStudyReading): string {
  const { measure, moves, known, atChange, later } = reading;
  if (!known) return 'No file names the suppliers of practices, so no change of supplier is known.';
  const lead = movesSaid(moves, known);
  if (moves.studied === 0) return lead;
  if (!atChange) return `${lead} What that did to ${figureSubject(measure)} is not known.`;
  const { units, median, mean, interval, lost } = atChange;
  const spread = interval
    ? ` (mean ${signed(mean, measure)}, 95% confidence interval ${signed(interval.lower, measure)} to ${signed(interval.upper, measure)}, clustered by practice)`
    : '';
  const lostWords =
    lost === null
      ? ''
      : `; at ${counted(lost, 'practice')} of ${units} it was more than ${registrationsLost.points} points lower`;
  const at = `In the first month on the new system, ${figureSubject(measure)} was ${besideStayers(median, measure)}${spread}${lostWords}.`;
  const after = later
    ? ` ${monthsLater[later.month - 1]} later it was ${differenceText(later.found.median, measure)}.`
    : '';
  return `${lead} ${at}${after}`;
}

/** How many practices moved to the system of another supplier in the months in which suppliers are known. */
function movesSaid(
  { studied, practices, leftOut }: SupplierStudyReading['moves'],
  { first, last }: NonNullable<SupplierStudyReading['known']>,
): string {
  const who = practices ? counted(practices, 'practice') : 'No practice';
  const times = studied > practices ? ` ${formatCount(studied)} times` : '';
  const but = leftOut
    ? `, not counting ${counted(leftOut, 'move')} across months without a file`
    : '';
  return `${who} moved to the system of another supplier${times} between ${formatMonth(first)} and ${formatMonth(last)}${but}.`;
}

const monthsLater = ['One month', 'Two months', 'Three months', 'Four months', 'Five months'];

const size = (value: number, measure: Measure): string =>
  measure.form === 'share' ? fixed(Math.abs(value), 1) : bareValue(Math.abs(value), measure);

const isNone = (value: number, measure: Measure): boolean =>
  size(value, measure) === size(0, measure);

function signed(value: number, measure: Measure): string {
  const sign = isNone(value, measure) ? '' : value < 0 ? '−' : '+';
  return `${sign}${size(value, measure)}`;
}

/** "10.8 percentage points lower" */
const differenceText = (value: number, measure: Measure): string =>
  isNone(value, measure)
    ? 'about the same'
    : `${size(value, measure)} ${changeUnit(measure)} ${value < 0 ? 'lower' : 'higher'}`;

const asStayers = 'had it moved as it did at practices that did not change';

const besideStayers = (median: number, measure: Measure): string =>
  isNone(median, measure)
    ? `at the median practice about what it would have been ${asStayers}`
    : `at the median practice ${differenceText(median, measure)} than it would have been ${asStayers}`;
