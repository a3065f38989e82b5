import { readSetting } from '../../data/definitions/settings.ts';

/** Whether tests cover everything that they can. */
export const whole = readSetting(process.env, 'UPTAKE_TEST_WHOLE') === '1';

const today = Math.floor(Date.now() / 86_400_000);

/** Of a list that is covered over several days, the part for one day, counted from any other. */
export const dueOn = <T>(day: number, all: readonly T[], days: number): T[] =>
  all.filter((_, i) => i % days === day % days);

/**
 * Today's part of a list that is covered over several days; all of it if `UPTAKE_TEST_WHOLE` says so. The number of
 * days must share no factor with the list's period, or each day would only cover one kind.
 */
export const due = <T>(all: readonly T[], days: number): T[] =>
  whole ? [...all] : dueOn(today, all, days);

/** Whether a long test is due today: one day in so many. Tests with different turns are due on different days. */
export const isDue = (days: number, turn: number): boolean =>
  due([...Array(days).keys()], days).includes(turn);

/** How large that part is, for the names of tests. */
export const shareDue = (days: number): string =>
  whole || days === 1 ? 'all' : `one in ${days}, by the day`;
