import { formatDay, formatMonth } from '../definitions/months.ts';

export interface PracticeEndReading {
  /** Its last month in the extracts, and whether the release has later ones. */
  last: string;
  gone: boolean;
  /** The day it closed, according to the register of practices; null if not known. */
  closed: string | null;
  /** The practice that it may have merged into, and the month; null if none is known. */
  heir: { name: string; period: string } | null;
}

/**
 * Says that a practice has ended, as a title and sentences: the day it closed, its last month in the extracts, and where
 * its patients may be.
 */
export function practiceEnd({ last, gone, closed, heir }: PracticeEndReading): {
  title: string;
  sentence: string;
} {
  const title = closed
    ? 'This practice has closed'
    : heir
      ? 'This practice may have merged into another'
      : 'This practice has left the extracts';
  const sentences = [
    closed ? `It closed on ${formatDay(closed)}, according to the register of practices.` : '',
    gone ? `It was last in the extracts in ${formatMonth(last)}.` : '',
    heir
      ? `Its patients may have moved to ${heir.name}, whose list grew in ${formatMonth(heir.period)} by at least half the size of this practice’s.`
      : 'This release does not say where its patients went.',
  ];
  return { title, sentence: sentences.filter(Boolean).join(' ') };
}
