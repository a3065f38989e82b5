import { describe, expect, it } from 'vitest';
import { measureOf, measures } from '../../../data/definitions/measures.ts';
import type { Verdict } from '../../../data/statistics/verdict.ts';
import { englandHeadline } from '../../../data/words/englandHeadline.ts';
import { atPlace } from '../../../data/words/english.ts';
import {
  changeWords,
  countsOf,
  countsWithOddity,
  coverageSentence,
  type Figure,
  figureSentence,
  formatValue,
  isCoveredOtherwise,
  isFew,
  peopleOrValue,
  thousandSentence,
} from '../../../data/words/figure.ts';
import { placeFinding } from '../../../data/words/headlines.ts';

const figure = (numerator: number, denominator: number, scale = 100): Figure => ({
  numerator,
  denominator,
  value: (numerator * scale) / denominator,
  marker: null,
});
const missing = (marker: string): Figure => ({
  numerator: null,
  denominator: null,
  value: null,
  marker,
});
const spring2015 = { offered: 97.24, enabled: 4.5, accessed: 0.39 };

describe('a figure in words', () => {
  it('says who did not report it', () => {
    const said = (where: string, marker = '[x]') =>
      figureSentence(missing(marker), measureOf('records_enabled'), where, '2015-03');
    expect(said('in England')).toBe(
      'For March 2015, no practice in England reported the number of patients who were set up to see their record online.',
    );
    expect(said('at Elm Road')).toBe(
      'For March 2015, the number of patients who were set up to see their record online was not reported at Elm Road.',
    );
    expect(said('in England', '[z]')).toBe('This measure is not in the extracts of March 2015.');
  });

  it('names month, place, value, numerator and denominator', () => {
    expect(
      figureSentence(
        figure(7566, 7813),
        measureOf('records_offered_practices'),
        'in England',
        '2015-03',
      ),
    ).toBe(
      'In March 2015, 96.8% of practices in England let patients see their record online (7,566 of 7,813).',
    );
    expect(
      figureSentence(
        figure(2_545_000, 56_600_000),
        measureOf('records_enabled'),
        'in England',
        '2015-03',
      ),
    ).toBe(
      'In March 2015, 4.5% of patients in England were set up to see their record online (2.55 of 56.6 million).',
    );
  });

  it('counts one transaction as one', () => {
    expect(
      figureSentence(figure(1, 4102, 1000), measureOf('records_use'), 'in England', '2018-09'),
    ).toContain('made 1 transaction to see their record online: 0.24 per 1,000 patients.');
  });

  it('never calls transactions a share of patients', () => {
    for (const measure of measures.filter(({ stage }) => stage === 'use')) {
      const sentence = figureSentence(figure(7720, 57_600, 1000), measure, 'in England', '2018-09');
      expect(sentence).toContain('134 per 1,000 patients');
      expect(sentence).not.toContain('%');
      expect(countsOf(figure(7720, 57_600, 1000), measure)).toBe('7,720 transactions');
    }
  });

  it('says why there is none', () => {
    const measure = measureOf('records_accessed');
    expect(figureSentence(missing('[z]'), measure, 'in England', '2018-09')).toBe(
      'This measure is not in the extracts of September 2018.',
    );
    expect(figureSentence(missing('[x]'), measureOf('records_use'), 'at Elm Road', '2018-09')).toBe(
      'For September 2018, the number of transactions to see their record online was not reported at Elm Road.',
    );
    expect(formatValue(missing('[x]'), measure)).toBe('[x]');
  });
});

describe('a thousand patients in words', () => {
  it('says the three stages', () => {
    expect(thousandSentence('records', spring2015, atPlace('england', 'England'))).toBe(
      'Of every 1,000 patients in England, 972 were registered where patients can see their record online, 45 were set up for it and 4 did so in the month.',
    );
  });

  it('says none, all and fewer than one, and leaves out what is not known', () => {
    expect(
      thousandSentence(
        'appointments',
        { offered: 100, enabled: 0.02, accessed: 0 },
        atPlace('practice', 'Elm Road'),
      ),
    ).toBe(
      'Of every 1,000 patients at Elm Road, all were registered where patients can book appointments online, fewer than 1 were set up for it and none did so in the month.',
    );
    expect(thousandSentence('records', { offered: 100, enabled: 0.1, accessed: 0.1 }, 'here')).toBe(
      'Of every 1,000 patients here, all were registered where patients can see their record online, 1 was set up for it and 1 did so in the month.',
    );
    expect(
      thousandSentence('records', { offered: 99.2, enabled: 16, accessed: null }, 'in England'),
    ).toBe(
      'Of every 1,000 patients in England, 992 were registered where patients can see their record online and 160 were set up for it.',
    );
    expect(
      thousandSentence('records', { offered: null, enabled: null, accessed: null }, 'here'),
    ).toContain('not known');
  });

  it('never calls more than are registered all of them', () => {
    expect(
      thousandSentence('any', { offered: null, enabled: 118.6, accessed: null }, 'at Elm Road'),
    ).toBe(
      'Of every 1,000 patients at Elm Road, over 1,000 were set up to use at least one online service: more than are registered, as published.',
    );
  });
});

describe('changes and comparisons', () => {
  it('describes a change between rounded values', () => {
    const enabled = measureOf('records_enabled');
    const of = (value: number) => ({ value, numerator: value * 1000, denominator: 100_000 });
    const moved = (now: number, then: number) => changeWords(of(now), of(then), '2014-04', enabled);
    expect(moved(97.2, 3)).toBe('up from 3.0% in April 2014');
    expect(moved(4.52, 4.48)).toBe('the same as in April 2014');
    expect(moved(3, 4)).toBe('down from 4.0% in April 2014');
    expect(changeWords(undefined, of(4), '2014-04', enabled)).toBeNull();
  });

  it('gives fewer than ten people, or than one in a thousand, as people', () => {
    const enabled = measureOf('records_enabled');
    const isTold = (numerator: number, denominator: number, measure = enabled) =>
      isFew({ numerator, denominator }, measure);
    expect(isTold(9, 20)).toBe(true);
    expect(isTold(10, 20)).toBe(false);
    expect(isTold(99, 100_000)).toBe(true);
    expect(isTold(100, 100_000)).toBe(false);
    expect(isTold(0, 4095)).toBe(true);
    expect(isTold(-1, 4095)).toBe(false);
    expect(isTold(3, 4095, measureOf('records_use'))).toBe(false);
    expect(isTold(3, 9, measureOf('records_offered_practices'))).toBe(false);
    expect(isTold(3, 4095, measureOf('any_new'))).toBe(false);
    expect(isFew({ numerator: null, denominator: null }, enabled)).toBe(false);
  });

  it('gives the number of few people', () => {
    const enabled = measureOf('records_enabled');
    const of = (numerator: number, denominator: number) => ({
      ...{ numerator, denominator },
      value: (numerator / denominator) * 100,
    });
    const moved = (now: ReturnType<typeof of>, then: ReturnType<typeof of>) =>
      changeWords(now, then, '2014-04', enabled);
    expect(moved(of(3, 4095), of(1, 4080))).toBe('up from 1 patient in April 2014');
    expect(moved(of(3, 4095), of(3, 4080))).toBe('the same as in April 2014');
    expect(moved(of(0, 4095), of(1107, 4080))).toBe(
      'down from 27.1% (1,107 of 4,080) in April 2014',
    );
    expect(moved(of(12, 4095), of(5, 4086))).toBe('up from 0.12% (5 of 4,086) in April 2014');
    const uses = (numerator: number) => figure(numerator, 4096, 1000);
    const change = (now: number, then: number) =>
      changeWords(uses(now), uses(then), '2014-04', measureOf('records_use'));
    expect(change(0, 20)).toBe('compared with 4.9 per 1,000 patients in April 2014');
    expect(change(3, 2)).toBe('compared with 2 in April 2014');
    // They follow working days, so no way is named.
    expect(change(205, 200)).toBe('compared with 48.8 in April 2014');
    expect(change(200, 200)).toBe('the same as in April 2014');
    expect(moved(of(600, 4095), of(0, 4080))).toBe('up from none in April 2014');
    // More people, but a smaller share of a longer list.
    expect(moved(of(4, 9000), of(3, 4080))).toBe('up from 3 patients in April 2014');
  });
});

describe('headlines', () => {
  it('makes the finding of spring 2015', () => {
    expect(englandHeadline('records', 96.8, spring2015, '2015-03')).toBe(
      'Almost every practice lets patients see their record online. Few patients do.',
    );
  });

  it('says how many are set up where use is not counted in people', () => {
    expect(
      englandHeadline('prescriptions', 99, { offered: 99, enabled: 16, accessed: null }, '2018-09'),
    ).toBe(
      'Almost every practice lets patients order repeat prescriptions online. About 1 in 6 patients is set up for it.',
    );
  });

  it('begin with the patients where no practice is counted', () => {
    const heading = (enabled: number | null, accessed: number | null) =>
      englandHeadline('prescriptions', null, { offered: null, enabled, accessed }, '2018-09');
    expect(heading(16, null)).toBe(
      'About 1 in 6 patients is set up to order repeat prescriptions online.',
    );
    expect(heading(null, null)).toBe('Ordering prescriptions: no figures for September 2018');
  });

  it('compares an area with England by its verdict, as a share and never as a number of people', () => {
    const finding = (enabled: number, verdict: Verdict) =>
      placeFinding(
        'records',
        { offered: 100, enabled, accessed: null },
        { level: 'ccg', england: 4.5, verdict, counts: null },
        '2015-03',
      );
    expect(finding(9, 'higher')).toBe(
      'a larger share of patients set up to see their record online (9.0%) than in England (4.5%)',
    );
    expect(finding(2, 'lower')).toBe(
      'a smaller share of patients set up to see their record online (2.0%) than in England (4.5%)',
    );
    expect(finding(4.4, 'about the same')).toBe(
      'about the same share of patients set up to see their record online (4.4%) as in England (4.5%)',
    );
    expect(finding(7, 'no clear difference')).toBe(
      '7.0% of patients set up to see their record online, within the usual range of CCGs (England 4.5%)',
    );
    expect(finding(9, 'not compared')).toBe(
      '9.0% of patients set up to see their record online (England 4.5%)',
    );
  });

  it('ranks a practice among practices, and says how many use it', () => {
    const finding = (percentile: number) =>
      placeFinding(
        'records',
        { offered: 100, enabled: 9, accessed: 0.5 },
        { level: 'practice', england: 4.5, verdict: 'higher', percentile, counts: null },
        '2015-03',
      );
    expect(finding(76)).toBe(
      'a larger share of patients set up to see their record online (9.0%) than at three quarters of practices, few of them using it',
    );
    expect(finding(48)).toContain(
      'a smaller share of patients set up to see their record online (9.0%) than at half of',
    );
  });

  it('says what is impossible, and what is not known', () => {
    const unknown = { level: 'ccg', england: null, verdict: 'not compared' } as const;
    const finding = (offered: number | null, enabled: number | null) =>
      placeFinding(
        'records',
        { offered, enabled, accessed: null },
        { ...unknown, counts: null },
        '2015-03',
      );
    expect(finding(0, 0)).toBe('patients cannot see their record online');
    expect(finding(100, 0)).toBe('no patients set up to see their record online');
    expect(finding(null, null)).toContain('no figures');
    expect(finding(100, null)).toContain('how many are set up is not known');
  });
});

describe('a large figure', () => {
  const measure = measureOf('records_enabled');
  const large = (numerator: number, denominator: number) =>
    peopleOrValue(
      { ...figure(numerator, denominator), value: (numerator * 100) / denominator },
      measure,
    );

  it('is a share, or people if they are fewer than ten or under 0.1%', () => {
    expect(large(500, 4095)).toBe('12.2%');
    expect(large(9, 40)).toBe('9 patients');
    expect(large(10, 40)).toBe('25.0%');
    expect(large(1, 55_000)).toBe('1 patient');
    expect(large(54, 55_000)).toBe('54 patients');
    expect(large(55, 55_000)).toBe('0.10%');
    expect(large(0, 55_000)).toBe('0%');
  });

  it('has a remark if it is above all', () => {
    expect(countsWithOddity(figure(36_637, 32_891), measure)).toBe(
      '36,637 of 32,891, more than are registered, as published',
    );
    expect(countsWithOddity(figure(32_891, 32_891), measure)).toBe('32,891 of 32,891');
    expect(countsWithOddity(figure(90, 10, 1000), measureOf('records_use'))).not.toContain('more');
  });
});

describe('coverage', () => {
  const rate = measureOf('records_use');
  const share = measureOf('records_enabled');
  const of = (reported: number, practices: number) => ({ reported, practices });

  it.each([
    [
      'a rate of some practices',
      rate,
      of(6591, 6846),
      undefined,
      'Counted at 6,591 of 6,846 practices.',
    ],
    [
      'a rate of other practices than before',
      rate,
      of(32, 49),
      of(22, 48),
      'Counted at 32 of 49 practices; in April 2018 at 22 of 48 practices.',
    ],
    [
      'a rate of all now',
      rate,
      of(49, 49),
      of(22, 48),
      'Counted at 49 of 49 practices; in April 2018 at 22 of 48 practices.',
    ],
    ['a rate of all', rate, of(49, 49), of(48, 48), ''],
    ['one practice', rate, of(0, 1), undefined, ''],
    ['a share of nearly all', share, of(95, 100), of(96, 100), ''],
    ['a share of fewer', share, of(94, 100), undefined, 'Counted at 94 of 100 practices.'],
  ])('of %s', (_, measure, now, then, sentence) => {
    const before = then ? { ...then, period: '2018-04' } : null;
    expect(coverageSentence(now, before, measure)).toBe(sentence);
  });

  it('is another one if more than a twentieth of the practices began or stopped reporting', () => {
    expect(isCoveredOtherwise(of(32, 49), of(22, 48), rate)).toBe(true);
    expect(isCoveredOtherwise(of(95, 100), of(90, 100), rate)).toBe(false);
    expect(isCoveredOtherwise(of(90, 100), of(95.1, 100), rate)).toBe(true);
    expect(isCoveredOtherwise(of(32, 49), of(22, 48), share)).toBe(false);
  });
});

it('counts of one are singular, and a practice whose offer is unknown is named', () => {
  expect(countsOf({ numerator: 1, denominator: 500 }, measureOf('records_use'))).toBe(
    '1 transaction',
  );
  expect(countsOf({ numerator: 2, denominator: 500 }, measureOf('records_use'))).toBe(
    '2 transactions',
  );
  const unknown = { offered: null, enabled: null, accessed: null };
  expect(thousandSentence('records', unknown, 'at Elm Road Surgery')).toBe(
    'It is not known whether Elm Road Surgery lets its patients see their record online.',
  );
  expect(thousandSentence('records', unknown, 'in London')).toBe(
    'It is not known for how many patients in London the practice lets them see their record online.',
  );
});
