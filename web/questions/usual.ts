import type { Ask, Meta } from '../ask.ts';

/** What is usual for a place from month to month, up to a month, as sentences; null if it has no month. */
export async function fetchUsual(
  ask: Ask,
  { area, measure, period, meta }: { area: string; measure: string; period: string; meta: Meta },
): Promise<string | null> {
  const { data, meta: answered } = await ask('/xmr', {
    area,
    measure,
    view: 'changes',
    restarts: 'suggested',
    to: period,
    release: meta.release,
  });
  return data.length ? answered.sentence : null;
}
