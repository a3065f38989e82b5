import { formatMonth } from '../../data/definitions/months.ts';
import { type CalendarItem, openItem } from '../../data/life/calendar.ts';
import type { Life, ReleaseLife } from '../../data/life/life.ts';
import type { Doing } from '../../server/store/releases/ledger.ts';
import { mustCome, told, warnings } from '../ingest/folder/scheduling.ts';
import type { Change } from './change.ts';

/** Announces the release of a month, or confirms a provisional day. */
export function announce(
  life: Life,
  { month, due, provisional }: { month: string; due: number; provisional: boolean },
  { now }: Doing,
): Change {
  mustCome(due, now);
  const item = openItem(life.calendar, month);
  if (item) return confirm(item, due, provisional);
  const said = provisional ? 'is announced provisionally for' : 'is announced for';
  return {
    deeds: [{ event: 'announced', month, due: new Date(due).toISOString(), provisional }],
    lines: [`${formatMonth(month)} ${said} ${told(due)}.`, ...warnings(due, now)],
  };
}

function confirm(
  { month, due, provisional: was }: CalendarItem,
  at: number,
  provisional: boolean,
): Change {
  if (due !== at) {
    throw new Error(
      `${formatMonth(month)} is announced for ${told(due)}: move it with \`npm run releases -- move ${month}\``,
    );
  }
  if (!was || provisional) throw new Error(`${formatMonth(month)} is announced so already`);
  return {
    deeds: [{ event: 'confirmed', month }],
    lines: [`${formatMonth(month)} is confirmed for ${told(due)}.`],
  };
}

/** Moves the release of a month, and the draft that waits for it, to another time. */
export function move(
  life: Life,
  { month, due, reason }: { month: string; due: number; reason: string },
  { now }: Doing,
): Change {
  mustCome(due, now);
  const item = announced(life, month);
  if (item.due === due) throw new Error(`${formatMonth(month)} is announced for that time already`);
  const waits = [...life.releases.values()].filter((one) => isWaiting(one, month));
  return {
    deeds: [{ event: 'moved', month, due: new Date(due).toISOString(), reason }],
    lines: [
      `${formatMonth(month)} is moved from ${told(item.due)} to ${told(due)}.`,
      ...waits.map(({ release }) => `${release} will be published then.`),
      ...warnings(due, now),
    ],
  };
}

/** Cancels the release of a month. A draft that waits for it is no longer scheduled. */
export function cancel(life: Life, { month, reason }: { month: string; reason: string }): Change {
  const item = announced(life, month);
  const waits = [...life.releases.values()].filter((one) => isWaiting(one, month));
  return {
    deeds: [{ event: 'cancelled', month, reason }],
    lines: [
      `${formatMonth(month)}, announced for ${told(item.due)}, is cancelled.`,
      ...waits.map(({ release }) => `${release} is no longer scheduled.`),
    ],
  };
}

const isWaiting = (one: ReleaseLife, month: string) =>
  one.publishedAt === null && one.due !== null && one.release.startsWith(`${month}.`);

function announced(life: Life, month: string): CalendarItem {
  const item = openItem(life.calendar, month);
  if (!item) throw new Error(`${formatMonth(month)} is not announced, or not any more`);
  return item;
}
