import { measureOf, type ServiceChoice } from '../../data/definitions/measures.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import { peopleOrValue } from '../../data/words/figure.ts';
import type { Ask } from '../ask.ts';

/** Patients and the share set up of places in the latest month, by code: "4,095 patients, 12.3% set up to …". */
export type FoundFigures = Record<string, string>;

/** Figures of places that were found; none for those that are not in the latest month. */
export async function fetchFoundFigures(
  ask: Ask,
  asked: { codes: readonly string[]; service: ServiceChoice; release: string },
): Promise<FoundFigures> {
  const { codes, service, release } = asked;
  if (!codes.length) return {};
  const measure = measureOf(`${service}_enabled`);
  const { data } = await ask('/figures', { area: codes.join(','), measure: measure.id, release });
  return Object.fromEntries(
    data.flatMap(({ area_code, denominator, numerator, value }) => {
      if (denominator === null) return [];
      const patients = `${formatCount(denominator)} patients`;
      const share =
        value === null
          ? ''
          : `, ${peopleOrValue({ numerator, denominator, value }, measure)} set up`;
      return [[area_code, `${patients}${share}`]];
    }),
  );
}
