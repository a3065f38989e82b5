import { describe, expect, it } from 'vitest';
import {
  fromTo,
  reasonsOf,
  revisedLines,
  revisionSentence,
  revisionsSentence,
  vintageSentence,
} from '../../../data/words/revisions.ts';

const nothing = { restated: 0, new: 0, gone: 0, moved: 0 };
const figure = {
  period: '2018-06',
  level: 'ccg' as const,
  area_name: 'NHS BOLTON CCG',
  measure: 'records_enabled',
};
const counts = (numerator: number | null, denominator: number | null) => ({
  numerator,
  denominator,
});

describe('a revision', () => {
  it.each([
    ['records_enabled', counts(45, 1000), counts(46, 1000), 'from 4.5% to 4.6%'],
    [
      'records_enabled',
      counts(45_000, 1_000_000),
      counts(45_007, 1_000_000),
      'from 4.5% (45,000 of 1,000,000) to 4.5% (45,007 of 1,000,000)',
    ],
    ['records_enabled', counts(null, null), counts(46, 1000), 'from [x] to 4.6%'],
    [
      'records_use',
      counts(70_000, 1_000_000),
      counts(70_001, 1_000_000),
      'from 70.0 per 1,000 patients (70,000 transactions for 1,000,000 patients) to 70.0 per 1,000 patients (70,001 transactions for 1,000,000 patients)',
    ],
  ])(
    'of %s says from what to what, with counts if both look the same',
    (measure, before, after, said) => {
      expect(fromTo({ ...figure, measure, before, after })).toBe(said);
    },
  );

  it.each([
    [
      { ...nothing, restated: 2, gone: 1 },
      'because 2 practices were restated and 1 practice was taken out',
    ],
    [
      { ...nothing, new: 1, moved: 2 },
      'because 1 practice was added and 2 practices moved across its boundary',
    ],
    [
      { ...nothing, restated: 1, gone: 2 },
      'because 1 practice was restated and 2 practices were taken out',
    ],
    [nothing, 'though no practice in it changed: the software counts it otherwise'],
  ])('says why: %o', (causes, why) => {
    const told = { ...figure, before: counts(45, 1000), after: counts(46, 1000) };
    expect(revisionSentence(told, causes, '2018-09.2')).toBe(
      `Seeing your record: patients set up for it, in NHS Bolton CCG, June 2018: revised from 4.5% to 4.6% in release 2018-09.2, ${why}.`,
    );
  });

  it('says so if a figure is new or gone', () => {
    const practice = { ...figure, level: 'practice' as const, area_name: 'ELM ROAD SURGERY' };
    const [before, after] = [counts(45, 1000), counts(46, 1000)];
    const said = (one: object, causes: object) =>
      revisionSentence(
        { ...practice, before, after, ...one },
        { ...nothing, ...causes },
        '2018-09.2',
      ).split('June 2018')[1];
    expect(said({ before: null }, { new: 1 })).toBe(
      ': new in release 2018-09.2, because the practice was added to the month.',
    );
    expect(said({ after: null }, { gone: 1 })).toBe(
      ': no longer in release 2018-09.2, because the practice was taken out of the month.',
    );
  });

  it('has all its reasons, or the rule', () => {
    expect(reasonsOf({ restated: 1, new: 2, gone: 3, moved: 4 })).toEqual([
      'restated',
      'new_practice',
      'gone_practice',
      'boundary',
    ]);
    expect(reasonsOf(nothing)).toEqual(['rule']);
  });
});

describe('revisions', () => {
  const pair = { before: '2018-09.1', after: '2018-09.2' };

  it('are counted by how figures differ', () => {
    expect(revisionsSentence({ value: 1200, counts: 1, new: 2, gone: 1 }, pair)).toBe(
      'Of the figures of the months that both have, in 2018-09.2 beside 2018-09.1: 1,200 have another value, 1 has other counts behind the same value, 2 are new and 1 is gone.',
    );
    expect(revisionsSentence({ value: 0, counts: 0, new: 0, gone: 0 }, pair)).toBe(
      'No figure of the months that both have differs between 2018-09.1 and 2018-09.2.',
    );
  });

  it('are shown on pages and pictures: the first, and how many more', () => {
    expect(revisedLines(['One.', 'Two.'], 1200, true)).toEqual([
      '[r] 1,200 figures shown here were revised since.',
      'One.',
      'Two.',
      'And 1,198 more.',
    ]);
    expect(revisedLines(['One.'], 1, false)).toEqual([
      '[r] 1 figure shown here was revised in this release.',
      'One.',
    ]);
    expect(revisedLines([], 0, true)).toEqual([
      'The figures shown here are unchanged in the later release.',
    ]);
    expect(revisedLines([], 0, false)).toEqual([]);
  });
});

describe('a figure of one release beside the one before', () => {
  const known = (numerator: number) => ({
    ...counts(numerator, 1000),
    value: numerator / 10,
    marker: null,
  });
  const none = { ...counts(null, null), value: null, marker: '[x]' as const };
  const last = { release: '2018-09.2', withdrawn: false };

  it.each([
    [known(45), null, last, 'First published as 4.5% in release 2018-09.2.'],
    [known(45), known(45), last, 'Unchanged in release 2018-09.2.'],
    [known(46), known(45), last, 'Revised from 4.5% to 4.6% in release 2018-09.2.'],
    [none, null, last, 'No figure ([x]) in release 2018-09.2.'],
    [{ ...none, marker: '[z]' as const }, null, last, 'No figure ([z]) in release 2018-09.2.'],
    [none, none, last, 'Unchanged in release 2018-09.2.'],
    [none, known(45), last, 'Revised from 4.5% to [x] in release 2018-09.2.'],
    [
      known(46),
      known(45),
      { ...last, withdrawn: true },
      'Revised from 4.5% to 4.6% in release 2018-09.2, which was withdrawn.',
    ],
  ])('%o after %o: %o', (now, before, release, said) => {
    expect(vintageSentence({ ...figure, ...now }, before, release)).toBe(said);
  });
});
