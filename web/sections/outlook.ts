import { escaped } from '../../data/definitions/markup.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatPercent } from '../../data/definitions/numbers.ts';
import { targetInBrief } from '../../data/words/targets.ts';
import type { ProjectionsRow } from '../apiTypes.ts';
import type { Ask, Meta } from '../ask.ts';
import { methodMarkup } from '../methodLink.ts';
import type { Address } from '../page.ts';
import { nothingTold, type Told } from './told.ts';

export interface OutlookAsked {
  area: string;
  measure: string;
  period: string;
  meta: Meta;
  /** Whether the area has ended, so that there are no projections and no targets to meet. */
  ended?: boolean;
}

/** How many months ahead are projected. */
const ahead = 3;

/** Targets and projections, each as HTML made once. */
export interface Outlook {
  targets: Told;
  projection: Told;
}

/**
 * How a place compares with national targets, those undecided beside others aside and the next alone if all are, and
 * its projections; empty if there are neither.
 */
export async function outlookMarkup(
  ask: Ask,
  address: Address,
  { area, measure, period, meta, ended }: OutlookAsked,
): Promise<Outlook> {
  if (ended) return { targets: nothingTold, projection: nothingTold };
  const { release } = meta;
  const [{ data: projected }, { data: targets }] = await Promise.all([
    ask('/projections', { area, measure, period, ahead: String(ahead), release }),
    ask('/targets', { area, period, release }),
  ]);
  // A target years away from the figure is not shown.
  const read = targets.filter(({ read_period }) => read_period !== null);
  const decided = read.filter(
    ({ state, outcome }) => state !== 'cannot_say' || outcome === 'met' || outcome === 'missed',
  );
  const next = read.find(({ target_period }) => target_period >= period) ?? read.at(-1);
  const told = decided.length || !next ? decided : [next];
  const last = told.at(-1);
  return {
    targets: last
      ? {
          markup: told.map(({ sentence }) => `<p>${escaped(sentence)}</p>`).join(''),
          gist: targetInBrief(last, period),
        }
      : nothingTold,
    projection: projectionTold(projected.at(-1), address, { area, measure, period, release }),
  };
}

function projectionTold(
  projected: ProjectionsRow | undefined,
  address: Address,
  asked: { area: string; measure: string; period: string; release: string },
): Told {
  if (!projected?.sentence) return nothingTold;
  const csv = address.api('/projections', { ...asked, format: 'csv' });
  const { projected: value, target_period: month } = projected;
  return {
    markup: `<p>${escaped(projected.sentence)} ${methodMarkup(address, 'projections')}</p><p><a href="${escaped(csv)}" download>Download the next months as CSV</a></p>`,
    gist:
      value === null ? '' : `${formatPercent(value)} in ${formatMonth(month)} at its usual pace`,
  };
}
