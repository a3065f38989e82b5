import type { Service } from '../../data/definitions/measures.ts';
import type { Supplier } from './areaTeams.ts';
import { MARCH_2015 } from './calendar.ts';
import { courses } from './course.ts';
import { type Field, knownOf, rowsOf } from './field.ts';
import { between } from './lives.ts';
import { randomStream } from './random.ts';

/** The suppliers that lacked services longest, the last first. */
const lacking: readonly Supplier[] = ['MICROTEST', 'INPS'];

/** The month in which a supplier's systems can first show records. */
const arrival: Partial<Record<Supplier, number>> = { MICROTEST: 9, INPS: 6 };

/**
 * By position, the month from which each practice that lacks the functionality of a service in April 2014 has it; the
 * number of such practices is exact. `idle` are the practices that do not offer it then, those that begin last first;
 * `cannot` still lack it in March 2015.
 */
export function equipmentMonths(
  service: Service,
  field: Field,
  idle: readonly number[],
  cannot: readonly number[],
): Map<number, number> {
  const random = randomStream(field.seed, `functionality ${service}`);
  const months = new Map(cannot.map((i) => [i, between(random, MARCH_2015 + 1, MARCH_2015 + 12)]));
  const known = new Set(knownOf(field, service, 0));
  const rank = (i: number) => {
    const at = lacking.indexOf(field.practices[i]!.supplier);
    return at < 0 ? lacking.length : at;
  };
  const candidates = idle
    .filter((i) => known.has(i) && !months.has(i))
    .map((i, at) => ({ i, at }))
    .sort((a, b) => rank(a.i) - rank(b.i) || a.at - b.at);
  const wanted =
    Math.round(courses[service].start.without * rowsOf(field, service, 0).length) -
    cannot.filter((i) => known.has(i)).length;
  for (const { i } of candidates.slice(0, Math.max(0, wanted))) {
    const known = service === 'records' ? arrival[field.practices[i]!.supplier] : undefined;
    months.set(i, known ?? between(random, 2, service === 'records' ? 8 : MARCH_2015));
  }
  return months;
}
