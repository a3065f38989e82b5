import { formatDayOf } from '../definitions/days.ts';
import { formatTimeOf } from '../definitions/londonTimes.ts';
import { formatMonth } from '../definitions/months.ts';
import type { CalendarItem } from '../life/calendar.ts';
import type { NoticeKind } from '../life/events.ts';
import { type Notice, unknownTime } from '../life/life.ts';
import type { Early, Listed } from '../life/listing.ts';

const timeOf = (at: number) => formatTimeOf(new Date(at));
const dayOf = (at: number) => formatDayOf(new Date(at).toISOString());

/** A text by somebody else as the end of a sentence, with exactly one full stop. */
const closed = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

const figures = (month: string) => `figures to ${formatMonth(month)}`;

/** Who sees a release before it is published, and from when. */
export const earlySentence = ({ who, from }: Early): string => `${who}, from ${timeOf(from)}.`;

/** The notice on everything shown to somebody before it is published. */
export const previewSentence = (who: string, due: number): string =>
  `Preview for ${who}: not to be published or passed on before ${timeOf(due)}.`;

/** The next release, for the footer of a page. */
export const nextSentence = ({ month, due, provisional }: CalendarItem, now: number): string =>
  due <= now
    ? `Next release: ${figures(month)} were due at ${timeOf(due)} and are not out yet.`
    : `Next release: ${figures(month)}, at ${timeOf(due)}${provisional ? ' (provisional)' : ''}.`;

/** What became of a past or announced release, in sentences. */
export const listedSentence = (one: Listed): string =>
  [
    ...stateSentences(one),
    ...one.former.map(movedSentence),
    ...(one.isRemoved ? ['It is no longer kept here.'] : []),
  ].join(' ');

function stateSentences(one: Listed): string[] {
  const due = one.due === null ? '' : timeOf(one.due);
  switch (one.state) {
    case 'provisional':
      return [`Expected at ${due}. The date is provisional.`];
    case 'announced':
      return [`Comes out at ${due}.`];
    case 'late':
      return [`Was due at ${due} and is not out yet.`];
    case 'cancelled':
      return [
        `Was due at ${due}. Cancelled on ${dayOf(one.cancelled!.at)}: ${closed(one.cancelled!.reason)}`,
      ];
    case 'published':
      return [publishedWords(one)];
    case 'withdrawn':
      return [publishedWords(one), withdrawnWords(one.withdrawn!)];
  }
}

const publishedWords = ({ publishedAt }: Listed): string =>
  publishedAt === unknownTime ? 'Published.' : `Published at ${timeOf(publishedAt!)}.`;

const movedSentence = ({ due, at, reason }: CalendarItem['former'][number]): string =>
  `Moved on ${dayOf(at)} from ${timeOf(due)}: ${closed(reason)}`;

const withdrawnWords = ({ at, reason }: { at: number; reason: string }): string =>
  `Withdrawn on ${dayOf(at)}: ${closed(reason)}`;

/** Tells readers of a release that a later one is out; the time is null if it was not kept. */
export const laterSentence = (release: string, later: string, at: number | null): string =>
  `This is release ${release}. A later one, ${later}, ${at === null ? 'is out' : `was published on ${dayOf(at)}`}.`;

/** Tells readers of a withdrawn release that it was withdrawn. */
export const withdrawnSentence = (
  release: string,
  withdrawn: { at: number; reason: string },
): string => `Release ${release} was withdrawn. ${withdrawnWords(withdrawn)}`;

const kinds: Record<NoticeKind, string> = {
  correction: 'Correction',
  note: 'Note',
  quality: 'Data quality',
};

/** A notice with its kind and its date. */
export const noticeSentence = ({ kind, at, text }: Notice): string =>
  `${kinds[kind]}, ${dayOf(at)}: ${closed(text)}`;
