import type { ChangePart } from '../../data/words/changeParts.ts';
import type { Ask, Meta } from '../ask.ts';
import { monthBefore } from '../figures.ts';

/** The sources of a change between two months, in the unit of its measure. */
export interface Change {
  from: string;
  to: string;
  /** By source, with `total` for the whole change; null if unknown. */
  parts: Record<ChangePart | 'total', number | null>;
  /** Without what is usual, which pages say beside the trend. */
  sentence: string;
}

/** How a place's figure changed between two months, and the sources of the change. */
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
    sentence: meta.sentence.replace(` ${meta.usual}`, ''),
  };
}

/** The changes of a place since the previous month and the previous year, if `periods` contains them. */
export async function fetchChanges(
  ask: Ask,
  asked: { area: string; measure: string; period: string; periods: readonly string[]; meta: Meta },
): Promise<Change[]> {
  const { period, periods, ...rest } = asked;
  const last = periods.filter((one) => one < period).at(-1) ?? null;
  const since = [...new Set([last, monthBefore(periods, period)])].filter((one) => one !== null);
  return Promise.all(since.map((from) => fetchChange(ask, { ...rest, from, to: period })));
}
