import type { PlaceLevel } from '../definitions/levels.ts';
import {
  type Measure,
  measureOf,
  type ServiceChoice,
  serviceWords,
} from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatOf, formatPercent } from '../definitions/numbers.ts';
import type { Verdict } from '../statistics/verdict.ts';
import { isFew, type Stages } from './figure.ts';
import { manyOf } from './places.ts';
import { rankWords } from './standing.ts';

/** How many of those set up used it, as a clause; empty if not known. */
function ofThemUsing({ enabled, accessed }: Stages): string {
  if (accessed === null || !enabled) return '';
  const share = accessed / enabled;
  if (share === 0) return ', none of them using it';
  if (share < 0.15) return ', few of them using it';
  if (share < 0.35) return ', some of them using it';
  return share < 0.5 ? ', fewer than half of them using it' : ', most of them using it';
}

/** Why a place has no figures in a month, as a clause: "not in the extracts after May 2018". */
export function absentFinding({ first, last }: { first: string; last: string }, period: string) {
  if (period > last) return `not in the extracts after ${formatMonth(last)}`;
  return period < first
    ? `not in the extracts before ${formatMonth(first)}`
    : `not in the extracts of ${formatMonth(period)}`;
}

/** How a place's share of patients set up compares with others. */
export interface Stand {
  level: PlaceLevel;
  /** England's share, in percent. */
  england: number | null;
  /** The verdict against the rest of England. */
  verdict: Verdict;
  /** Practices only: the percentage of the others with a lower share. */
  percentile?: number | null;
  /** The counts of the share. */
  counts: { numerator: number; denominator: number } | null;
}

/** A summary of a place's figures, compared with others, as a clause. */
export function placeFinding(
  service: ServiceChoice,
  here: Stages,
  stand: Stand,
  period: string,
): string {
  const { does, name } = serviceWords[service];
  if (here.offered === 0) return `patients cannot ${does}`;
  if (here.enabled === null) {
    if (here.offered === null)
      return `no figures for ${name.toLowerCase()} in ${formatMonth(period)}`;
    const who = here.offered === 100 ? 'all' : formatPercent(here.offered);
    return `${who} of patients are registered where patients can ${does}; how many are set up is not known`;
  }
  const what = `patients set up to ${does}`;
  if (here.enabled === 0) return `no ${what}`;
  return (
    shareFinding(here.enabled, what, stand, measureOf(`${service}_enabled`)) + ofThemUsing(here)
  );
}

function shareFinding(value: number, what: string, stand: Stand, measure: Measure): string {
  const { level, england, verdict, percentile, counts } = stand;
  if (counts && counts.numerator > counts.denominator) {
    return `more ${what} than are registered (${formatOf(counts.numerator, counts.denominator)})`;
  }
  const few = counts && isFew(counts, measure) ? counts : null;
  if (percentile != null) return rankWords(percentile, value, what, few);
  const own = formatPercent(value);
  if (few)
    return `${formatOf(few.numerator, few.denominator)} ${what}${england === null ? '' : ` (England ${formatPercent(england)})`}`;
  if (england === null) return `${own} of ${what}`;
  const held = formatPercent(england);
  if (verdict === 'higher' || verdict === 'lower') {
    return `a ${verdict === 'higher' ? 'larger' : 'smaller'} share of ${what} (${own}) than in England (${held})`;
  }
  if (verdict === 'about the same') {
    return `about the same share of ${what} (${own}) as in England (${held})`;
  }
  return verdict === 'no clear difference' && level !== 'practice'
    ? `${own} of ${what}, within the usual range of ${manyOf(level)} (England ${held})`
    : `${own} of ${what} (England ${held})`;
}
