import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, describe, expect, inject, it } from 'vitest';
import type { Deed } from '../../../../data/life/events.ts';
import type { Listed } from '../../../../data/life/listing.ts';
import type { Endpoint, TableEndpoint } from '../../../../server/api/endpoint.ts';
import { calendar } from '../../../../server/api/endpoints/calendar.ts';
import { notices } from '../../../../server/api/endpoints/corrections.ts';
import { writeDown } from '../../../../server/store/releases/writeDown.ts';
import { type Serving, serve } from '../../../support/serving.ts';

const folder = mkdtempSync(join(tmpdir(), 'uptake-calendar-'));
cpSync(inject('illustrative'), folder, { recursive: true });
const id = '2015-03.1';
/** The clock of all servers in this test. */
let time = '2019-05-01T09:00:00Z';
let serving: Serving | undefined;
afterAll(async () => {
  await serving?.stop();
  rmSync(folder, { recursive: true });
});

/** Records something at a time, which is then the servers' time too. */
function happens(at: string, deed: Deed): void {
  time = at;
  writeDown(folder, [deed], { by: 'Ann', now: new Date(at) });
}

async function asked(path: string): Promise<string> {
  await serving?.stop();
  serving = await serve(folder, {
    web: 'web',
    now: () => Date.parse(time),
    origin: 'https://example.org',
  });
  return (await fetch(serving.origin + path)).text();
}

const rows = async () => JSON.parse(await asked('/api/v1/calendar'));

/** The calendar's events as an independent parser reads them, as texts. */
async function eventsRead() {
  const text = await asked('/calendar.ics');
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [zone] = calendar.getAllSubcomponents('vtimezone');
  const timezone = new ICAL.Timezone(zone!);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const timeIn = (name: string) =>
      (component.getFirstPropertyValue(name) as ICAL.Time).toJSDate().toISOString();
    const start = event.startDate;
    start.zone = timezone;
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: start.toJSDate().toISOString(),
      shown: start.toString(),
      status: component.getFirstPropertyValue('status'),
      ...{ stamp: timeIn('dtstamp'), changed: timeIn('last-modified') },
      url: component.getFirstPropertyValue('url'),
      summary: event.summary,
      description: event.description,
    };
  });
}

/** What an endpoint answers of a listing of releases. */
async function rowsOf(endpoint: Endpoint, listing: readonly Listed[]): Promise<object[]> {
  const releases = { listing: () => listing };
  const { chunks } = await (endpoint as TableEndpoint).rows({ releases } as never);
  const found: object[] = [];
  for await (const rows of chunks) found.push(...rows);
  return found;
}

it('/calendar and /notices have everything that was done to a release, notices the latest first', async () => {
  const at = (day: number) => Date.parse(`2019-05-0${day}T08:30:00Z`);
  const about = { area: 'Y56', measure: 'any_use', period: '2019-03' };
  const listed: Listed = {
    ...{ id: '2019-04', month: '2019-04', state: 'withdrawn', due: at(2), changedAt: at(6) },
    ...{ sequence: 3, former: [{ due: at(1), at: at(1), reason: 'A holiday' }], cancelled: null },
    ...{ release: '2019-04.1', publishedAt: at(3), withdrawn: { at: at(5), reason: 'Wrong' } },
    notices: [{ at: at(4), kind: 'quality', text: 'Few sent files', ...about }],
    isRemoved: false,
    early: [{ who: 'Ministers', from: at(1), to: at(2) }],
  };
  const withdrawal = 'Withdrawn on 5 May 2019: Wrong.';
  const quality = 'Data quality, 4 May 2019: Few sent files.';
  expect(await rowsOf(calendar, [listed])).toEqual([
    {
      ...{ item: '2019-04', period: '2019-04', state: 'withdrawn', sequence: 3 },
      ...{ due_at: '2019-05-02T08:30:00Z', changed_at: '2019-05-06T08:30:00Z' },
      ...{ release: '2019-04.1', published_at: '2019-05-03T08:30:00Z' },
      ...{ former_dates: '2019-05-01T08:30:00Z', reasons: 'A holiday; Wrong', notices: quality },
      early_access: 'Ministers, from 9:30am on Wednesday 1 May 2019.',
      sentence: `Published at 9:30am on Friday 3 May 2019. ${withdrawal} Moved on 1 May 2019 from 9:30am on Wednesday 1 May 2019: A holiday.`,
    },
  ]);
  expect(await rowsOf(notices, [listed])).toEqual([
    {
      ...{ about: '2019-04.1', noticed_at: '2019-05-05T08:30:00Z', kind: 'withdrawal' },
      ...{ text: 'Wrong', area: null, measure: null, period: null },
      sentence: `Release 2019-04.1 was withdrawn. ${withdrawal}`,
    },
    {
      ...{ about: '2019-04.1', noticed_at: '2019-05-04T08:30:00Z', kind: 'quality' },
      ...{ text: 'Few sent files', ...about, sentence: quality },
    },
  ]);
});

const month = '2015-04';

describe('the calendar, through the life of an announcement', () => {
  it('begins with what is published, and no event', async () => {
    expect((await rows()).data).toMatchObject([{ item: id, state: 'published', due_at: null }]);
    expect(await eventsRead()).toEqual([]);
  });

  it.each<[string, string, Deed, object]>([
    [
      'announced provisionally, in winter',
      '2019-01-02T09:00:00.000Z',
      { event: 'announced', month, due: '2019-03-28T09:30:00.000Z', provisional: true },
      {
        sequence: 0,
        start: '2019-03-28T09:30:00.000Z',
        shown: '2019-03-28T09:30:00',
        status: 'TENTATIVE',
      },
    ],
    [
      'confirmed',
      '2019-01-03T09:00:00.000Z',
      { event: 'confirmed', month },
      { sequence: 1, start: '2019-03-28T09:30:00.000Z', status: 'CONFIRMED' },
    ],
    [
      'moved into summer, for a reason with commas, semicolons, backslashes and letters of many bytes',
      '2019-03-01T09:00:00.000Z',
      {
        event: 'moved',
        month,
        due: '2019-05-30T08:30:00.000Z',
        reason: 'Files from Zoë’s practices, late; see \\\\server – ééééééééééééééééééééééééé',
      },
      {
        sequence: 2,
        start: '2019-05-30T08:30:00.000Z',
        shown: '2019-05-30T09:30:00',
        status: 'CONFIRMED',
        description:
          'Comes out at 9:30am on Thursday 30 May 2019. Moved on 1 March 2019 from 9:30am on Thursday 28 March 2019: Files from Zoë’s practices, late; see \\\\server – ééééééééééééééééééééééééé.',
      },
    ],
    [
      'cancelled',
      '2019-03-02T09:00:00.000Z',
      { event: 'cancelled', month, reason: 'no files' },
      { sequence: 3, start: '2019-05-30T08:30:00.000Z', status: 'CANCELLED' },
    ],
  ])('is read by others when %s', async (_, at, deed, expected) => {
    happens(at, deed);
    expect(await eventsRead()).toEqual([
      expect.objectContaining({
        uid: 'release-2015-04@gp-online-uptake',
        ...{ stamp: at, changed: at, url: 'https://example.org/releases' },
        summary: 'GP online services in England: figures to April 2015',
        ...expected,
      }),
    ]);
  });

  it('has a new event for a month that is announced again', async () => {
    const due = '2019-06-27T08:30:00.000Z';
    happens('2019-03-03T09:00:00.000Z', { event: 'announced', month, due, provisional: false });
    expect((await eventsRead()).map(({ uid, status }) => [uid, status])).toEqual([
      ['release-2015-04-2@gp-online-uptake', 'CONFIRMED'],
      ['release-2015-04@gp-online-uptake', 'CANCELLED'],
    ]);
  });

  it('appears in the API and on the page, with former dates, reasons and the next date', async () => {
    const { data, meta } = await rows();
    expect(data[1]).toEqual({
      item: '2015-04',
      period: '2015-04',
      state: 'cancelled',
      due_at: '2019-05-30T08:30:00Z',
      changed_at: '2019-03-02T09:00:00Z',
      sequence: 3,
      release: null,
      published_at: null,
      former_dates: '2019-03-28T09:30:00Z',
      reasons: expect.stringMatching(/^Files from .*; no files$/),
      notices: null,
      early_access: null,
      sentence: expect.stringContaining('Cancelled on 2 March 2019: no files.'),
    });
    const sentence = 'Next release: figures to April 2015, at 9:30am on Thursday 27 June 2019.';
    expect(meta.next_release).toEqual({
      period: '2015-04',
      due_at: '2019-06-27T08:30:00Z',
      provisional: false,
      sentence,
    });
    const page = (await asked('/releases')).replace(/<!--.*?-->/g, '');
    expect(page).toContain('Comes out at 9:30am on Thursday 27 June 2019.');
    expect(page).toContain('Cancelled on 2 March 2019: no files.');
    for (const path of ['/', '/about', '/practices/ZZ0001', '/releases']) {
      expect((await asked(path)).replace(/<!--.*?-->/g, '')).toContain(sentence);
    }
  });
});

describe('the page of a calendar with several releases to come', () => {
  it('lists the next of them first, and describes itself by it', async () => {
    const later = { month: '2015-05', due: '2019-07-25T08:30:00.000Z', provisional: true };
    happens('2019-03-04T09:00:00.000Z', { event: 'announced', ...later });
    const page = (await asked('/releases')).replace(/<!--.*?-->/g, '');
    const [coming, past] = page.split('id="coming"')[1]!.split('id="access"') as [string, string];
    const months = (text: string) =>
      [...text.matchAll(/<th scope="row">\s*(\w+ \d{4})/g)].map(([, month]) => month);
    expect(months(coming)).toEqual(['April 2015', 'May 2015']);
    expect(months(past)).toEqual(['April 2015', 'March 2015']);
    expect(/<meta name="description" content="([^"]*)/.exec(page)![1]).toBe(
      'When figures of GP online services in England come out. Figures to April 2015: Comes out at 9:30am on Thursday 27 June 2019.',
    );
  });
});

describe('a release with notices', () => {
  it('shows them on its pages and in its answers, for a place if they are about one', async () => {
    const about = {
      release: id,
      sha256: null,
      kind: 'correction',
      measure: null,
      period: null,
    } as const;
    happens('2019-04-01T09:00:00.000Z', { event: 'noticed', ...about, area: null, text: 'Of all' });
    happens('2019-04-02T09:00:00.000Z', {
      event: 'noticed',
      ...about,
      area: 'ZZ0001',
      text: 'Of one',
    });
    const all = 'Correction, 1 April 2019: Of all.';
    const one = 'Correction, 2 April 2019: Of one.';
    const saysOf = async (path: string) => {
      const text = (await asked(path)).replace(/<script.*?<\/script>/gs, '');
      return [text.includes(all), text.includes(one)];
    };
    expect(await saysOf('/practices/ZZ0001')).toEqual([true, true]);
    expect(await saysOf('/practices/ZZ0002')).toEqual([true, false]);
    expect(await saysOf('/releases')).toEqual([true, true]);
    const { meta } = JSON.parse(await asked(`/api/v1/measures?release=${id}`));
    expect(meta.notices.map(({ sentence }: { sentence: string }) => sentence)).toEqual([all, one]);
  });

  it('is marked as withdrawn wherever it is read, with a different tag', async () => {
    const tagOf = async () => {
      await asked('/health/live');
      const path = `/api/v1/measures?release=${id}`;
      return (await fetch(serving!.origin + path)).headers.get('etag');
    };
    const before = await tagOf();
    happens('2019-04-03T09:00:00.000Z', {
      event: 'withdrawn',
      release: id,
      sha256: null,
      reason: 'wrong',
    });
    expect(await tagOf()).not.toBe(before);
    const sentence = `Release ${id} was withdrawn. Withdrawn on 3 April 2019: wrong.`;
    expect(await asked(`/practices/ZZ0001?release=${id}`)).toContain(sentence);
    const { meta } = JSON.parse(await asked(`/api/v1/measures?release=${id}`));
    expect(meta.withdrawn.sentence).toBe(sentence);
    expect(JSON.parse(await asked('/api/v1/measures')).detail).toBe('every release was withdrawn');
  });
});
