import { readSetting } from '../../data/definitions/settings.ts';

/** Whether tests walk all that they can walk. */
export const whole = readSetting(process.env, 'UPTAKE_TEST_WHOLE') === '1';

const today = Math.floor(Date.now() / 86_400_000);

/** What is due on a day, counted from any other, of what is walked in so many days. */
export const dueOn = <T>(day: number, all: readonly T[], days: number): T[] =>
  all.filter((_, i) => i % days === day % days);

/**
 * What is due today of what is walked in so many days; all of it where `UPTAKE_TEST_WHOLE` says so. The days share no
 * factor with what repeats in a list, or each day would have its own kind.
 */
export const due = <T>(all: readonly T[], days: number): T[] =>
  whole ? [...all] : dueOn(today, all, days);

/** What share that is, for the names of tests. */
export const shareDue = (days: number): string =>
  whole || days === 1 ? 'all' : `one in ${days}, by the day`;
