import { type Service, serviceWords } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatOneIn, formatPercent } from '../definitions/numbers.ts';
import type { Comparison } from '../statistics/benchmark.ts';
import type { Stages } from './figure.ts';
import { besideWord, rankWords } from './standing.ts';

/** How many practices offer it, as a sentence begins: "Almost every practice lets". */
function practicesOffering(percent: number): string {
  if (percent === 100) return 'Every practice lets';
  if (percent >= 95) return 'Almost every practice lets';
  if (percent >= 75) return 'Most practices let';
  if (percent >= 50) return 'More than half of practices let';
  if (percent >= 25) return 'Fewer than half of practices let';
  if (percent >= 10) return 'Few practices let';
  return percent > 0 ? 'Hardly any practice lets' : 'No practice lets';
}

function patientsDoing({ enabled, accessed }: Stages): string {
  if (accessed !== null) {
    if (accessed >= 50) return ' Most patients do.';
    if (accessed >= 25) return ' Fewer than half of patients do.';
    if (accessed >= 10) return ' Some patients do.';
    return accessed > 0 ? ' Few patients do.' : ' No patient does.';
  }
  if (enabled === null) return '';
  const oneIn = formatOneIn(enabled);
  return oneIn
    ? ` A${oneIn.slice(1)} patients is set up for it.`
    : ` ${formatPercent(enabled)} of patients are set up for it.`;
}

/** What the figures of all England come to, as a heading. */
export function englandHeadline(
  service: Service,
  practicesOfferingIt: number | null,
  stages: Stages,
  period: string,
): string {
  const { does, name } = serviceWords[service];
  if (practicesOfferingIt === null) return `${name}: no figures for ${formatMonth(period)}`;
  return `${practicesOffering(practicesOfferingIt)} patients ${does}.${patientsDoing(stages)}`;
}

/** How many of those set up used it, as a clause; empty where that is not known. */
function ofThemUsing({ enabled, accessed }: Stages): string {
  if (accessed === null || !enabled) return '';
  const share = accessed / enabled;
  if (share === 0) return ', none of them using it';
  if (share < 0.15) return ', few of them using it';
  if (share < 0.35) return ', some of them using it';
  return share < 0.5 ? ', fewer than half of them using it' : ', most of them using it';
}

/** How a place's share of patients set up stands beside others. */
export interface Stand {
  /** England's share, in percent. */
  england: number | null;
  /** The place's natural variation beside England's share. */
  comparison: Comparison;
  /** Of a practice: how many percent of the others have a lower share. */
  percentile?: number | null;
}

/** What the figures of a region, subregion, CCG or practice come to beside those of others, as a clause. */
export function placeFinding(
  service: Service,
  here: Stages,
  { england, comparison, percentile }: Stand,
  period: string,
): string {
  const { does, name } = serviceWords[service];
  if (here.offered === 0) return `patients cannot ${does} yet`;
  if (here.enabled === null) {
    if (here.offered === null)
      return `no figures for ${name.toLowerCase()} in ${formatMonth(period)}`;
    const who = here.offered === 100 ? 'patients' : `${formatPercent(here.offered)} of patients`;
    return `${who} could ${does}; how many are set up is not known`;
  }
  const what = `patients set up to ${does}`;
  if (here.enabled === 0) return `no ${what}`;
  return shareFinding(here.enabled, what, { england, comparison, percentile }) + ofThemUsing(here);
}

function shareFinding(value: number, what: string, stand: Stand): string {
  const { england, comparison, percentile } = stand;
  if (percentile != null) return rankWords(percentile, what);
  const word = england === null ? null : besideWord(comparison, value, england);
  const joint = comparison === 'similar' ? 'as' : 'than';
  return word ? `${word} ${what} ${joint} in England` : `${formatPercent(value)} of ${what}`;
}
