import { monthOf } from '../definitions/releaseFolder.ts';
import { type CalendarItem, cameOut, isOpen, noted } from './calendar.ts';
import type { LedgerEvent, NoticeAbout, NoticeKind } from './events.ts';
import type { Preview } from './preview.ts';

/** The publication time of releases for which none was kept. */
export const unknownTime = 0;

/** The stage that a release has reached. */
export type ReleaseState =
  | 'draft'
  | 'reviewed'
  | 'approved'
  | 'scheduled'
  | 'published'
  | 'withdrawn'
  | 'removed';

export interface Notice extends NoticeAbout {
  at: number;
  kind: NoticeKind;
  text: string;
}

/** What happened to a release. Times are in ms since 1970. */
export interface ReleaseLife {
  release: string;
  /** The SHA-256 of its file as built; null if it was not kept. */
  sha256: string | null;
  /** Whether the file there now is a different one. Then nothing said about it counts before it is published. */
  isChanged: boolean;
  builtBy: string | null;
  /** Who last did something to it other than read and approve it. */
  touchedBy: string | null;
  isReviewed: boolean;
  /** Who approved the present file. */
  approvals: { by: string; at: number }[];
  due: number | null;
  publishedAt: number | null;
  /** How late the first server published it, in ms; null if not known. */
  late: number | null;
  /** Whether the ledger records that it was published, rather than only its time. */
  isToldPublished: boolean;
  notices: Notice[];
  /** Who may see it before it is published. */
  previews: Preview[];
  withdrawn: { at: number; reason: string } | null;
  isRemoved: boolean;
}

/** What follows from a ledger at a time: the state of every release and of the calendar. */
export interface Life {
  releases: ReadonlyMap<string, ReleaseLife>;
  /** The current release; null if none is published. */
  current: string | null;
  /** Releases in the order in which they became current, with the time. */
  inTurn: readonly Turn[];
  calendar: readonly CalendarItem[];
  /** How many other people must approve a release. */
  approvals: number;
  /** When something next changes by time alone; null if nothing will. */
  turnsAt: number | null;
}

/** A release that became current at a time. */
interface Turn {
  release: string;
  at: number;
}

/** The SHA-256 of the files that exist, by release; null if not known. */
export type Sums = ReadonlyMap<string, string | null>;

/** What follows from events at a time, in ms since 1970. The same events give the same result everywhere. */
export function lifeOf(events: readonly LedgerEvent[], now: number, sums: Sums): Life {
  const replay = new Replay(sums);
  for (const event of events) replay.happened(event, Math.min(Date.parse(event.at), now));
  return replay.lifeAt(now);
}

/** Whether readers can see a release, or could before it was removed. */
export const wasPublic = ({ publishedAt }: ReleaseLife): boolean => publishedAt !== null;

/** Whether readers can see a release. */
export const isPublic = (one: ReleaseLife): boolean => wasPublic(one) && !one.isRemoved;

/** What readers may know about the life of a release; undefined if they cannot see it. */
export function publicOf({ releases }: Life, id: string): ReleaseLife | undefined {
  const one = releases.get(id);
  return one && isPublic(one) ? one : undefined;
}

/** Whether a release was published and then withdrawn. It can still be read, but is never current. */
export const isWithdrawn = ({ releases }: Life, id: string): boolean =>
  Boolean(releases.get(id)?.withdrawn);

/** The release that was current at a past time; null if there was none. */
export function currentAt({ releases, inTurn }: Life, time: number): string | null {
  const answered = inTurn.findLast(({ release, at }) => {
    const { withdrawn } = releases.get(release)!;
    return at <= time && !(withdrawn && withdrawn.at <= time);
  });
  return answered?.release ?? null;
}

/** A key that changes exactly when what readers may know about the life of releases and the calendar does. */
export const publicKey = ({ releases, calendar }: Life, now: number): string =>
  JSON.stringify([
    calendar.map((item) => [item, item.due <= now]),
    ...[...releases.values()].flatMap((one) =>
      isPublic(one)
        ? [[one.release, one.publishedAt, one.notices, one.withdrawn]]
        : one.previews.map(({ who, at, until, revokedAt }) => [one.due, who, at, until, revokedAt]),
    ),
  ]);

/** The stage of a release, if this many other people must approve it. */
export function stateOf(one: ReleaseLife, approvals: number): ReleaseState {
  if (one.isRemoved) return 'removed';
  if (one.withdrawn) return 'withdrawn';
  if (one.publishedAt !== null) return 'published';
  if (one.due !== null && isReady(one, approvals)) return 'scheduled';
  if (one.approvals.length >= Math.max(1, approvals)) return 'approved';
  return one.isReviewed && !one.isChanged ? 'reviewed' : 'draft';
}

/** Ignores case and spacing: "Ann Lee" is "ann  lee". */
const isSamePerson = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && plain(a) === plain(b);

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Why somebody cannot approve a release; null if they can. */
export function whyNotApprove(one: ReleaseLife, by: string): string | null {
  const id = one.release;
  if (one.isRemoved) return `${id} was removed`;
  if (one.publishedAt !== null) return `${id} is published already`;
  if (one.isChanged) return `the file of ${id} is not the one that was built: build it again`;
  if (isSamePerson(one.builtBy, by)) return `${by} built ${id}: somebody else must approve it`;
  if (isSamePerson(one.touchedBy, by)) {
    return `${by} was the last to change something of ${id}: somebody else must approve it`;
  }
  if (one.approvals.some((approval) => isSamePerson(approval.by, by))) {
    return `${by} has approved ${id} already`;
  }
  return null;
}

const isReady = (one: ReleaseLife, approvals: number) =>
  !one.isChanged && !one.withdrawn && !one.isRemoved && one.approvals.length >= approvals;

/** Replays events in order, publishing in between whatever falls due. */
class Replay {
  private readonly releases = new Map<string, ReleaseLife>();
  private readonly inTurn: Turn[] = [];
  private calendar: readonly CalendarItem[] = [];
  private approvals = 0;
  /** By release, the time since which it has waited for nothing but its due time. */
  private readonly readySince = new Map<ReleaseLife, number>();

  constructor(private readonly sums: Sums) {}

  happened(event: LedgerEvent, at: number): void {
    this.settle(at);
    this.calendar = noted(this.calendar, event, at);
    if (event.event === 'policy') this.approvals = event.approvals;
    if ('release' in event) this.befell(this.known(event.release), event, at);
    if (event.event === 'moved') this.reschedule(event.month, Date.parse(event.due), event.by);
    if (event.event === 'cancelled') this.reschedule(event.month, null, event.by);
    for (const one of this.releases.values()) {
      if (!this.isDue(one)) this.readySince.delete(one);
      else if (!this.readySince.has(one)) this.readySince.set(one, at);
    }
  }

  lifeAt(now: number): Life {
    this.settle(now);
    const { releases, inTurn, calendar, approvals } = this;
    const answers = ({ release }: Turn) =>
      isPublic(releases.get(release)!) && !releases.get(release)!.withdrawn;
    const dues = [
      ...calendar.filter(isOpen).map(({ due }) => due),
      ...[...releases.values()].flatMap((one) => (this.isDue(one) ? [one.due!] : [])),
    ].filter((due) => due > now);
    return {
      releases,
      current: inTurn.findLast(answers)?.release ?? null,
      inTurn,
      calendar,
      approvals,
      turnsAt: dues.length ? Math.min(...dues) : null,
    };
  }

  private known(release: string): ReleaseLife {
    const known = this.releases.get(release);
    if (known) return known;
    const one: ReleaseLife = {
      release,
      sha256: null,
      isChanged: false,
      builtBy: null,
      touchedBy: null,
      isReviewed: false,
      approvals: [],
      due: null,
      publishedAt: null,
      late: null,
      isToldPublished: false,
      notices: [],
      previews: [],
      withdrawn: null,
      isRemoved: false,
    };
    this.releases.set(release, one);
    return one;
  }

  private befell(
    one: ReleaseLife,
    event: Extract<LedgerEvent, { release: string }>,
    at: number,
  ): void {
    const { by, sha256 } = event;
    switch (event.event) {
      case 'built':
        Object.assign(one, { sha256, builtBy: by, touchedBy: by, approvals: [] });
        one.isChanged = this.isOther(one);
        break;
      case 'reviewed':
        one.isReviewed ||= sha256 === one.sha256;
        break;
      case 'approved':
        if (by && sha256 === one.sha256 && !whyNotApprove(one, by)) one.approvals.push({ by, at });
        break;
      case 'scheduled':
        Object.assign(one, { touchedBy: by, due: Date.parse(event.due) });
        break;
      case 'published':
        if (one.publishedAt === null) {
          one.sha256 ??= sha256;
          this.publish(one, event.due === null ? at : Date.parse(event.due));
        }
        one.late ??= event.late;
        one.isToldPublished = true;
        break;
      case 'used':
        if (one.publishedAt === null) this.publish(one, at);
        else this.inTurn.push({ release: one.release, at });
        one.isToldPublished = true;
        break;
      case 'noticed': {
        const { kind, text, measure, area, period } = event;
        one.notices.push({ at, kind, text, measure, area, period });
        one.touchedBy = by;
        break;
      }
      case 'previewed': {
        const { who, token } = event;
        const until = event.until === null ? null : Date.parse(event.until);
        one.previews.push({ who, token, at, until, revokedAt: null });
        break;
      }
      case 'revoked':
        for (const preview of one.previews) {
          if (preview.who === event.who) preview.revokedAt ??= at;
        }
        break;
      case 'withdrawn':
        one.withdrawn = { at, reason: event.reason };
        break;
      case 'removed':
        one.isRemoved = true;
    }
  }

  private isOther({ release, sha256 }: ReleaseLife): boolean {
    const found = this.sums.get(release);
    return found !== undefined && sha256 !== null && found !== sha256;
  }

  private isDue(one: ReleaseLife): boolean {
    return one.publishedAt === null && one.due !== null && isReady(one, this.approvals);
  }

  /** Publishes what is due by a time, in the order in which it was due. */
  private settle(until: number): void {
    const due = [...this.releases.values()].filter((one) => this.isDue(one) && one.due! <= until);
    for (const one of due.sort((a, b) => a.due! - b.due!)) {
      // A release approved only after its due time is published when it is approved.
      this.publish(one, Math.max(one.due!, this.readySince.get(one)!));
    }
  }

  private publish(one: ReleaseLife, at: number): void {
    one.publishedAt = at;
    // From now on a file that differs from the one signed off is damaged.
    one.isChanged = false;
    this.inTurn.push({ release: one.release, at });
    this.calendar = cameOut(this.calendar, one.release, at);
  }

  /** Moves a release that waits for the announced day of its month, when that day changes or is cancelled. */
  private reschedule(month: string, due: number | null, by: string | null): void {
    for (const one of this.releases.values()) {
      const waits = one.publishedAt === null && one.due !== null;
      if (waits && monthOf(one.release) === month) Object.assign(one, { due, touchedBy: by });
    }
  }
}
