import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { londonTime } from '../../../data/definitions/londonTimes.ts';
import { manifestFile } from '../../../data/definitions/releaseFolder.ts';
import { lifeOf } from '../../../data/life/life.ts';
import {
  listReleases,
  useRelease,
  verifyReleases,
} from '../../../scripts/ingest/folder/releaseList.ts';
import { removeRelease } from '../../../scripts/ingest/folder/removeRelease.ts';
import { type IngestOptions, ingest } from '../../../scripts/ingest/ingest.ts';
import { steps } from '../../../scripts/operate/steps.ts';
import { announce, cancel, move } from '../../../scripts/releases/calendarSteps.ts';
import { change } from '../../../scripts/releases/change.ts';
import { logLines } from '../../../scripts/releases/log.ts';
import {
  makeToken,
  preview,
  previewLink,
  revoke,
  siteOf,
} from '../../../scripts/releases/previewSteps.ts';
import {
  approve,
  notice,
  policy,
  schedule,
  withdraw,
} from '../../../scripts/releases/releaseSteps.ts';
import { ReleaseFolder } from '../../../server/store/releases/folder.ts';
import { readLedger } from '../../../server/store/releases/ledger.ts';
import { allFields, longExtract } from '../ingest/extracts.ts';
import { scratchFolder, written } from '../ingest/scratch.ts';

const scratch = scratchFolder();
let folder = mkdtempSync(join(scratch, 'model-'));

/** Dates in coming years, as ingest uses the real clock. */
const [thursday, later] = ['2099-05-28 09:30', '2099-06-04 09:30'] as const;
const now = new Date('2099-03-02T12:00:00Z');
const by = (name: string) => ({ by: name, now });
const time = (text: string) => londonTime(text).getTime();

const made = (date: string, options: Partial<IngestOptions> = {}) =>
  ingest({
    files: [written(scratch, 'a.csv', longExtract([{ date, fields: allFields(100, 50) }]))],
    dataFolder: folder,
    ...options,
  });
const current = (at = now) => new ReleaseFolder(folder, () => at.getTime()).look().life.current;

/** Folders that many tests begin with: made once, and copied for each test. */
await made('30APR2018', { by: 'Ann' });
const april = folder;
const beginWith = (model: string) => {
  folder = mkdtempSync(join(scratch, 'releases-'));
  cpSync(model, folder, { recursive: true });
};
beginWith(april);
await made('31MAY2018');
const both = folder;
beginWith(april);
await change(folder, by('Ann'), () => policy(1));
await made('31MAY2018', { by: 'Ann' });
const waiting = folder;

beforeEach(() => beginWith(april));

describe('ingest', () => {
  it('with a time makes a draft, announces it and says when it will be published', async () => {
    const { release, waits } = await made('31MAY2018', { by: 'Ann', at: time(thursday) });
    expect([release, waits]).toEqual([
      '2018-05.1',
      '2018-05.1 will be published at 9:30am on Thursday 28 May 2099.',
    ]);
    expect(current()).toBe('2018-04.1');
    expect(current(new Date('2099-05-28T08:29:59.999Z'))).toBe('2018-04.1');
    expect(current(new Date('2099-05-28T08:30:00Z'))).toBe('2018-05.1');
    expect(await listReleases(folder)).toEqual([
      expect.stringMatching(/^ {2}2018-05\.1 {2}published/),
      '    scheduled, due at 9:30am on Thursday 28 May 2099',
      expect.stringMatching(/^\* 2018-04\.1/),
      'next: May 2018 at 9:30am on Thursday 28 May 2099',
    ]);
  });

  it('under a policy makes a draft, and builds another release on the published one', async () => {
    await change(folder, by('Ann'), () => policy(1));
    const { release, waits } = await made('31MAY2018', { by: 'Ann' });
    expect(waits).toBe(
      '2018-05.1 is not scheduled: `npm run releases -- schedule 2018-05.1` does that. It is published only once 1 other person has approved it.',
    );
    expect([release, current()]).toEqual(['2018-05.1', '2018-04.1']);
    expect((await made('30JUN2018')).previous).toBe('2018-04.1');
  });

  it('rejects a time that is past, or differs from the announced one', async () => {
    await expect(made('31MAY2018', { at: time('2019-05-30 09:30') })).rejects.toThrow(
      '9:30am on Thursday 30 May 2019 is past',
    );
    const asked = { month: '2018-05', due: time(thursday), provisional: true };
    await change(folder, by('Ann'), ({ life }) => announce(life, asked, by('Ann')));
    await expect(made('31MAY2018', { at: time(later) })).rejects.toThrow(
      'May 2018 is announced for 9:30am on Thursday 28 May 2099: move it with `npm run releases -- move 2018-05`',
    );
    expect(new ReleaseFolder(folder).look().entries.size).toBe(1);
  });
});

describe('sign-off', () => {
  beforeEach(() => beginWith(waiting));
  const id = '2018-05.1';
  const approving = (name: string) =>
    change(folder, by(name), (view) => approve(view, id, by(name)));
  const scheduling = (name: string, at: string | null = thursday) =>
    change(folder, by(name), (view) => schedule(view, id, at === null ? null : time(at), by(name)));

  it('takes somebody other than the builder, and then a time', async () => {
    await expect(approving('ann')).rejects.toThrow(
      'ann built 2018-05.1: somebody else must approve it',
    );
    expect(await scheduling('Ann')).toEqual([
      '2018-05.1 will be published at 9:30am on Thursday 28 May 2099, once 1 other person has approved it.',
    ]);
    expect(current(new Date('2099-12-01T00:00:00Z'))).toBe('2018-04.1');
    const { sha256 } = new ReleaseFolder(folder).look().life.releases.get(id)!;
    expect(await approving('Bob Ray')).toEqual([
      `Bob Ray has approved 2018-05.1, SHA-256 ${sha256}.`,
      '2018-05.1 will be published at 9:30am on Thursday 28 May 2099.',
    ]);
    expect(current(new Date('2099-12-01T00:00:00Z'))).toBe(id);
    expect(
      logLines(folder)
        .slice(-4)
        .map((line) => line.replace(sha256!, 'SUM')),
    ).toEqual([
      expect.stringMatching(/ {2}Ann {11}built 2018-05\.1, SHA-256 SUM$/),
      '2099-03-02 12:00  Ann           announced May 2018 for 9:30am on Thursday 28 May 2099',
      '2099-03-02 12:00  Ann           scheduled 2018-05.1 for 9:30am on Thursday 28 May 2099',
      '2099-03-02 12:00  Bob Ray       approved 2018-05.1, SHA-256 SUM',
    ]);
  });

  it('is for one file: a different one is neither approved nor published', async () => {
    await approving('Bob');
    await scheduling('Ann');
    const path = join(folder, manifestFile(id));
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, sha256: 'b'.repeat(64) }));
    expect(current(new Date('2099-12-01T00:00:00Z'))).toBe('2018-04.1');
    await expect(approving('Cy')).rejects.toThrow(
      'the file of 2018-05.1 is not the one that was built: build it again',
    );
    expect((await listReleases(folder)).join('\n')).toContain(
      'draft, its file is not the one that was built, 0 of 1 approval, due at 9:30am on Thursday 28 May 2099',
    );
  });

  it('reads the file itself, not only its manifest', async () => {
    const file = join(folder, `${id}.duckdb`);
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(file, bytes);
    await expect(approving('Bob')).rejects.toThrow('its file was changed: its SHA-256 is');
    await expect(scheduling('Ann')).rejects.toThrow('its file was changed: its SHA-256 is');
  });

  it('is not bypassed by making a draft current, and a draft can be removed', async () => {
    await expect(useRelease(folder, id)).rejects.toThrow('2018-05.1 is not published');
    expect(await removeRelease(folder, id)).toEqual([
      '2018-05.1 is removed.',
      'It was never published, so nobody had its address.',
      'Its id is not given to another release.',
    ]);
    await expect(approving('Bob')).rejects.toThrow('release 2018-05.1 was removed on');
  });

  it('confirms the announcement of its month, and needs a time if there is none', async () => {
    await expect(scheduling('Ann', null)).rejects.toThrow(
      'May 2018 is not announced: say when with --at "2019-05-30 09:30"',
    );
    const asked = { month: '2018-05', due: time(thursday), provisional: true };
    await change(folder, by('Ann'), ({ life }) => announce(life, asked, by('Ann')));
    await scheduling('Ann', null);
    const { calendar } = new ReleaseFolder(folder, () => now.getTime()).look().life;
    expect(calendar).toMatchObject([{ month: '2018-05', provisional: false, sequence: 1 }]);
  });
});

describe('the calendar', () => {
  const none = lifeOf([], now.getTime(), new Map());
  const may = { month: '2018-05', due: time(thursday) };

  it('announces, confirms, moves and cancels, with messages', async () => {
    const doing = by('Ann');
    const step = (decide: Parameters<typeof change>[2]) => change(folder, doing, decide);
    await made('31MAY2018', { at: time(thursday) });
    expect(
      await step(({ life }) =>
        announce(life, { month: '2018-06', due: time(later), provisional: true }, doing),
      ),
    ).toEqual(['June 2018 is announced provisionally for 9:30am on Thursday 4 June 2099.']);
    expect(
      await step(({ life }) =>
        announce(life, { month: '2018-06', due: time(later), provisional: false }, doing),
      ),
    ).toEqual(['June 2018 is confirmed for 9:30am on Thursday 4 June 2099.']);
    const reason = 'the files came late';
    expect(
      await step(({ life }) => move(life, { month: '2018-05', due: time(later), reason }, doing)),
    ).toEqual([
      'May 2018 is moved from 9:30am on Thursday 28 May 2099 to 9:30am on Thursday 4 June 2099.',
      '2018-05.1 will be published then.',
    ]);
    expect(current(new Date('2099-06-04T08:29:59Z'))).toBe('2018-04.1');
    expect(await step(({ life }) => cancel(life, { month: '2018-05', reason }))).toEqual([
      'May 2018, announced for 9:30am on Thursday 4 June 2099, is cancelled.',
      '2018-05.1 is no longer scheduled.',
    ]);
    expect(current(new Date('2099-12-01T08:29:59Z'))).toBe('2018-04.1');
  });

  it.each<[string, () => unknown, string]>([
    [
      'a time that is past',
      () => announce(none, { ...may, due: now.getTime(), provisional: false }, by('Ann')),
      'midday on Monday 2 March 2099 is past',
    ],
    [
      'a move of what is not announced',
      () => move(none, { ...may, reason: 'x' }, by('Ann')),
      'May 2018 is not announced, or not any more',
    ],
    [
      'a cancellation of what is not announced',
      () => cancel(none, { month: '2018-05', reason: 'x' }),
      'May 2018 is not announced, or not any more',
    ],
  ])('refuses %s', (_, step, why) => {
    expect(step).toThrow(why);
  });

  it('is listed in the order of days', async () => {
    for (const [month, at] of [
      ['2018-07', later],
      ['2018-06', thursday],
    ] as const) {
      const asked = { month, due: time(at), provisional: month === '2018-07' };
      await change(folder, by('Ann'), ({ life }) => announce(life, asked, by('Ann')));
    }
    expect((await listReleases(folder)).slice(-2)).toEqual([
      'next: June 2018 at 9:30am on Thursday 28 May 2099',
      'next: July 2018 at 9:30am on Thursday 4 June 2099 (provisional)',
    ]);
  });

  it('names only the drafts that wait for the day', () => {
    const of = { release: '2018-05.1', sha256: null };
    const due = new Date(time(thursday)).toISOString();
    const told = [
      { event: 'announced', month: '2018-05', due, provisional: false },
      { event: 'built', ...of },
      { event: 'built', ...of, release: '2018-05.2' },
      { event: 'scheduled', ...of, release: '2018-05.2', due },
    ] as const;
    const events = told.map((deed) => ({ at: now.toISOString(), by: 'Ann', ...deed }));
    const files = new Map(['2018-05.1', '2018-05.2'].map((id) => [id, null]));
    const life = lifeOf(events, now.getTime(), files);
    const asked = { month: '2018-05', due: time(later), reason: 'x' };
    expect([move(life, asked, by('Ann')), cancel(life, asked)]).toMatchObject([
      { lines: [expect.stringContaining('is moved'), '2018-05.2 will be published then.'] },
      { lines: [expect.stringContaining('is cancelled'), '2018-05.2 is no longer scheduled.'] },
    ]);
  });

  it('warns of times at which official statistics do not come', () => {
    const { lines } = announce(
      none,
      { month: '2018-05', due: time('2099-03-08 10:00'), provisional: false },
      by('Ann'),
    );
    expect(lines).toEqual([
      'May 2018 is announced for 10am on Sunday 8 March 2099.',
      'Warning: It is a Sunday.',
      'Warning: Official statistics are published at 9:30am.',
      'Warning: It is less than four weeks away: 5 days.',
    ]);
  });
});

describe('access before publication', () => {
  const asked = { who: 'Office', until: null, token: 'secret' };
  const give = (more: { who?: string; until?: number } = {}) =>
    change(folder, by('Ann'), (view) =>
      preview(view, '2018-05.1', { ...asked, ...more }, by('Ann')),
    );

  it('is to a draft with a time, once per person, with a message', async () => {
    await expect(
      change(folder, by('Ann'), (view) => preview(view, '2018-04.1', asked, by('Ann'))),
    ).rejects.toThrow('2018-04.1 is published already');
    beginWith(waiting);
    await expect(give()).rejects.toThrow(
      '2018-05.1 is not scheduled: a preview ends when it is published',
    );
    await change(folder, by('Ann'), (view) =>
      schedule(view, '2018-05.1', time(thursday), by('Ann')),
    );
    expect(await give()).toEqual([
      'Office can see 2018-05.1 by this link from 9:30am on Wednesday 27 May 2099 until 9:30am on Thursday 28 May 2099. It is shown this once.',
      'Readers see on the page of releases who has access before publication.',
    ]);
    await expect(give()).rejects.toThrow('Office has a preview of 2018-05.1 already');
    await expect(give({ who: 'Editor', until: time('2099-05-28 09:31') })).rejects.toThrow(
      '9:31am on Thursday 28 May 2099 is not between now and 9:30am on Thursday 28 May 2099, when 2018-05.1 is due',
    );
    await give({ who: 'Editor', until: time('2099-05-28 08:00') });
    const revoked = (who: string) =>
      change(folder, by('Bob'), (view) => revoke(view, '2018-05.1', who));
    await expect(revoked('Nobody')).rejects.toThrow(
      'Nobody has no preview of 2018-05.1 (who has one: Office, Editor)',
    );
    expect(await revoked('Office')).toEqual(['Office can no longer see 2018-05.1.']);
    await give();
    expect(logLines(folder).slice(-4, -1)).toEqual([
      '2099-03-02 12:00  Ann           gave Office a preview of 2018-05.1',
      '2099-03-02 12:00  Ann           gave Editor a preview of 2018-05.1 until 8am on Thursday 28 May 2099',
      '2099-03-02 12:00  Bob           revoked the preview of 2018-05.1 for Office',
    ]);
  });

  it("has a link that begins with the site's address", () => {
    const settings = { UPTAKE_ORIGIN: 'https://example.org', UPTAKE_PREFIX: '/uptake' };
    expect(previewLink(siteOf(settings), 'secret')).toBe(
      'https://example.org/uptake/preview/secret/',
    );
    expect(makeToken()).toMatch(/^[\w-]{43}$/);
  });
});

describe('what is published', () => {
  beforeEach(() => beginWith(both));
  const about = { kind: 'note', text: 'x', measure: null, area: null, period: null } as const;

  it('can be withdrawn, is replaced by the previous one, and is never current again', async () => {
    expect(
      await change(folder, by('Ann'), (view) => withdraw(view, '2018-05.1', 'wrong file')),
    ).toEqual([
      '2018-05.1 is withdrawn: it can still be read, and says so.',
      '2018-04.1 is current now.',
    ]);
    expect(readFileSync(join(folder, 'current'), 'utf8')).toBe('2018-04.1\n');
    await expect(
      change(folder, by('Ann'), (view) => withdraw(view, '2018-05.1', 'again')),
    ).rejects.toThrow('2018-05.1 was withdrawn before');
    expect((await listReleases(folder)).slice(0, 2)).toEqual([
      expect.stringMatching(/^ {2}2018-05\.1/),
      '    withdrawn: wrong file',
    ]);
  });

  it('cannot have a published notice changed, only followed by another', async () => {
    const said = (text: string) =>
      change(folder, by('Ann'), (view) => notice(view, '2018-05.1', { ...about, text }));
    await said('The first');
    await said('The second puts it right');
    const texts = () =>
      new ReleaseFolder(folder)
        .look()
        .life.releases.get('2018-05.1')!
        .notices.map(({ text }) => text);
    expect(texts()).toEqual(['The first', 'The second puts it right']);
    const path = join(folder, 'ledger.jsonl');
    const lines = readFileSync(path, 'utf8').split('\n');
    const number = lines.findIndex((line) => line.includes('The first')) + 1;
    writeFileSync(path, lines.join('\n').replace('The first', 'The worst'));
    expect(texts()).toEqual([]);
    expect(new ReleaseFolder(folder).look().ledgerProblem).toBe(
      `line ${number} of ledger.jsonl cannot be relied on: it was changed since it was written`,
    );
    await expect(said('The third')).rejects.toThrow('it was changed since it was written');
  });

  it('has notices only about places, measures and months that it contains', async () => {
    const said = (more: object) =>
      change(folder, by('Ann'), (view) => notice(view, '2018-05.1', { ...about, ...more }));
    expect(await said({ measure: 'any_enabled', area: 'A81001', period: '2018-05' })).toEqual([
      'Readers of 2018-05.1 are told from now on.',
    ]);
    await expect(said({ measure: 'any_enabeld' })).rejects.toThrow('did you mean any_enabled?');
    await expect(said({ area: 'A99999' })).rejects.toThrow('no place with the code A99999');
    await expect(said({ period: '2019-05' })).rejects.toThrow('has no month 2019-05');
    await expect(
      change(folder, by('Ann'), (view) => notice(view, '2018-05.2', about)),
    ).rejects.toThrow('unknown release: 2018-05.2');
  });

  it('is verified with its ledger; an edited line is named, and blocks everything else', async () => {
    expect(await verifyReleases(folder)).toMatchObject({ areWhole: true });
    const path = join(folder, 'ledger.jsonl');
    const lines = readFileSync(path, 'utf8').split('\n');
    lines[2] = lines[2]!.replace('2018-05.1', '2018-05.7');
    writeFileSync(path, lines.join('\n'));
    const why = 'line 3 of ledger.jsonl cannot be relied on: it was changed since it was written';
    const { lines: told, areWhole } = await verifyReleases(folder);
    expect([told[0], areWhole]).toEqual([`! ${why}`, false]);
    await expect(made('30JUN2018')).rejects.toThrow(
      `${why} (put it right, or restore it from the backup: until then nothing can be changed)`,
    );
    expect(logLines(folder).at(-1)).toBe(`! ${why}`);
  });
});

describe('a form of the operator’s page', () => {
  const id = '2018-05.1';
  const send = (path: string, of: string, fields: Record<string, string>) =>
    steps.find((step) => step.path === path)!.run({ folder, of, fields, doing: by('Bob') });
  const last = () => readLedger(folder)!.events.at(-1)!;
  const sum = () => new ReleaseFolder(folder).look().life.releases.get(id)!.sha256;
  const announced = async (provisional: string) =>
    void (await send('/calendar/announce', '', { month: '2018-06', at: later, provisional }));
  const scheduled = async () => void (await send('/releases/:of/schedule', id, { at: thursday }));

  /** By the address of the step: what was done before, what the form says, and what the ledger then has. */
  const told: Record<string, [() => unknown, of: string, Record<string, string>, object]> = {
    '/policy': [() => {}, '', { approvals: '2' }, { event: 'policy', approvals: 2 }],
    '/releases/:of/reviewed': [() => {}, id, {}, { event: 'reviewed', release: id }],
    '/releases/:of/approve': [() => {}, id, {}, { event: 'approved', release: id }],
    '/releases/:of/schedule': [
      () => {},
      id,
      { at: '2099-05-28 09:30' },
      { event: 'scheduled', release: id, due: '2099-05-28T08:30:00.000Z' },
    ],
    '/releases/:of/withdraw': [
      () => beginWith(both),
      id,
      { reason: ' the  wrong file ' },
      { event: 'withdrawn', release: id, reason: 'the wrong file' },
    ],
    '/releases/:of/notice': [
      () => {},
      id,
      {
        kind: 'quality',
        text: 'Odd.',
        measure: 'any_enabled',
        area: ' A81001 ',
        period: '2018-05',
      },
      {
        event: 'noticed',
        release: id,
        kind: 'quality',
        text: 'Odd.',
        measure: 'any_enabled',
        area: 'A81001',
        period: '2018-05',
      },
    ],
    '/releases/:of/preview': [
      scheduled,
      id,
      { who: 'Office', until: '2099-05-28 08:00' },
      { event: 'previewed', release: id, who: 'Office', until: '2099-05-28T07:00:00.000Z' },
    ],
    '/releases/:of/revoke': [
      async () => {
        await scheduled();
        await send('/releases/:of/preview', id, { who: 'Office' });
      },
      id,
      { who: 'Office' },
      { event: 'revoked', release: id, who: 'Office' },
    ],
    '/calendar/announce': [
      () => {},
      '',
      { month: '2018-06', at: '2099-06-04 09:30', provisional: 'yes' },
      {
        event: 'announced',
        month: '2018-06',
        due: '2099-06-04T08:30:00.000Z',
        provisional: true,
      },
    ],
    '/calendar/:of/confirm': [
      () => announced('yes'),
      '2018-06',
      {},
      { event: 'confirmed', month: '2018-06' },
    ],
    '/calendar/:of/move': [
      () => announced(''),
      '2018-06',
      { at: '2099-06-05 09:30', reason: 'A holiday.' },
      {
        event: 'moved',
        month: '2018-06',
        due: '2099-06-05T08:30:00.000Z',
        reason: 'A holiday.',
      },
    ],
    '/calendar/:of/cancel': [
      () => announced(''),
      '2018-06',
      { reason: 'No files.' },
      { event: 'cancelled', month: '2018-06', reason: 'No files.' },
    ],
  };

  it.each(steps.map(({ path }) => path))('is recorded in full: %s', async (path) => {
    const [prepare, of, fields, deed] = told[path]!;
    beginWith(waiting);
    await prepare();
    await send(path, of, fields);
    expect(last()).toEqual({
      at: now.toISOString(),
      by: 'Bob',
      ...('release' in deed ? { sha256: sum() } : {}),
      ...(path.endsWith('/preview') ? { token: expect.stringMatching(/^[\da-f]{64}$/) } : {}),
      ...deed,
    });
  });

  it('is of everything where it names nothing', async () => {
    await send('/releases/:of/notice', '2018-04.1', { kind: 'note', text: 'Odd.', area: ' ' });
    expect(last()).toMatchObject({ kind: 'note', measure: null, area: null, period: null });
    await announced('');
    expect(last()).toMatchObject({ event: 'announced', provisional: false });
  });
});
