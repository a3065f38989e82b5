import { describe, expect, it } from 'vitest';
import type { Effort } from '../../../web/questions/effort.ts';
import type { Group } from '../../../web/questions/groups.ts';
import { whyAlike } from '../../../web/sections/alike.ts';
import { effortSentence } from '../../../web/sections/effort.ts';
import { groupingSentence } from '../../../web/sections/groupings.ts';
import { nextStepSentence } from '../../../web/sections/steps.ts';

describe('what it would take', () => {
  const step = (to: 'ccg' | 'england' | 'top_tenth', more: number | null) => ({
    to,
    name: 'NHS ELM CCG',
    value: 5,
    more,
  });

  it('names the nearest level that is not reached', () => {
    expect(nextStepSentence([step('england', 0), step('ccg', 41)], 'records')).toBe(
      '41 more patients set up to see their record online would bring it to the level of NHS Elm CCG.',
    );
    expect(nextStepSentence([step('england', 1)], 'records')).toContain('1 more patient set up');
  });

  it('says that all are reached, or that it is not known', () => {
    expect(nextStepSentence([step('england', 0)], 'records')).toContain('at or above every one');
    expect(nextStepSentence([step('england', null)], 'records')).toContain('not known');
  });
});

describe('where effort would help', () => {
  const said = (effort: Partial<Effort>, england: number | null = 4.5) =>
    effortSentence({
      effort: { gap: 0, holdHalf: 0, short: 0, reported: 0, practices: [], ...effort },
      service: 'records',
      period: '2015-03',
      where: 'in Elm',
      england,
    });

  it('says how few practices hold half of the gap', () => {
    expect(said({ gap: 5322, holdHalf: 2, short: 21, reported: 36 })).toBe(
      '5,322 more patients would be set up to see their record online if every practice in Elm that is below England’s 4.5% came up to it. 2 of the 36 practices that reported hold half of that.',
    );
    expect(said({ gap: 10, holdHalf: 1, short: 1, reported: 1 })).toContain(
      'One practice holds all',
    );
  });

  it('says that there is no gap, or no figure', () => {
    expect(said({ reported: 3 })).toBe('No practice in Elm that reported is below England’s 4.5%.');
    expect(said({})).toContain('No practice in Elm reported');
    expect(said({ reported: 3 }, null)).toContain('No practice in Elm reported');
  });
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

  it('differ where natural variation does not overlap', () => {
    expect(said(group('EMIS', 3, [2.9, 3.1]), group('TPP', 6, [5.9, 6.1]))).toBe(
      'From 3.0% at practices on EMIS to 6.0% at practices on TPP',
    );
    expect(said(group('EMIS', 3, [2, 4]), group('TPP', 5, [3.5, 6]))).toBe(
      'No clear difference by system supplier',
    );
  });

  it('are not named where they are very small', () => {
    expect(said(group('EMIS', 3, [2.9, 3.1]), group('TPP', 6, [5.9, 6.1], 0.5))).toContain(
      'All but a few patients are at practices on EMIS',
    );
    expect(said()).toBe('Nothing is known by system supplier');
  });
});

describe('practices like one', () => {
  const peers = [{ code: 'A1', name: 'A', ccg: null, registered: 1, value: 1 }];
  const why = (inputs: ('list_size' | 'deprivation' | 'rurality')[]) =>
    whyAlike({ peers, inputs, median: 1, sentence: '' });

  it('are so by what the release holds, and it says what it does not', () => {
    expect(why(['list_size'])).toContain('nearest to it by the size of its list.');
    expect(why(['list_size'])).toContain('plays no part');
    expect(why(['list_size', 'deprivation', 'rurality'])).not.toContain('does not hold');
  });
});
