import { isReleaseId } from '../definitions/releaseFolder.ts';

/** The kinds of notice about a release. */
export const noticeKinds = ['correction', 'note', 'quality'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** The place, measure and month that a notice is about; null for all. */
export interface NoticeAbout {
  measure: string | null;
  area: string | null;
  period: string | null;
}

/** An event of one release. `sha256` is that of its file at the time; null if it was not kept. */
interface OfRelease {
  release: string;
  sha256: string | null;
}

/** An event of the calendar, for the release with this latest month. */
interface OfMonth {
  month: string;
}

/** What can happen to releases and to the calendar. Times are in UTC, as in 2019-05-30T08:30:00.000Z. */
export type Deed =
  /** How many other people must approve a release before it is published. */
  | { event: 'policy'; approvals: number }
  | ({ event: 'built' | 'reviewed' | 'approved' | 'used' | 'removed' } & OfRelease)
  | ({ event: 'scheduled'; due: string } & OfRelease)
  /** Published at once, or at the time it was due, `late` ms after it. */
  | ({ event: 'published'; due: string | null; late: number | null } & OfRelease)
  | ({ event: 'noticed'; kind: NoticeKind; text: string } & NoticeAbout & OfRelease)
  | ({ event: 'withdrawn'; reason: string } & OfRelease)
  /** Somebody may see a release shortly before it is published, using the token with this SHA-256. */
  | ({ event: 'previewed'; who: string; token: string; until: string | null } & OfRelease)
  | ({ event: 'revoked'; who: string } & OfRelease)
  | ({ event: 'announced'; due: string; provisional: boolean } & OfMonth)
  | ({ event: 'confirmed' } & OfMonth)
  | ({ event: 'moved'; due: string; reason: string } & OfMonth)
  | ({ event: 'cancelled'; reason: string } & OfMonth);

/** An event as the ledger keeps it: when it was written, and who did it; null for a server. */
export type LedgerEvent = Deed & { at: string; by: string | null };

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string' && value.trim() !== '';
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const whole: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const matching =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const time: Check = (value) =>
  matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)(value) &&
  !Number.isNaN(Date.parse(value as string));
const month = matching(/^\d{4}-(0[1-9]|1[0-2])$/);

const sum = matching(/^[\da-f]{64}$/);

const release = {
  release: (value: unknown) => typeof value === 'string' && isReleaseId(value),
  sha256: orNull(sum),
};

const fields: Record<Deed['event'], Record<string, Check>> = {
  policy: { approvals: whole },
  built: release,
  reviewed: release,
  approved: release,
  used: release,
  removed: release,
  scheduled: { ...release, due: time },
  published: { ...release, due: orNull(time), late: orNull(whole) },
  noticed: {
    ...release,
    kind: (value) => noticeKinds.some((kind) => kind === value),
    text,
    measure: orNull(text),
    area: orNull(text),
    period: orNull(month),
  },
  withdrawn: { ...release, reason: text },
  previewed: { ...release, who: text, token: sum, until: orNull(time) },
  revoked: { ...release, who: text },
  announced: { month, due: time, provisional: (value) => typeof value === 'boolean' },
  confirmed: { month },
  moved: { month, due: time, reason: text },
  cancelled: { month, reason: text },
};

/** Parses an event of a ledger; throws a message that says what is wrong. */
export function parseEvent(value: unknown): LedgerEvent {
  if (typeof value !== 'object' || value === null) throw new Error('it is no object');
  const read = value as Record<string, unknown>;
  const known = Object.hasOwn(fields, String(read.event));
  if (!known) throw new Error(`its event is not known: ${String(read.event).slice(0, 40)}`);
  const wanted = { at: time, by: orNull(text), ...fields[read.event as Deed['event']] };
  for (const [name, fits] of Object.entries(wanted)) {
    if (!fits(read[name])) throw new Error(`its ${name} cannot be used`);
  }
  return read as unknown as LedgerEvent;
}
