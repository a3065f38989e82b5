import { describe, expect, it } from 'vitest';
import { continuitySentence, otherMeasuresSentence } from '../../../data/words/release.ts';

const reading = {
  release: '2018-10.1',
  against: '2018-09.1',
  compared: 1224,
  revised: 0,
  added: [],
  dropped: [],
};

describe('continuitySentence', () => {
  it('says how much was revised and which months differ', () => {
    expect(continuitySentence({ ...reading, added: ['2018-10'] })).toBe(
      'None of the 1,224 figures in both was revised. New in 2018-10.1: October 2018.',
    );
    expect(continuitySentence({ ...reading, revised: 2 })).toBe(
      '2 of the 1,224 figures in both were revised.',
    );
    const dropped = ['2018-04', '2018-05', '2018-06', '2018-07'];
    expect(continuitySentence({ ...reading, dropped })).toMatch(
      /No longer in 2018-10\.1: 4 months \(April 2018 to July 2018\)\.$/,
    );
  });

  it('says when there is nothing to compare', () => {
    expect(continuitySentence({ ...reading, against: null, compared: 0 })).toBe(
      'There is no release before 2018-10.1 to compare it with.',
    );
    expect(continuitySentence({ ...reading, compared: 0 })).toBe(
      '2018-10.1 and 2018-09.1 have no month in common.',
    );
  });
});

describe('measures that a release lacks or alone has', () => {
  it('are named, by their titles where they are known', () => {
    const lacking = ['any_new', 'records_enabled', 'unheard_of'];
    expect(otherMeasuresSentence({ lacking, unknown: ['telepathy', 'levitation'] })).toBe(
      'This release was made before “Any online service: patients newly set up in the month”, “Seeing your record: patients set up for it” and “unheard_of” were counted, so it has no such figures. It has figures that are not shown here: telepathy and levitation.',
    );
    expect(otherMeasuresSentence({ lacking: ['records_enabled'], unknown: [] })).toBe(
      'This release was made before “Seeing your record: patients set up for it” was counted, so it has no such figures.',
    );
    expect(otherMeasuresSentence({ lacking: [], unknown: [] })).toBe('');
  });
});
