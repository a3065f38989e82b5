import type { TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../data/definitions/manifest.ts';
import type { Deed, LedgerEvent } from '../../../data/life/events.ts';
import { lifeOf } from '../../../data/life/life.ts';
import { calendarView } from '../../../scripts/operate/pages/calendar.ts';
import { logView } from '../../../scripts/operate/pages/others.ts';
import { releaseView } from '../../../scripts/operate/pages/release.ts';
import { releasesView } from '../../../scripts/operate/pages/releases.ts';
import { pageText } from '../../../scripts/operate/pages/shell.ts';
import { uploadView } from '../../../scripts/operate/pages/upload.ts';
import type { Said } from '../../../scripts/operate/sessions.ts';
import { steps } from '../../../scripts/operate/steps.ts';
import { logOf } from '../../../scripts/releases/log.ts';
import type { FolderView } from '../../../server/store/releases/folder.ts';

const [april, may, june] = ['2018-04.1', '2018-05.1', '2018-06.1'];
const now = Date.parse('2099-03-02T12:00:00Z');
const [thursday, later] = ['2099-05-28T08:30:00.000Z', '2099-06-04T08:30:00.000Z'];
const token = 'a'.repeat(64);
const of = (release: string) => ({ release, sha256: null });

/** Who did what, in order: one release is public, one is scheduled, one waits, and one month more is announced. */
const happened: [by: string, Deed][] = [
  ['Ann', { event: 'policy', approvals: 2 }],
  ['Ann', { event: 'published', ...of(april), due: '2099-01-05T09:30:00.000Z', late: null }],
  ['Ann', { event: 'built', ...of(may) }],
  ['Ann', { event: 'announced', month: '2018-05', due: thursday, provisional: false }],
  ['Ann', { event: 'scheduled', ...of(may), due: thursday }],
  ['Ann', { event: 'previewed', ...of(may), who: 'Office', token, until: null }],
  ['Ann', { event: 'previewed', ...of(may), who: 'Editor', token, until: null }],
  ['Ann', { event: 'revoked', ...of(may), who: 'Office' }],
  ['Bob', { event: 'approved', ...of(may) }],
  ['Ann', { event: 'built', ...of(june) }],
  ['Ann', { event: 'announced', month: '2018-06', due: later, provisional: true }],
];
const eventsOf = (deeds: typeof happened): LedgerEvent[] =>
  deeds.map(([by, deed]) => ({ at: '2099-03-01T09:00:00.000Z', by, ...deed }));
const lifeAfter = (...more: typeof happened) =>
  lifeOf(
    eventsOf([...happened, ...more]),
    now,
    new Map([april, may, june].map((id) => [id, null])),
  );

const sessionOf = (by: string, said: Said | null = null) => ({ by, proof: 'ours', until: 0, said });
type Session = ReturnType<typeof sessionOf>;
const drawn = (view: TemplateResult, session: Session, path = '/') =>
  pageText({ title: '', path, session, view }, '');

const seeing = (
  id: string,
  by: string,
  { life = lifeAfter(), said = null as Said | null } = {},
) => {
  const session = sessionOf(by, said);
  return drawn(releaseView(life.releases.get(id)!, { life, sections: [] }, session), session);
};

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What each form of a page says: where it leads, its fields with their names and what they hold, and its button. */
function formsIn(page: string): string[] {
  return [...page.matchAll(/<form class="desk__form"[^>]* action="([^"]+)".*?<\/form>/gs)].map(
    ([form, action]) => {
      const hidden = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)]
        .filter(([, name]) => name !== 'proof')
        .map(([, name, value]) => `(${name}) ${value}`);
      const fields = [...form.matchAll(/<label for="([^"]+)">([^<]+)</g)].map(([, id, label]) => {
        const box = new RegExp(
          `<(textarea|select)[^>]* id="${id}".*?</\\1>|<input[^>]* id="${id}"[^>]*>`,
          's',
        ).exec(form)![0];
        const options = [...box.matchAll(/<option[^>]*?( selected)?>([^<]*)</g)];
        const chosen = options.find(([, selected]) => selected) ?? options[0];
        const held = box.startsWith('<input')
          ? box.includes('type="checkbox"')
            ? / checked/.test(box)
            : (/ value="([^"]*)"/.exec(box)?.[1] ?? '')
          : (chosen?.[2] ?? />([^<]*)<\//.exec(box)![1]);
        return `${label} (${/ name="(\w+)"/.exec(box)![1]}) ${held}`.trim();
      });
      const button = textOf(/<button.*<\/button>/s.exec(form)![0]);
      return [action, ...hidden, ...fields, button].join(' | ').replaceAll('  ', ' ');
    },
  );
}

const rowsIn = (page: string): string[] =>
  [...page.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd].*?<\/t[hd]>/gs)].map(([cell]) => textOf(cell)).join(' | '),
  );

const noticing = (id: string) =>
  `/releases/${id}/notice | Kind (kind) Note | Text (text) | Measure, if only about one (measure) All | Code of a place, if only about one (area) | Month, if only about one (period) | Give notice`;

describe('the page of a release', () => {
  it('offers what can be done with a draft, filled in with what is known', async () => {
    expect(formsIn(await seeing(may, 'Cy'))).toEqual([
      `/releases/${may}/reviewed | I have reviewed it`,
      `/releases/${may}/approve | Approve as Cy`,
      `/releases/${may}/schedule | Date and time in England (at) 2099-05-28 09:30 | Schedule`,
      `/releases/${may}/revoke | (who) Editor | Revoke for Editor`,
      `/releases/${may}/preview | For whom (who) | Until (until) | Make a link`,
      noticing(may),
    ]);
    expect(formsIn(await seeing(june, 'Cy'))).toEqual([
      `/releases/${june}/reviewed | I have reviewed it`,
      `/releases/${june}/approve | Approve as Cy`,
      `/releases/${june}/schedule | Date and time in England (at) 2099-06-04 09:30 | Schedule`,
      noticing(june),
    ]);
  });

  it('does not offer what somebody cannot do, and says why', async () => {
    const life = lifeAfter(['Cy', { event: 'reviewed', ...of(may) }]);
    const page = await seeing(may, 'Bob', { life });
    expect(formsIn(page).slice(0, 2)).toEqual([
      expect.stringMatching(`^/releases/${may}/schedule`),
      expect.stringMatching(`^/releases/${may}/revoke`),
    ]);
    expect(textOf(page)).toContain(
      `Review It has been reviewed. Approve Approved by Bob. Bob has approved ${may} already.`,
    );
    expect(textOf(page)).toContain('Reviewed, 1 of 2 approvals');
  });

  it('offers to withdraw what is published, once', async () => {
    expect(formsIn(await seeing(april, 'Cy'))).toEqual([
      noticing(april),
      `/releases/${april}/withdraw | Reason (reason) | Withdraw`,
    ]);
    const life = lifeAfter(['Cy', { event: 'withdrawn', ...of(april), reason: 'wrong' }]);
    expect(formsIn(await seeing(april, 'Cy', { life }))).toEqual([noticing(april)]);
  });

  it('fills in again only the form that was refused', async () => {
    const fields = { action: `/releases/${may}/preview`, who: 'Press', until: '2018', at: 'never' };
    const said = { lines: [], problem: 'no', fields };
    const forms = formsIn(await seeing(may, 'Cy', { said }));
    expect(forms[2]).toContain('(at) 2099-05-28 09:30');
    expect(forms[4]).toContain('For whom (who) Press | Until (until) 2018');
  });
});

describe('the page of the calendar', () => {
  it('offers to confirm what is provisional, and to move from the time announced', async () => {
    const session = sessionOf('Cy');
    const page = await drawn(calendarView(lifeAfter(), now, session), session);
    expect(formsIn(page)).toEqual([
      '/calendar/2018-05/move | Date and time in England (at) 2099-05-28 09:30 | Reason (reason) | Move',
      '/calendar/2018-05/cancel | Reason (reason) | Cancel it',
      '/calendar/2018-06/confirm | Confirm June 2018',
      '/calendar/2018-06/move | Date and time in England (at) 2099-06-04 09:30 | Reason (reason) | Move',
      '/calendar/2018-06/cancel | Reason (reason) | Cancel it',
      '/calendar/announce | Figures to (month) | Date and time in England (at) | The day may still change (provisional) false | Announce',
    ]);
    expect(rowsIn(page).map((row) => row.split(' | ')[0])).toEqual([
      'Figures to',
      'June 2018',
      'May 2018',
      'April 2018',
    ]);
  });
});

describe('the page of all releases', () => {
  const manifest = { first_period: '2018-04', last_period: '2018-05', kind: 'published' };
  const view = {
    entries: new Map(
      [june, may, april].map((id) => [id, { id, manifest: manifest as Manifest, trouble: null }]),
    ),
    life: lifeAfter(),
    ledgerProblem: null,
  } as unknown as FolderView;
  const session = sessionOf('Cy');

  it('has each with its state and time, and what waits', async () => {
    const page = await drawn(releasesView(view, session), session);
    expect(rowsIn(page)).toEqual([
      'Release | Figures | State | When',
      `${june} | April 2018 to May 2018 | Draft, 0 of 2 approvals | `,
      `${may} | April 2018 to May 2018 | Draft, 1 of 2 approvals | Due at 9:30am on Thursday 28 May 2099`,
      `${april} | April 2018 to May 2018 | Published, current | 9:30am on Monday 5 January 2099`,
    ]);
    expect(page.match(/href="\/releases\/[^"]+">Review [^<]+/g)).toEqual(
      [june, may].map((id) => `href="/releases/${id}">Review ${id}`),
    );
    expect(formsIn(page)).toEqual([
      '/policy | How many others approve each release (approvals) 2 | Change',
    ]);
  });
});

it('the page to upload files has their options, none of them chosen', async () => {
  const session = sessionOf('Cy');
  const fields = { at: '2018', service: 'records', fresh: 'yes', check: 'yes' };
  const forms = async (session: Session) => formsIn(await drawn(uploadView(session), session));
  const filled = (at: string, service: string, ticked: boolean) =>
    `/upload | Files of the release (files) | Publish at (at) ${at} | Service, if a wide file’s name does not say it (service) ${service} | Start from nothing: keep no months of the current release (fresh) ${ticked} | Only check, and release nothing (check) ${ticked} | Check and build`.replace(
      '  ',
      ' ',
    );
  expect(await forms(session)).toEqual([filled('', 'As its name says', false)]);
  expect(await forms(sessionOf('Cy', { lines: [], problem: 'no', fields }))).toEqual([
    filled('2018', 'records', true),
  ]);
});

it('the log has the last first', async () => {
  const session = sessionOf('Cy');
  const events = eventsOf(happened.slice(0, 2));
  const page = await drawn(logView(logOf([events[0]!, { ...events[1]!, by: null }])), session);
  expect(rowsIn(page)).toEqual([
    'When | Who | What',
    `2099-03-01 09:00 | – | published ${april}, due at 9:30am on Monday 5 January 2099`,
    '2099-03-01 09:00 | Ann | asked for 2 approvals of each release',
  ]);
});

it.each(['/', '/upload', '/calendar', '/log'])('the menu marks the page %s alone', async (path) => {
  const session = sessionOf('Cy');
  const page = await drawn(logView([]), session, path);
  expect(page.match(/href="[^"]*" aria-current="page"/g)).toEqual([
    `href="${path}" aria-current="page"`,
  ]);
});

it('every form leads to a step', async () => {
  const session = sessionOf('Cy');
  const life = lifeAfter();
  const pages = await Promise.all([
    seeing(may, 'Cy'),
    seeing(april, 'Cy'),
    drawn(calendarView(life, now, session), session),
  ]);
  const reached = pages.flatMap(formsIn).map((form) => {
    const [, , of = ''] = form.split(' | ')[0]!.split('/');
    return form.split(' | ')[0]!.replace(/\/\d{4}-\d\d(\.1)?/, of && '/:of');
  });
  expect(new Set(['/policy', ...reached])).toEqual(new Set(steps.map(({ path }) => path)));
});
