import { type ServiceChoice, serviceWords } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatOneIn, formatPercent } from '../definitions/numbers.ts';
import type { Stages } from './figure.ts';

/** How many practices offer a service, as the beginning of a sentence: "Almost every practice lets". */
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

/** A summary of England's figures, as a heading. */
export function englandHeadline(
  service: ServiceChoice,
  practicesOfferingIt: number | null,
  stages: Stages,
  period: string,
): string {
  const { does, name } = serviceWords[service];
  if (practicesOfferingIt === null && stages.enabled !== null)
    return `${patientsDoing(stages).trim().replace('for it', `to ${does}`)}`;
  if (practicesOfferingIt === null) return `${name}: no figures for ${formatMonth(period)}`;
  return `${practicesOffering(practicesOfferingIt)} patients ${does}.${patientsDoing(stages)}`;
}
