import type { Ask, Meta } from '../ask.ts';

/** A practice's position among all practices of England with a value. */
export interface Percentile {
  /** The percentage of the other practices below it; null if there are no others. */
  percentile: number | null;
  practices: number;
}

/** The percentiles of one practice in a month, by measure; none for measures that it did not report. */
export async function fetchPercentiles(
  ask: Ask,
  asked: { area: string; measures: readonly string[]; period: string; meta: Meta },
): Promise<Record<string, Percentile>> {
  const { data } = await ask('/percentiles', {
    area: asked.area,
    measure: asked.measures.join(','),
    period: asked.period,
    release: asked.meta.release,
  });
  return Object.fromEntries(
    data.map(({ measure, percentile, practices }) => [measure, { percentile, practices }]),
  );
}
