import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { targets } from '../../../data/definitions/targets.ts';
import type { TargetOutcome } from '../../../data/statistics/targets.ts';
import type { Happened } from '../../../data/words/lifecycle.ts';
import {
  farMoveNews,
  lifecycleNews,
  noticeNews,
  notReportedNews,
  releaseNews,
  revisedNews,
  supplierNews,
  targetNews,
  type UnusualChange,
  unusualChangeNews,
  whoMoved,
  withdrawnNews,
} from '../../../data/words/news.ts';

const [records, appointments] = [measureOf('records_enabled'), measureOf('appointments_enabled')];
const bolton = { level: 'ccg' as const, name: 'NHS BOLTON CCG', period: '2019-03' };
const limits = { mean: 0.25, lower: -0.12, upper: 0.63, meanMovingRange: 0.14 };
const change = (by: number, more: Partial<UnusualChange> = {}): UnusualChange => ({
  measure: records,
  numerator: 1_230,
  denominator: 10_000,
  value: 12.3,
  change: by,
  limits,
  ...more,
});

describe('an unusual change of an area', () => {
  it('has its counts, its size and what is usual', () => {
    expect(unusualChangeNews(bolton, [change(3.104)])).toEqual({
      title: 'NHS Bolton CCG: share of patients set up rose unusually in March 2019',
      sentence:
        'In March 2019, 12.3% of patients in NHS Bolton CCG were set up to see their record online (1,230 of 10,000). That is 3.10 percentage points more than the month before; it usually changes by −0.12 to +0.63 percentage points a month (+0.25 on average).',
    });
  });

  it('of several measures is in full once, and then brief', () => {
    const { sentence } = unusualChangeNews(bolton, [
      change(-0.5),
      change(-0.4, { measure: appointments }),
    ]);
    expect(sentence).toBe(
      'In March 2019, 12.3% of patients in NHS Bolton CCG were set up to see their record online (1,230 of 10,000). That is 0.50 percentage points less than the month before; it usually changes by −0.12 to +0.63 percentage points a month (+0.25 on average). Set up to book appointments online: 12.3% (1,230 of 10,000), 0.40 percentage points less than the month before; usually by −0.12 to +0.63 percentage points a month (+0.25 on average).',
    );
  });

  it('has enough decimal places to be outside what is usual', () => {
    const near = { mean: 0.241, lower: -0.0258, upper: 0.5078, meanMovingRange: 0.1 };
    expect(unusualChangeNews(bolton, [change(0.5121, { limits: near })]).sentence).toMatch(
      / That is 0\.512 percentage points more than the month before; it usually changes by −0\.026 to \+0\.508 percentage points a month \(\+0\.241 on average\)\.$/,
    );
  });

  const climbing = { mean: 0.6, lower: 0.4, upper: 0.8, meanMovingRange: 0.1 };
  const falling = { mean: -0.6, lower: -0.8, upper: -0.4, meanMovingRange: 0.1 };
  it.each<[UnusualChange[], string]>([
    [[change(-0.5)], 'fell unusually'],
    [[change(0.3, { limits: climbing })], 'rose less than usual'],
    [[change(-0.3, { limits: falling })], 'fell less than usual'],
    [[change(1)], 'rose unusually'],
    [[change(1), change(-1)], 'changed unusually'],
    [[change(0, { limits: climbing })], 'did not change, which is unusual,'],
  ])('is named for its way: %#', (changes, went) => {
    expect(unusualChangeNews(bolton, changes).title).toBe(
      `NHS Bolton CCG: share of patients set up ${went} in March 2019`,
    );
  });
});

describe('the level of a target that a place reached', () => {
  const any = measureOf('any_enabled');
  const target = targets.find(({ value }) => value === 30)!;
  const figure = { numerator: 3_010, denominator: 10_000, value: 30.1 };
  const said = (before: string, period: string, outcome: TargetOutcome | null) =>
    targetNews({ level: 'region', name: 'LONDON', period }, target, any, {
      ...figure,
      before,
      outcome,
    });

  it('has the figure, and does not claim that the target was met before its date', () => {
    expect(said('2018-11', '2018-12', null)).toEqual({
      title: 'London: share of patients set up reached 30% in December 2018',
      sentence:
        'In December 2018, 30.1% of patients in London were set up for at least one online service (3,010 of 10,000). It is the first figure in these extracts of at least 30%, the target for March 2019.',
    });
  });

  it('has how the target ended, as far as that is known', () => {
    const end = (period: string, outcome: TargetOutcome) =>
      said('2019-02', period, outcome).sentence.split('the target for ')[1];
    expect(end('2019-03', 'met')).toBe('March 2019, which was met.');
    expect(end('2019-04', 'missed')).toBe('March 2019, which was missed.');
    expect(end('2020-04', 'cannot_say')).toBe('March 2019; whether it was met is not known.');
  });

  it('is not said to be reached in one month if those before have no figure', () => {
    expect(said('2018-09', '2020-04', 'cannot_say').title).toBe(
      'London: share of patients set up had reached 30% by April 2020',
    );
  });
});

it('revised figures name the one that differs most', () => {
  const one = { measure: records, period: '2019-02', before: 4.52, after: 4.61 };
  const two = { measure: appointments, period: '2019-03', before: 12, after: 9.4 };
  expect(revisedNews(bolton, '2019-03.2', [one, two])).toEqual({
    title: 'NHS Bolton CCG: figures revised in release 2019-03.2',
    sentence:
      '2 figures of patients set up were revised in release 2019-03.2. The share of patients in NHS Bolton CCG who were set up to book appointments online in March 2019 is now 9.4%; it was 12.0% before.',
  });
  const three = { ...two, period: '2019-01', after: 30 };
  expect(revisedNews(bolton, '2019-03.2', [two, three]).sentence).toMatch(
    / in January 2019 is now 30\.0%; it was 12\.0% before\.$/,
  );
  expect(revisedNews(bolton, '2019-03.2', [{ ...one, after: 4.53 }]).sentence).toBe(
    '1 figure of patients set up was revised in release 2019-03.2. None differs by as much as is shown.',
  );
  expect(revisedNews(bolton, '2019-03.2', [{ ...one, before: null }]).sentence).toMatch(
    / in February 2019 is now 4\.6%; it was not known before\.$/,
  );
});

describe('what happens to a practice', () => {
  const of = {
    period: '2018-09',
    date: null,
    practice_code: 'A81001',
    practice_name: 'ELM ROAD SURGERY',
    before: 'A81001',
    after: null,
    since: '2018-08',
  };

  it('names the practice to follow if it may have merged', () => {
    const heir = { name: 'OAK HOUSE', code: 'A81002' };
    expect(lifecycleNews({ ...of, event: 'may_have_merged', after: 'A81002' }, heir)).toEqual({
      title: 'Elm Road Surgery (A81001) may have merged into Oak House (A81002)',
      sentence:
        'Elm Road Surgery (A81001) may have merged into Oak House (A81002) in September 2018: it left the extracts as the list there grew by at least half the size of its own. If it did, follow Oak House (A81002) to go on following its patients.',
    });
  });

  it('has the day of opening or closing, or the month of appearing or leaving', () => {
    const told = (
      event: 'closed' | 'vanished' | 'appeared',
      more: Partial<Omit<Happened, 'event'>> = {},
    ) => lifecycleNews({ ...of, event, before: null, ...more }, null);
    expect(told('closed', { date: '2018-09-30' }).title).toBe(
      'Elm Road Surgery (A81001) closed on 30 September 2018',
    );
    expect(told('vanished')).toEqual({
      title: 'Elm Road Surgery (A81001) is no longer in the extracts',
      sentence: 'Elm Road Surgery (A81001) was no longer in the extracts in September 2018.',
    });
    expect(told('vanished', { after: '2018-11' }).title).toBe(
      'Elm Road Surgery (A81001) was not in the extract of September 2018',
    );
    expect(told('appeared').title).toBe('Elm Road Surgery (A81001) appeared in the extracts');
    expect(told('appeared', { before: '2018-07' }).title).toBe(
      'Elm Road Surgery (A81001) was back in the extracts',
    );
  });

  it('has a change of supplier with its effect', () => {
    expect(
      supplierNews({
        who: whoMoved('ELM ROAD SURGERY', 'A81001'),
        period: '2018-07',
        basePeriod: '2018-06',
        from: 'EMIS',
        to: 'TPP',
        measure: measureOf('any_enabled'),
        before: 31,
        after: 9,
        registered: 8_000,
      }),
    ).toEqual({
      title: 'Elm Road Surgery (A81001) moved from EMIS to TPP',
      sentence:
        'In July 2018 Elm Road Surgery (A81001) moved from EMIS to TPP; the share of patients who were set up for at least one online service fell from 31.0% to 9.0%. Registrations rarely survive a change of system.',
    });
  });

  it('has figures that changed a lot, each with the month before', () => {
    const elm = { name: 'ELM ROAD SURGERY', code: 'A81001', period: '2018-10' };
    const figure = { numerator: 400, denominator: 4_000, value: 10 };
    expect(
      farMoveNews(elm, [
        { ...figure, measure: records, before: { value: 32.2 } },
        { ...figure, measure: appointments, before: { value: 30 } },
      ]),
    ).toEqual({
      title: 'Elm Road Surgery (A81001): share of patients set up fell unusually in October 2018',
      sentence:
        'In October 2018, 10.0% of patients at Elm Road Surgery were set up to see their record online (400 of 4,000). The month before it was 32.2%. Set up to book appointments online: 10.0% (400 of 4,000), after 30.0% the month before. Few practices of its size and supplier move so far in a month.',
    });
    const titleAfter = (...before: number[]) =>
      farMoveNews(
        elm,
        before.map((value) => ({ ...figure, measure: records, before: { value } })),
      ).title;
    expect(titleAfter(2, 3)).toMatch(/share of patients set up rose unusually/);
    expect(titleAfter(32.2, 2)).toMatch(/share of patients set up changed unusually/);
    expect(titleAfter(32.2, 10)).toMatch(/share of patients set up changed unusually/);
    const none = { measure: records, numerator: 0, denominator: 4_000, value: 0 };
    expect(farMoveNews(elm, [{ ...none, before: { people: 1_204 } }])).toEqual({
      title: 'Elm Road Surgery (A81001): patients set up fell to none in October 2018',
      sentence:
        'In October 2018, none of the 4,000 patients at Elm Road Surgery were set up to see their record online. The month before there were 1,204.',
    });
    expect(
      farMoveNews(elm, [
        { ...none, before: { people: 1 } },
        { ...none, measure: appointments, before: { people: 1_490 } },
      ]).sentence,
    ).toMatch(
      / The month before there was 1\. None were set up to book appointments online either, after 1,490\.$/,
    );
    expect(
      farMoveNews(elm, [
        { ...figure, measure: records, before: { value: 32.2 } },
        { ...none, measure: appointments, before: { people: 729 } },
      ]).sentence,
    ).toMatch(
      / Set up to book appointments online: none, after 729 the month before\. Few practices/,
    );
  });

  it('has what it did not report', () => {
    const elm = { name: 'ELM ROAD SURGERY', code: 'A81001', period: '2018-10' };
    expect(
      notReportedNews(elm, '2018-09', [records, appointments, measureOf('any_enabled')]),
    ).toEqual({
      title: 'Elm Road Surgery (A81001) did not report for October 2018',
      sentence:
        'It is not known how many patients at Elm Road Surgery (A81001) were set up to see their record online, to book appointments online or for at least one online service in October 2018, because the practice did not report it. It did in September 2018.',
    });
  });
});

it('releases, notices and withdrawals are named by their ids', () => {
  expect(releaseNews('2019-03.1')).toEqual({
    title: 'New figures, to March 2019',
    sentence: 'Release 2019-03.1 was published, with figures to March 2019.',
  });
  const at = Date.UTC(2019, 4, 31, 9);
  const about = { measure: null, area: null, period: null };
  expect(
    noticeNews('2019-03.1', { ...about, at, kind: 'correction', text: 'Forty practices restated' }),
  ).toEqual({
    title: 'Correction to release 2019-03.1',
    sentence: 'Correction, 31 May 2019: Forty practices restated.',
  });
  expect(withdrawnNews('2019-03.1', { at, reason: 'A wrong file.' }).title).toBe(
    'Release 2019-03.1 was withdrawn',
  );
});
