import { monthOf } from '../definitions/releaseFolder.ts';
import type { CalendarItem } from './calendar.ts';
import { type Life, type Notice, type ReleaseLife, wasPublic } from './life.ts';
import { previewTimes } from './preview.ts';

/** The states of a release that readers see. */
export const listedStates = [
  'provisional',
  'announced',
  'late',
  'cancelled',
  'published',
  'withdrawn',
] as const;
export type ListedState = (typeof listedStates)[number];

/** A past or announced release as readers may know of it. Times are in ms since 1970. */
export interface Listed {
  /** The id of its announcement, or that of the release if it was not announced. */
  id: string;
  month: string;
  state: ListedState;
  /** When it is or was due; null if it was not announced. */
  due: number | null;
  changedAt: number;
  sequence: number;
  former: CalendarItem['former'];
  cancelled: CalendarItem['cancelled'];
  release: string | null;
  publishedAt: number | null;
  withdrawn: ReleaseLife['withdrawn'];
  notices: readonly Notice[];
  /** Whether it was published and its file has since been removed. What was said of it stays. */
  isRemoved: boolean;
  /** Who can or could see it before it was published, and from when. */
  early: readonly Early[];
}

/** Somebody who sees a release before it is published. */
export interface Early {
  who: string;
  from: number;
  to: number;
}

/** Every release that readers may know of at a time, announced or published, latest first. */
export function listingOf({ calendar, releases }: Life, now: number): Listed[] {
  const published = [...releases.values()].filter(wasPublic);
  const announced = calendar.map((item) => {
    const one = published.find(({ release }) => release === item.release);
    const waiting = [...releases.values()].find((draft) => isWaiting(draft, item));
    const early = waiting && item.cancelled === null ? earlyOf(waiting, item.due) : [];
    return { ...ofItem(item, now), early, ...(one && ofRelease(one)), id: item.id };
  });
  const others = published
    .filter(({ release }) => !calendar.some((item) => item.release === release))
    .map((one) => ({ ...unannounced(one), ...ofRelease(one) }));
  return [...announced, ...others].sort((a, b) => whenOf(b) - whenOf(a));
}

/** Whether a draft is the one that an announcement is about. Only who may see it is made public. */
const isWaiting = ({ release, due, publishedAt, isRemoved }: ReleaseLife, item: CalendarItem) =>
  item.release === null &&
  publishedAt === null &&
  !isRemoved &&
  due === item.due &&
  monthOf(release) === item.month;

/** Who may see a release before it is due, without those whose access ended before it began. */
const earlyOf = ({ previews }: ReleaseLife, due: number): Early[] =>
  previews.flatMap((preview) => {
    const { from, to } = previewTimes(preview, due);
    const hadIt = preview.revokedAt === null || preview.revokedAt > from;
    return hadIt && from < to
      ? [{ who: preview.who, from, to: Math.min(to, preview.revokedAt ?? to) }]
      : [];
  });

const whenOf = ({ publishedAt, due }: Listed): number => publishedAt ?? due!;

const ofItem = (item: CalendarItem, now: number): Listed => ({
  ...item,
  state: item.cancelled ? 'cancelled' : stateOf(item, now),
  publishedAt: null,
  withdrawn: null,
  notices: [],
  isRemoved: false,
  early: [],
});

const stateOf = ({ due, provisional }: CalendarItem, now: number): ListedState =>
  due <= now ? 'late' : provisional ? 'provisional' : 'announced';

const ofRelease = (one: ReleaseLife) => ({
  ...ofPublished(one),
  early: one.due === null ? [] : earlyOf(one, one.due),
});

const ofPublished = ({ release, publishedAt, withdrawn, notices, isRemoved }: ReleaseLife) => ({
  state: withdrawn ? ('withdrawn' as const) : ('published' as const),
  release,
  publishedAt,
  withdrawn,
  notices,
  isRemoved,
});

const unannounced = ({ release, publishedAt }: ReleaseLife) => ({
  id: release,
  month: monthOf(release),
  due: null,
  changedAt: publishedAt!,
  sequence: 0,
  former: [],
  cancelled: null,
});
