import { nextItem } from '../../../data/life/calendar.ts';
import { type Life, type Notice, publicOf } from '../../../data/life/life.ts';
import {
  laterSentence,
  nextSentence,
  noticeSentence,
  withdrawnSentence,
} from '../../../data/words/calendar.ts';

/**
 * What accompanies any answer of a release besides its unchanging facts. Absent fields mean there is nothing to say.
 */
export interface Standing {
  later?: { release: string; published_at: string | null; sentence: string };
  next_release?: { period: string; due_at: string; provisional: boolean; sentence: string };
  withdrawn?: { withdrawn_at: string; reason: string; sentence: string };
  notices?: (Omit<Notice, 'at'> & { noticed_at: string; sentence: string })[];
}

/** The standing of a release at a time, by when a later one may have replaced it. */
export function standingOf(
  release: string,
  life: Life,
  now: number,
  later: string | null,
): Standing {
  const next = nextItem(life.calendar);
  const { withdrawn = null, notices = [] } = publicOf(life, release) ?? {};
  // An empty time was not recorded.
  const laterAt = publicOf(life, later ?? '')?.publishedAt || null;
  return {
    ...(later !== null && {
      later: {
        release: later,
        published_at: laterAt === null ? null : timeOf(laterAt),
        sentence: laterSentence(release, later, laterAt),
      },
    }),
    ...(next && {
      next_release: {
        period: next.month,
        due_at: timeOf(next.due),
        provisional: next.provisional,
        sentence: nextSentence(next, now),
      },
    }),
    ...(withdrawn && {
      withdrawn: {
        withdrawn_at: timeOf(withdrawn.at),
        reason: withdrawn.reason,
        sentence: withdrawnSentence(release, withdrawn),
      },
    }),
    ...(notices.length > 0 && {
      notices: notices.map((notice) => {
        const { at, ...said } = notice;
        return { noticed_at: timeOf(at), ...said, sentence: noticeSentence(notice) };
      }),
    }),
  };
}

const timeOf = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
