import { formatTimeOf } from '../../../data/definitions/londonTimes.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { monthOf } from '../../../data/definitions/releaseFolder.ts';
import { openItem } from '../../../data/life/calendar.ts';
import type { Deed } from '../../../data/life/events.ts';
import type { Life } from '../../../data/life/life.ts';
import { unusualTime } from '../../../data/life/unusualTime.ts';

/**
 * The events that schedule a draft for a time; they announce its month unless that is announced already. Throws if the
 * time is past or differs from the announced one, or if no time is given and none was announced.
 */
export function scheduling(
  life: Life,
  { release, sha256 }: { release: string; sha256: string | null },
  at: number | null,
  now: Date,
): { deeds: Deed[]; due: number } {
  const month = monthOf(release);
  const item = openItem(life.calendar, month);
  const due = at ?? item?.due;
  if (due === undefined) {
    throw new Error(
      `${formatMonth(month)} is not announced: say when with --at "2019-05-30 09:30"`,
    );
  }
  mustCome(due, now);
  if (item && item.due !== due) {
    throw new Error(
      `${formatMonth(month)} is announced for ${told(item.due)}: move it with \`npm run releases -- move ${month}\``,
    );
  }
  const time = new Date(due).toISOString();
  const deeds: Deed[] = [
    ...(item ? [] : [{ event: 'announced' as const, month, due: time, provisional: false }]),
    ...(item?.provisional ? [{ event: 'confirmed' as const, month }] : []),
    { event: 'scheduled', release, sha256, due: time },
  ];
  return { deeds, due };
}

/** What is unusual about a time, as warnings. */
export const warnings = (due: number, now: Date): string[] =>
  unusualTime(due, now.getTime()).map((sentence) => `Warning: ${sentence}`);

export const told = (due: number): string => formatTimeOf(new Date(due));

/** Throws if a time has passed. */
export function mustCome(due: number, now: Date): void {
  if (due <= now.getTime()) throw new Error(`${told(due)} is past`);
}
