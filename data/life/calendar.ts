import { monthOf } from '../definitions/releaseFolder.ts';
import type { LedgerEvent } from './events.ts';

/** An announced release in the calendar. Times are in ms since 1970. */
export interface CalendarItem {
  /** Stays the same through every change: the month, with a number if the month was announced before. */
  id: string;
  /** The latest month of the announced release. */
  month: string;
  due: number;
  /** Whether the day may still change without a reason being given. */
  provisional: boolean;
  announcedAt: number;
  changedAt: number;
  /** How often it was changed. */
  sequence: number;
  /** Earlier due times, oldest first, each with the reason for the change. */
  former: { due: number; at: number; reason: string }[];
  cancelled: { at: number; reason: string } | null;
  /** The release that came; null if none has yet. */
  release: string | null;
}

/** Whether a release is still to come. */
export const isOpen = ({ release, cancelled }: CalendarItem): boolean =>
  release === null && cancelled === null;

/** The announcement of a month, if it is still open. */
export const openItem = (items: readonly CalendarItem[], month: string): CalendarItem | undefined =>
  items.find((item) => item.month === month && isOpen(item));

/** The next release to come: the earliest announced one that is not out; null if there is none. */
export const nextItem = (items: readonly CalendarItem[]): CalendarItem | null =>
  items.filter(isOpen).sort((a, b) => a.due - b.due)[0] ?? null;

/** The calendar after one of its events. */
export function noted(
  items: readonly CalendarItem[],
  event: LedgerEvent,
  at: number,
): readonly CalendarItem[] {
  if (!('month' in event)) return items;
  const open = openItem(items, event.month);
  if (event.event === 'announced' && !open) return [...items, announced(items, event, at)];
  if (!open) return items;
  const changed = { ...open, ...changeBy(open, event, at) };
  const next = { ...changed, changedAt: at, sequence: open.sequence + 1 };
  return items.map((item) => (item === open ? next : item));
}

type OfMonth = Extract<LedgerEvent, { month: string }>;

function changeBy(open: CalendarItem, event: OfMonth, at: number): Partial<CalendarItem> {
  switch (event.event) {
    case 'announced':
      return { due: Date.parse(event.due), provisional: event.provisional };
    case 'confirmed':
      return { provisional: false };
    case 'moved': {
      const former = [...open.former, { due: open.due, at, reason: event.reason }];
      return { due: Date.parse(event.due), former };
    }
    case 'cancelled':
      return { cancelled: { at, reason: event.reason } };
  }
}

function announced(
  items: readonly CalendarItem[],
  { month, due, provisional }: Extract<OfMonth, { event: 'announced' }>,
  at: number,
): CalendarItem {
  const before = items.filter((item) => item.month === month).length;
  return {
    id: before ? `${month}-${before + 1}` : month,
    month,
    due: Date.parse(due),
    provisional,
    announcedAt: at,
    changedAt: at,
    sequence: 0,
    former: [],
    cancelled: null,
    release: null,
  };
}

/** The calendar once a release is out. */
export function cameOut(
  items: readonly CalendarItem[],
  release: string,
  at: number,
): readonly CalendarItem[] {
  const open = openItem(items, monthOf(release));
  if (!open) return items;
  const out = { ...open, release, provisional: false, changedAt: at, sequence: open.sequence + 1 };
  return items.map((item) => (item === open ? out : item));
}
