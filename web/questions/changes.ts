import type { ChangePart } from '../../data/words/change.ts';
import type { Ask, Meta } from '../ask.ts';
import { monthBefore } from '../figures.ts';

/** Where a change between two months came from, in the unit of its measure. */
export interface Change {
  from: string;
  to: string;
  /** By where it comes from, with `total` for all of it; null where it cannot be told. */
  parts: Record<ChangePart | 'total', number | null>;
  sentence: string;
}

/** How a place's figure changed between two months, and where that came from. */
async function fetchChange(
  ask: Ask,
  asked: { area: string; measure: string; from: string; to: string; meta: Meta },
): Promise<Change> {
  const { area, measure, from, to } = asked;
  const { release } = asked.meta;
  const { data, meta } = await ask('/changes', { area, measure, from, to, release });
  const parts = Object.fromEntries(data.map(({ part, contribution }) => [part, contribution]));
  return {
    from,
    to,
    parts: parts as Change['parts'],
    sentence: meta.sentence,
  };
}

/** The changes of a place since the month and the year before, as far as `periods` holds such months. */
export async function fetchChanges(
  ask: Ask,
  asked: { area: string; measure: string; period: string; periods: readonly string[]; meta: Meta },
): Promise<Change[]> {
  const { period, periods, ...rest } = asked;
  const last = periods.filter((one) => one < period).at(-1) ?? null;
  const since = [...new Set([last, monthBefore(periods, period)])].filter((one) => one !== null);
  return Promise.all(since.map((from) => fetchChange(ask, { ...rest, from, to: period })));
}
