import { secondInLondon } from '../../data/definitions/days.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import type { CalendarRow } from '../../web/apiTypes.ts';
import { siteName } from '../../web/site.ts';

/**
 * Past and announced releases as a calendar to subscribe to. Source: RFC 5545. Written here because libraries that
 * follow it take the hours of an event from the machine's clock, unless a second library is added.
 */
export function calendarFile(rows: readonly CalendarRow[], root: string): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//GP online uptake//Releases//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(`${siteName}: releases`)}`,
    'X-WR-TIMEZONE:Europe/London',
    ...london,
    ...rows.flatMap((row) => (row.due_at === null ? [] : event(row, row.due_at, root))),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

/** Daylight saving in England since 1996: from the last Sunday of March to the last of October. */
const london = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const statuses: Record<CalendarRow['state'], string> = {
  provisional: 'TENTATIVE',
  announced: 'CONFIRMED',
  late: 'CONFIRMED',
  cancelled: 'CANCELLED',
  published: 'CONFIRMED',
  withdrawn: 'CONFIRMED',
};

function event(row: CalendarRow, due: string, root: string): string[] {
  const title = `${siteName}: figures to ${formatMonth(row.period)}`;
  return [
    'BEGIN:VEVENT',
    `UID:release-${row.item}@gp-online-uptake`,
    `SEQUENCE:${row.sequence}`,
    `DTSTAMP:${inUtc(row.changed_at)}`,
    `LAST-MODIFIED:${inUtc(row.changed_at)}`,
    `DTSTART;TZID=Europe/London:${inLondon(due)}`,
    'DURATION:PT30M',
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(row.sentence)}`,
    `URL:${root}/releases`,
    `STATUS:${statuses[row.state]}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const inLondon = (time: string): string =>
  secondInLondon(new Date(time)).replace(' ', 'T').replace(/[-:]/g, '');

const inUtc = (time: string): string =>
  `${new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Escapes text for a value. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (letter) => `\\${letter}`).replace(/\r?\n/g, '\\n');

const mostBytes = 75;

/** Folds a line into lines of at most 75 bytes, without splitting a character. */
function folded(line: string): string {
  const lines = [''];
  for (const letter of line) {
    const longer = lines.at(-1)! + letter;
    if (Buffer.byteLength(longer) <= mostBytes) lines[lines.length - 1] = longer;
    else lines.push(` ${letter}`);
  }
  return lines.join('\r\n');
}
