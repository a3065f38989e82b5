import type { Service } from '../../data/definitions/measures.ts';
import { MARCH_2015 } from './calendar.ts';
import { unknown, valueAt } from './course.ts';
import { randomTable } from './random.ts';
import { ENGLAND_PRACTICES, scaled } from './size.ts';

/** What is missing from the extracts. Practices are given by position. */
export interface Gaps {
  /** The practices of unknown status in a month, the same for all services. */
  unknown(month: number): ReadonlySet<number>;
  /** Whether an open practice has a row for the service in a month. */
  hasRow(service: Service, practice: number, month: number): boolean;
  /** Which of a row's two counts of patients are missing though its status is known. */
  missing(service: Service, practice: number, month: number): 'none' | 'used' | 'both';
  /** The difference of the list size in a service's extract from that in the records extract. */
  listOff(service: Service, practice: number, month: number): number;
}

/** The probability that affects about this many practices of a full illustration. */
const chanceOf = (practices: number): number => practices / ENGLAND_PRACTICES;

/**
 * The gaps in what practices report, given the practices `open` in each month: an exact number of unknown statuses,
 * mostly the same practices from month to month, and the rest at random.
 */
export function inventGaps(seed: number, open: readonly (readonly number[])[], size: number): Gaps {
  const stubborn = randomTable(seed, 'unknown');
  const shifting = randomTable(seed, 'unknown by month');
  const unknownBy = open.map((practices, month): ReadonlySet<number> => {
    const keys = new Map(practices.map((i) => [i, stubborn(i, 0) + 0.004 * shifting(i, month)]));
    const count = scaled(Math.round(valueAt(unknown, month)), size);
    const sorted = practices.toSorted((a, b) => keys.get(a)! - keys.get(b)! || a - b);
    return new Set(sorted.slice(0, count));
  });
  const draws = (purpose: string) => {
    const tables = {
      records: randomTable(seed, `${purpose} records`),
      appointments: randomTable(seed, `${purpose} appointments`),
      prescriptions: randomTable(seed, `${purpose} prescriptions`),
    };
    return (service: Service, practice: number, month: number) => tables[service](practice, month);
  };
  const [absent, missing, off] = [draws('no row'), draws('missing'), draws('list off')];
  return {
    unknown: (month) => unknownBy[month]!,
    // The extract of records in March 2015 is complete, because its number of practices was stated in public.
    hasRow: (service, practice, month) =>
      (service === 'records' && month === MARCH_2015) ||
      absent(service, practice, month) >= chanceOf(3),
    missing(service, practice, month) {
      const draw = missing(service, practice, month);
      return draw < chanceOf(9) ? 'both' : draw < chanceOf(15) ? 'used' : 'none';
    },
    listOff(service, practice, month) {
      const draw = off(service, practice, month);
      if (service === 'records' || draw >= chanceOf(5)) return 0;
      return 1 + Math.floor((draw / chanceOf(5)) * 40);
    },
  };
}
