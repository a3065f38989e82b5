import type { ServiceChoice } from '../../data/definitions/measures.ts';
import type { Ask, Meta } from '../ask.ts';

/** A figure of England stated in public at the time. */
export interface Published {
  period: string;
  measure: string;
  /** As it was stated. */
  said: string;
  source: string;
  url: string;
}

/** Public statements about a service in the months of a release. */
export async function fetchPublished(
  ask: Ask,
  { service, meta }: { service: ServiceChoice; meta: Meta },
): Promise<Published[]> {
  const { data } = await ask('/published-figures', {
    from: meta.first_period,
    to: meta.last_period,
    release: meta.release,
  });
  return data
    .filter(({ measure }) => measure.startsWith(`${service}_`))
    .map(({ period, measure, said, source, source_url: url }) => ({
      period,
      measure,
      said,
      source,
      url,
    }));
}
