import { type Service, services } from '../../data/definitions/measures.ts';
import { MARCH_2015, MOST_MONTHS } from './calendar.ts';
import type { Field } from './field.ts';
import { inventGaps } from './gaps.ts';
import { inventGroups } from './groups.ts';
import { inventLists } from './lists.ts';
import { inventPractices, type Practice } from './practices.ts';
import { planRollout } from './rollout.ts';
import { ENGLAND_PRACTICES } from './size.ts';
import { inventUptake, type Row } from './uptake.ts';

/** The inputs of an illustration. The same options give the same one, to the last byte. */
export interface Options {
  seed: number;
  /** Practices in March 2015: 100 to 7,813, the real number for England. */
  practices?: number;
  /** Months from April 2014: 1 to 120. */
  months?: number;
}

/** An England of invented practices, with the rows of every service and month. */
export interface Illustration {
  months: number;
  practices: readonly Practice[];
  rows: Record<Service, (month: number) => Row[]>;
}

function whole(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${name} is not a whole number from ${least} to ${most}: ${value}`);
}

/** Options completed with defaults; throws if one is out of bounds. */
export const wholeOptions = (options: Options) => ({
  seed: whole('seed', options.seed, 0, Number.MAX_SAFE_INTEGER),
  size: whole('practices', options.practices ?? ENGLAND_PRACTICES, 100, ENGLAND_PRACTICES),
  months: whole('months', options.months ?? MARCH_2015 + 1, 1, MOST_MONTHS),
});

/** Invents an England; throws if an option is out of bounds. */
export function illustrate(options: Options): Illustration {
  const { seed, size, months } = wholeOptions(options);
  const practices = inventPractices(seed, inventGroups(seed, size));
  const listSizes = inventLists(seed, practices, size);
  // The first year is planned as a whole, however little of it is wanted.
  const planned = Math.max(months, MARCH_2015 + 1);
  const lists = Array.from({ length: planned }, (_, month) => listSizes(month));
  const open = lists.map((list) => [...practices.keys()].filter((i) => list[i]! > 0));
  const gaps = inventGaps(seed, open, size);
  const field: Field = { seed, size, practices, open, lists, gaps };
  const rows = Object.fromEntries(
    services.map((service) => [service, inventUptake(service, field, planRollout(service, field))]),
  ) as Illustration['rows'];
  return { months, practices, rows };
}
