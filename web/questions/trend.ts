import type { TrendDirection } from '../../data/statistics/trend.ts';
import type { TrendWord } from '../../data/words/time.ts';
import type { Ask, Meta } from '../ask.ts';

/** Whether the last five figures of a place rise or fall by more than natural variation. */
export interface Trend {
  direction: TrendDirection;
  word: TrendWord;
  from: string | null;
  to: string | null;
  /** Why it cannot be calculated, where it cannot. */
  reason: string | null;
}

/** The recent trend of a measure at a place; null where the place is not in the month. */
export async function fetchTrend(
  ask: Ask,
  { meta, ...asked }: { area: string; measure: string; period: string; meta: Meta },
): Promise<Trend | null> {
  const { data } = await ask('/trends', { ...asked, release: meta.release });
  const row = data[0];
  return row
    ? {
        direction: row.direction,
        word: row.word,
        from: row.from_period,
        to: row.to_period,
        reason: row.reason,
      }
    : null;
}
