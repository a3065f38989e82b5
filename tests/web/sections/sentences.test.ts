import { describe, expect, it } from 'vitest';
import type { PeerInput } from '../../../data/statistics/peers.ts';
import type { Verdict } from '../../../data/statistics/verdict.ts';
import type { Group } from '../../../web/questions/groups.ts';
import type { Beside } from '../../../web/questions/standing.ts';
import { whyAlike } from '../../../web/sections/alike.ts';
import { groupingSentence } from '../../../web/sections/groupings.ts';
import { reasons } from '../../../web/sections/standing.ts';
import { nextStepSentence } from '../../../web/sections/steps.ts';

describe('what it would take', () => {
  const step = (to: 'ccg' | 'england' | 'top_tenth', more: number | null) => ({
    to,
    name: 'NHS ELM CCG',
    value: 5,
    more,
  });

  it('names the nearest level not yet reached', () => {
    expect(nextStepSentence([step('england', 0), step('ccg', 41)], 'records')).toBe(
      '41 more patients set up to see their record online would bring it to the level of NHS Elm CCG, about 3 a month for a year.',
    );
    const few = (more: number) => nextStepSentence([step('england', more)], 'records');
    const would = 'set up to see their record online would bring it to England’s level';
    expect(few(1)).toBe(`1 more patient ${would}.`);
    expect(few(12)).toBe(`12 more patients ${would}.`);
    expect(few(17)).toBe(`17 more patients ${would}.`);
    expect(few(18)).toBe(`18 more patients ${would}, about 2 a month for a year.`);
  });

  it('says that a service which is off has to be switched on first', () => {
    const said = (status: number | null, more = 41) =>
      nextStepSentence([step('england', more)], 'records', [
        { service: 'appointments', status: 1 },
        { service: 'records', status },
      ]);
    for (const off of [0, 1]) {
      expect(said(off)).toBe(
        'First the service has to be switched on. 41 more patients set up to see their record online would bring it to England’s level, about 3 a month for a year.',
      );
    }
    for (const other of [2, 9, null]) expect(said(other)).toMatch(/^41 more patients/);
    expect(said(1, 0)).toMatch(/^It is at or above/);
  });

  it('says that all are reached, or that it is not known', () => {
    expect(nextStepSentence([step('england', 0)], 'records')).toContain('at or above every one');
    expect(nextStepSentence([step('england', null)], 'records')).toContain('not known');
  });
});

it('a figure neither higher nor lower says whether it was compared, and each reason once', () => {
  const beside = (verdict: Verdict, reason: string | null, value: number | null = 5) => ({
    figure: { numerator: 1, denominator: 20, value, marker: null },
    interval: null,
    beside: [{ verdict, reason } as Beside],
  });
  const few = 'too few patients to tell';
  expect(
    reasons({
      standings: {
        a: beside('no clear difference', few),
        b: beside('not compared', 'transactions are not people'),
        c: beside('no clear difference', few),
        d: beside('lower', null),
        e: beside('not compared', 'not reported', null),
      },
    }),
  ).toEqual([
    'No clear difference: too few patients to tell.',
    'Not compared: transactions are not people.',
  ]);
});

describe('groups of practices', () => {
  const group = (name: string, value: number, interval: [number, number], share = 50): Group => ({
    code: name,
    name,
    numerator: 1,
    denominator: 1,
    value,
    marker: null,
    practices: 1,
    reported: 1,
    interval,
    share,
  });
  const said = (...groups: Group[]) => groupingSentence({ by: 'supplier', groups });

  it('differ if their intervals do not overlap', () => {
    expect(said(group('EMIS', 3, [2.9, 3.1]), group('TPP', 6, [5.9, 6.1]))).toBe(
      'From 3.0% at practices on EMIS to 6.0% at practices on TPP',
    );
    expect(said(group('EMIS', 3, [2, 4]), group('TPP', 5, [3.5, 6]))).toBe(
      'No clear difference by system supplier',
    );
  });

  it('are not named if they are very small', () => {
    expect(said(group('EMIS', 3, [2.9, 3.1], 99.5), group('TPP', 6, [5.9, 6.1], 0.5))).toBe(
      '99.5% of patients are at practices on EMIS: 3.0% set up',
    );
    expect(said()).toBe('Nothing is known by system supplier');
    const alone = { ...group('EMIS', 3, [2.9, 3.1]), interval: null };
    expect(said(alone, { ...alone, name: 'TPP' })).toBe(
      'Too few practices to compare by system supplier',
    );
    expect(said({ ...alone, value: null })).toBe('Nothing is known by system supplier');
  });

  it('give the share of the only one with an interval, and say “all” only of all', () => {
    const one = group('EMIS', 3, [2.9, 3.1], 90.9);
    const alone = { ...group('TPP', 6, [5.9, 6.1], 9.1), interval: null };
    expect(said(one, alone)).toBe('90.9% of patients are at practices on EMIS: 3.0% set up');
    const silent = { ...group('TPP', 6, [5.9, 6.1], 9.1), value: null, interval: null };
    expect(said(one, silent)).toBe('90.9% of patients are at practices on EMIS: 3.0% set up');
    const all = { ...one, share: 100 };
    expect(said(all)).toBe('All patients are at practices on EMIS: 3.0% set up');
    expect(said(all, { ...silent, practices: 0, share: 0 })).toBe(
      'All patients are at practices on EMIS: 3.0% set up',
    );
  });

  it('are too few to compare if the only one with an interval has not most of the patients', () => {
    const one = group('EMIS', 3, [2.9, 3.1]);
    const large = { ...group('TPP', 6, [5.9, 6.1]), interval: null };
    const said50 = said({ ...one, share: 50 }, { ...large, share: 50 });
    expect(said50).toBe('Too few practices to compare by system supplier');
    expect(said({ ...one, share: 50.1 }, { ...large, share: 49.9 })).toBe(
      '50.1% of patients are at practices on EMIS: 3.0% set up',
    );
  });

  it('say so if a small group beyond the ends is left out', () => {
    const large = [group('EMIS', 3, [2.9, 3.1]), group('TPP', 6, [5.9, 6.1])];
    expect(said(...large, group('MICROTEST', 9, [8, 10], 0.5))).toBe(
      'Among groups with at least 1% of patients, from 3.0% at practices on EMIS to 6.0% at practices on TPP',
    );
    expect(said(...large, { ...group('MICROTEST', 9, [8, 10], 5), interval: null })).toBe(
      'Among groups with a confidence interval and at least 1% of patients, from 3.0% at practices on EMIS to 6.0% at practices on TPP',
    );
    expect(said(...large, group('MICROTEST', 4, [3, 5], 0.5))).toBe(
      'From 3.0% at practices on EMIS to 6.0% at practices on TPP',
    );
  });

  it.each(['NK', 'not_known'])('of the supplier %s count as unknown', (code) => {
    const unknown = { ...group('Not known', 3, [2.9, 3.1]), code };
    expect(said(unknown)).toBe('Nothing is known by system supplier');
    expect(said(unknown, group('TPP', 6, [5.9, 6.1]))).toBe(
      'From 3.0% at practices whose supplier is not known to 6.0% at practices on TPP',
    );
  });
});

describe('practices like one', () => {
  const moved = { supplierChanged: null };
  const peers = [
    { code: 'A1', name: 'A', ccg: null, supplier: 'TPP', registered: 1, value: 1, ...moved },
  ];
  const why = (inputs: PeerInput[]) =>
    whyAlike({ peers, inputs, explained: 'It explains 9.0%.', median: 1, sentence: '', ...moved });

  it('are chosen by what the release has, and it says what is missing', () => {
    expect(why(['supplier', 'list_size'])).toBe(
      'It is the practice of England nearest to it by the supplier of its system and the size of its list. How many patients it has set up is not used to choose it. Deprivation is not used: this release has no score for the practice. It explains 9.0%.',
    );
    expect(
      whyAlike({
        ...{ peers: [...peers, ...peers], inputs: ['list_size', 'deprivation'], explained: null },
        ...{ median: 1, sentence: '', ...moved },
      }),
    ).toMatch(/^They are the 2 practices of England .* is not used to choose them\.$/);
    expect(why(['list_size', 'deprivation', 'rurality'])).not.toContain('Deprivation is not used');
  });
});
