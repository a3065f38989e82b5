import { londonTime } from '../../data/definitions/londonTimes.ts';
import { openItem } from '../../data/life/calendar.ts';
import { noticeKinds } from '../../data/life/events.ts';
import type { FolderView } from '../../server/store/releases/folder.ts';
import type { Doing } from '../../server/store/releases/ledger.ts';
import { announce, cancel, move } from '../releases/calendarSteps.ts';
import { type Change, change, oneOf, releaseIn } from '../releases/change.ts';
import { approvalsIn, monthIn, sentenceIn } from '../releases/given.ts';
import { makeToken, preview, previewLink, revoke, siteOf } from '../releases/previewSteps.ts';
import { approve, notice, policy, reviewed, schedule, withdraw } from '../releases/releaseSteps.ts';

/** The values of a form. */
export type Fields = Record<string, string>;

interface Asked {
  /** The release or the month; empty for steps about neither. */
  of: string;
  fields: Fields;
  doing: Doing;
}

/**
 * A step behind a form: the address it is sent to, where it leads back to, and what it does, the same as the command.
 */
interface Step {
  path: string;
  back(of: string): string;
  run(asked: Asked & { folder: string }): Promise<readonly string[]>;
}

const step = (
  path: string,
  back: (of: string) => string,
  decide: (view: FolderView, asked: Asked) => Change | Promise<Change>,
): Step => ({
  path,
  back,
  run: ({ folder, ...asked }) => change(folder, asked.doing, (view) => decide(view, asked)),
});

const ofRelease = (name: string, decide: Parameters<typeof step>[2]) =>
  step(`/releases/:of/${name}`, (of) => `/releases/${of}`, decide);
const ofCalendar = (path: string, decide: Parameters<typeof step>[2]) =>
  step(`/calendar/${path}`, () => '/calendar', decide);

const timeIn = ({ at = '' }: Fields) => londonTime(at).getTime();
const reasonIn = ({ reason = '' }: Fields) => sentenceIn('the reason', reason);

export const steps: readonly Step[] = [
  step(
    '/policy',
    () => '/',
    (_, { fields }) => policy(approvalsIn(fields.approvals ?? '')),
  ),
  ofRelease('reviewed', (view, { of }) => reviewed(of, releaseIn(view, of).one.sha256)),
  ofRelease('approve', (view, { of, doing }) => approve(view, of, doing)),
  ofRelease('schedule', (view, { of, fields, doing }) => schedule(view, of, timeIn(fields), doing)),
  ofRelease('withdraw', (view, { of, fields }) => withdraw(view, of, reasonIn(fields))),
  ofRelease('notice', (view, { of, fields }) =>
    notice(view, of, {
      kind: oneOf('kind', fields.kind ?? '', noticeKinds),
      text: sentenceIn('the notice', fields.text ?? ''),
      measure: fields.measure || null,
      area: fields.area?.trim() || null,
      period: fields.period ? monthIn(fields.period) : null,
    }),
  ),
  ofRelease('preview', async (view, { of, fields, doing }) => {
    const token = makeToken();
    const who = sentenceIn('who it is for', fields.who ?? '');
    const until = fields.until ? londonTime(fields.until).getTime() : null;
    const { deeds, lines } = await preview(view, of, { who, until, token }, doing);
    const link = previewLink(siteOf(process.env), token);
    return { deeds, lines: [link, ...(lines as readonly string[])] };
  }),
  ofRelease('revoke', (view, { of, fields }) => revoke(view, of, fields.who ?? '')),
  ofCalendar('announce', ({ life }, { fields, doing }) =>
    announce(
      life,
      {
        month: monthIn(fields.month ?? ''),
        due: timeIn(fields),
        provisional: fields.provisional === 'yes',
      },
      doing,
    ),
  ),
  ofCalendar(':of/confirm', ({ life }, { of, doing }) => {
    const due = openItem(life.calendar, of)?.due ?? 0;
    return announce(life, { month: of, due, provisional: false }, doing);
  }),
  ofCalendar(':of/move', ({ life }, { of, fields, doing }) =>
    move(life, { month: of, due: timeIn(fields), reason: reasonIn(fields) }, doing),
  ),
  ofCalendar(':of/cancel', ({ life }, { of, fields }) =>
    cancel(life, { month: of, reason: reasonIn(fields) }),
  ),
];
