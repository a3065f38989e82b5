import type { LifecycleEvent } from '../definitions/lifecycle.ts';
import { formatDay, formatMonth, movedMonth } from '../definitions/months.ts';
import { readableName } from '../definitions/names.ts';

/** An event of a practice, with the day if it is known. */
export interface Happened {
  event: LifecycleEvent['id'];
  period: string;
  date: string | null;
  practice_code: string;
  practice_name: string;
  before: string | null;
  after: string | null;
  /** The month that it is compared with; null if a day is known. */
  since: string | null;
  /** Of a move: whether the CCG before was no longer in the extracts, so that the practice did not move itself. */
  formerEnded?: boolean;
}

/** An event of a practice as a sentence; `nameOf` gives the name for a code, or null. */
export function lifecycleSentence(
  {
    event,
    period,
    date,
    practice_code,
    practice_name,
    before,
    after,
    since,
    formerEnded,
  }: Happened,
  nameOf: (code: string) => string | null,
): string {
  const practice = `${readableName(practice_name)} (${practice_code})`;
  const when =
    since === null || movedMonth(since, 1) === period
      ? `in ${formatMonth(period)}`
      : `between ${formatMonth(since)} and ${formatMonth(period)}`;
  const named = (code: string | null): string => {
    const name = code && nameOf(code);
    return name ? `${readableName(name)} (${code})` : String(code);
  };
  switch (event) {
    case 'opened':
      return `${practice} opened on ${formatDay(date!)}.`;
    case 'closed':
      return `${practice} closed on ${formatDay(date!)}.`;
    case 'appeared':
      return before === null
        ? `${practice} appeared in the extracts ${when}.`
        : `${practice} was back in the extracts in ${formatMonth(period)}. It was last there in ${formatMonth(before)}.`;
    case 'vanished':
      return after === null
        ? `${practice} was no longer in the extracts in ${formatMonth(period)}.`
        : `${practice} was not in the extract of ${formatMonth(period)}. It was back in ${formatMonth(after)}.`;
    case 'may_have_merged':
      return `${practice} may have merged into ${named(after)} ${when}: it left the extracts as the list there grew by at least half the size of its own.`;
    case 'moved':
      return formerEnded
        ? `${practice} came under ${named(after)} ${when}, when ${named(before)} left the extracts.`
        : `${practice} moved from ${named(before)} to ${named(after)} ${when}.`;
    case 'renamed':
      return `${practice_code} changed its name from ${readableName(before!)} to ${readableName(after!)} ${when}.`;
    case 'changed_supplier':
      return `${practice} changed its system supplier from ${before} to ${after} ${when}.`;
    case 'supplier_renamed':
      return `${practice} was listed under ${after} instead of ${before} ${when}: the same system under another name.`;
  }
}
