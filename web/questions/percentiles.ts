import type { Ask, Meta } from '../ask.ts';

/** Where a practice stands among all practices of England that have a value. */
export interface Percentile {
  /** The percentage of the other practices that are below it; null where it is alone. */
  percentile: number | null;
  practices: number;
}

/** The percentiles of one practice in a month, by measure; none of measures that it did not report. */
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
