import { timeInLondon } from '../../data/definitions/days.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import type { LedgerEvent } from '../../data/life/events.ts';
import { counted } from '../../data/words/english.ts';
import { ReleaseFolder } from '../../server/store/releases/folder.ts';
import { ledgerProblem, readLedger } from '../../server/store/releases/ledger.ts';
import { told } from '../ingest/folder/scheduling.ts';

/** Who did what when. */
export interface LogEntry {
  when: string;
  /** Empty for what a server did. */
  who: string;
  what: string;
}

/** Who did what when, one line each, oldest first. */
export function logLines(folder: string): string[] {
  const reading = readLedger(folder);
  if (!reading) {
    const { ledgerProblem: lost } = new ReleaseFolder(folder).look();
    return [lost ? `! ${lost}` : 'there is no ledger yet: it begins with the next change'];
  }
  const problem = ledgerProblem(reading);
  return [
    ...logOf(reading.events).map(
      ({ when, who, what }) => `${when}  ${(who || '-').padEnd(12)}  ${what}`,
    ),
    ...(problem ? [`! ${problem}`] : []),
  ];
}

/** Log entries of events, oldest first. */
export const logOf = (events: readonly LedgerEvent[]): LogEntry[] =>
  events.map((event) => ({
    when: timeInLondon(new Date(event.at)),
    who: event.by ?? '',
    what: deedWords(event),
  }));

const at = (time: string) => told(Date.parse(time));

function deedWords(event: LedgerEvent): string {
  switch (event.event) {
    case 'policy':
      return `asked for ${counted(event.approvals, 'approval')} of each release`;
    case 'built':
    case 'approved':
      return `${event.event} ${event.release}, SHA-256 ${event.sha256}`;
    case 'reviewed':
      return `reviewed ${event.release}`;
    case 'used':
      return `made ${event.release} current`;
    case 'removed':
      return `removed ${event.release}`;
    case 'scheduled':
      return `scheduled ${event.release} for ${at(event.due)}`;
    case 'published':
      return event.due === null
        ? `published ${event.release}`
        : `published ${event.release}, due at ${at(event.due)}${event.late === null ? '' : `, ${event.late / 1000} seconds late`}`;
    case 'noticed':
      return `${event.kind} about ${[event.release, event.measure, event.area, event.period].filter(Boolean).join(', ')}: ${event.text}`;
    case 'withdrawn':
      return `withdrew ${event.release}: ${event.reason}`;
    case 'previewed':
      return `gave ${event.who} a preview of ${event.release}${event.until === null ? '' : ` until ${at(event.until)}`}`;
    case 'revoked':
      return `revoked the preview of ${event.release} for ${event.who}`;
    case 'announced':
      return `announced ${formatMonth(event.month)} for ${at(event.due)}${event.provisional ? ', provisionally' : ''}`;
    case 'confirmed':
      return `confirmed ${formatMonth(event.month)}`;
    case 'moved':
      return `moved ${formatMonth(event.month)} to ${at(event.due)}: ${event.reason}`;
    case 'cancelled':
      return `cancelled ${formatMonth(event.month)}: ${event.reason}`;
  }
}
