import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { supplierCaution } from '../../../data/words/supplierCaution.ts';
import {
  isLoss,
  supplierChangeSentence,
  supplierStudySentence,
} from '../../../data/words/supplierChange.ts';

const enabled = measureOf('records_enabled');
const reading = {
  who: 'the practice',
  period: '2018-07',
  basePeriod: '2018-06',
  from: 'EMIS',
  to: 'TPP',
  measure: enabled,
  before: 31.2,
  after: 9.04,
  registered: 4096,
};

describe('the sentence of a change of supplier', () => {
  it('says when, from where to where, what happened and why', () => {
    expect(supplierChangeSentence(reading)).toBe(
      'In July 2018 the practice moved from EMIS to TPP; the share of patients who were set up to see their record online fell from 31.2% to 9.0%. Registrations rarely survive a change of system.',
    );
  });

  it('says how many are left if they are few', () => {
    const left = { ...reading, after: (2 / 4096) * 100 };
    expect(supplierChangeSentence(left)).toContain('fell from 31.2% to 0.049% (2 of 4,096).');
    expect(supplierChangeSentence({ ...left, registered: null })).toContain('31.2% to 0.049%.');
    expect(supplierChangeSentence({ ...reading, after: 0 })).toContain('from 31.2% to 0%.');
  });

  it('counts people if few were set up before and after, and gives no cause for so few', () => {
    const one = { ...reading, before: (1 / 4096) * 100, after: 0 };
    const those = 'the number of patients who were set up to see their record online';
    const moved = 'In July 2018 the practice moved from EMIS to TPP';
    expect(supplierChangeSentence(one)).toBe(`${moved}; ${those} fell from 1 to none.`);
    expect(supplierChangeSentence({ ...one, after: (4 / 4096) * 100 })).toBe(
      `${moved}; ${those} rose from 1 to 4.`,
    );
    expect(supplierChangeSentence({ ...one, after: one.before })).toBe(
      `${moved}; ${those} stayed at 1.`,
    );
    expect(supplierChangeSentence({ ...one, after: 9.04 })).toBe(
      `${moved}; the share of patients who were set up to see their record online rose from 0.024% to 9.0%.`,
    );
  });

  it('blames the change for nothing that did not fall, nor for transactions', () => {
    expect(supplierChangeSentence({ ...reading, after: 31.5 })).toMatch(
      /rose from 31\.2% to 31\.5%\.$/,
    );
    expect(supplierChangeSentence({ ...reading, after: 31.21 })).toMatch(
      /hardly changed: 31\.20% to 31\.21%\.$/,
    );
    expect(supplierChangeSentence({ ...reading, after: 28 })).toMatch(
      /fell from 31\.2% to 28\.0%\.$/,
    );
    const use = { ...reading, measure: measureOf('records_use'), before: 90, after: 0 };
    expect(supplierChangeSentence(use)).toMatch(/fell from 90\.0 to 0 per 1,000 patients\.$/);
  });

  it('names both months if the change was between them, and what is missing', () => {
    expect(supplierChangeSentence({ ...reading, basePeriod: '2018-05', after: null })).toBe(
      'Between May 2018 and July 2018 the practice moved from EMIS to TPP. What that did to the share of patients who were set up to see their record online is not known: there is no figure for July 2018.',
    );
  });

  it('calls a fall by five points or by half a loss', () => {
    expect(isLoss(10, 5.1, enabled)).toBe(false);
    expect(isLoss(10.1, 5.1, enabled)).toBe(true);
    expect(isLoss(1, 0.5, enabled)).toBe(true);
    expect(isLoss(0, 0, enabled)).toBe(false);
  });
});

describe('the sentence of all changes of supplier', () => {
  const known = { first: '2018-04', last: '2019-03' };
  const study = { measure: enabled, moves: { studied: 3, practices: 3, leftOut: 0 }, known };
  const found = {
    units: 3,
    mean: -2,
    median: -0.02,
    lowerQuartile: -3,
    upperQuartile: 0,
    interval: null,
  };

  it('says about the same if it rounds to none, and otherwise which way', () => {
    const said = supplierStudySentence({
      ...study,
      atChange: { ...found, lost: 1 },
      later: { month: 2, found: { ...found, median: 1.26 } },
    });
    expect(said).toBe(
      '3 practices moved to the system of another supplier between April 2018 and March 2019. In the first month on the new system, the share of patients who were set up to see their record online was at the median practice about what it would have been had it moved as it did at practices that did not change; at 1 practice of 3 it was more than 5 points lower. Two months later it was 1.3 percentage points higher.',
    );
  });

  it('gives the mean and its interval with their signs', () => {
    const atChange = {
      ...found,
      median: 1.26,
      mean: -0.4,
      interval: { lower: -1.14, upper: 0.32 },
      lost: null,
    };
    expect(supplierStudySentence({ ...study, atChange, later: null })).toBe(
      '3 practices moved to the system of another supplier between April 2018 and March 2019. In the first month on the new system, the share of patients who were set up to see their record online was at the median practice 1.3 percentage points higher than it would have been had it moved as it did at practices that did not change (mean −0.4, 95% confidence interval −1.1 to +0.3, clustered by practice).',
    );
  });

  it('does not claim that the change alone did it', () => {
    expect(supplierCaution).toBe(
      'Practices choose when to change and to which supplier, and several things change with it: this is what followed, not what the change alone did.',
    );
  });

  it('says so if there is nothing to report', () => {
    const nothing = { ...study, atChange: null, later: null };
    const none = { studied: 0, practices: 0, leftOut: 0 };
    expect(supplierStudySentence({ ...nothing, moves: none, known: null })).toBe(
      'No file names the suppliers of practices, so no change of supplier is known.',
    );
    const no =
      'No practice moved to the system of another supplier between April 2018 and March 2019';
    expect(supplierStudySentence({ ...nothing, moves: none })).toBe(`${no}.`);
    expect(supplierStudySentence({ ...nothing, moves: { ...none, leftOut: 1 } })).toBe(
      `${no}, not counting 1 move across months without a file.`,
    );
  });

  it('counts practices, and moves where they differ', () => {
    const nothing = { ...study, atChange: null, later: null };
    const said = (moves: typeof study.moves) => supplierStudySentence({ ...nothing, moves });
    const what = 'moved to the system of another supplier';
    const rest =
      'What that did to the share of patients who were set up to see their record online is not known.';
    const months = 'between April 2018 and March 2019';
    expect(said({ studied: 1, practices: 1, leftOut: 2 })).toBe(
      `1 practice ${what} ${months}, not counting 2 moves across months without a file. ${rest}`,
    );
    expect(said({ studied: 1200, practices: 1199, leftOut: 0 })).toBe(
      `1,199 practices ${what} 1,200 times ${months}. ${rest}`,
    );
  });
});
