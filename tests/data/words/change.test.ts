import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { changeSentence } from '../../../data/words/change.ts';
import { formatChange } from '../../../data/words/changeParts.ts';

const measure = measureOf('records_enabled');
const nothing = {
  uptake: 0,
  changed_supplier: 0,
  list_sizes: 0,
  came: 0,
  left: 0,
  began_reporting: 0,
  stopped_reporting: 0,
};
/** A figure of some percent of ten million. */
const of = (value: number) => ({ value, numerator: value * 100_000, denominator: 10_000_000 });
const reading = {
  measure,
  where: 'in England',
  from: '2015-02',
  to: '2015-03',
  before: of(4),
  after: of(4.5),
  parts: { ...nothing, uptake: 0.6, came: -0.08, left: -0.02 },
};

describe('a change among few people', () => {
  const few = (numerator: number, denominator: number) => ({
    ...{ numerator, denominator },
    value: (numerator / denominator) * 100,
  });
  const said = (before: ReturnType<typeof few>, after: ReturnType<typeof few>) =>
    changeSentence({
      ...{ ...reading, where: 'at Elm Road', before, after, alone: true },
      usual: 'It usually changes by −0.10 to +0.20 percentage points a month.',
    });

  it('is given in people', () => {
    expect(said(few(2, 4080), few(3, 4095))).toBe(
      'In March 2015, 3 of 4,095 patients at Elm Road were set up to see their record online, one more patient than in February 2015 (2 of 4,080).',
    );
    expect(said(few(4, 4080), few(0, 4095))).toBe(
      'In March 2015, none of the 4,095 patients at Elm Road were set up to see their record online, 4 fewer patients than in February 2015 (4 of 4,080).',
    );
    expect(said(few(1, 4080), few(1, 4095))).toBe(
      'In March 2015, 1 of 4,095 patients at Elm Road was set up to see their record online, as many as in February 2015 (1 of 4,080).',
    );
    expect(said(few(0, 51), few(0, 52))).toBe(
      'In March 2015, none of the 52 patients at Elm Road were set up to see their record online, as in February 2015 (0 of 51).',
    );
  });

  it('is given in percent if there were many, with the counts of few', () => {
    expect(said(few(5, 4086), few(12, 4095))).toMatch(
      /rose from 0\.12% \(5 of 4,086\) to 0\.29% between February 2015 and March 2015 \(\+0\.17 /,
    );
    expect(said(few(1107, 4080), few(2, 4095))).toMatch(
      /fell from 27\.1% to 0\.049% \(2 of 4,095\) between February 2015 and March 2015 \(−27\.1 percentage points\)\. It usually changes/,
    );
    expect(said(few(0, 4080), few(1107, 4095))).toMatch(/rose from 0% to 27\.0% between/);
  });

  it('says that more are counted than there are', () => {
    expect(said(few(4000, 4080), few(4096, 4095))).toMatch(
      / More are counted than there are: this is as published\.$/,
    );
    expect(said(few(4000, 4080), few(4095, 4095))).not.toContain('More are counted');
  });
});

describe('changeSentence', () => {
  it('names the values, the months and the parts that matter, largest first', () => {
    expect(changeSentence(reading)).toBe(
      'The share of patients in England who were set up to see their record online rose from 4.0% to 4.5% between February 2015 and March 2015 (+0.50 percentage points). Of this, +0.60 came from practices whose own figure changed, −0.08 from new practices and −0.02 from the rest.',
    );
  });

  it('repeats no number if one part is all of the change, or nearly', () => {
    const all = { ...reading, parts: { ...nothing, uptake: 0.5 } };
    expect(changeSentence(all)).toMatch(
      /\(\+0\.50 percentage points\)\. All of it came from practices whose own figure changed\.$/,
    );
    const nearly = { ...reading, parts: { ...nothing, uptake: 0.51, left: -0.01 } };
    expect(changeSentence(nearly)).toMatch(
      /\. Nearly all of it came from practices whose own figure/,
    );
    const opposed = { ...reading, after: of(3.5), parts: { ...nothing, uptake: 0.5 } };
    expect(changeSentence(opposed)).toMatch(/\. Of this, \+0\.50 came from practices/);
  });

  it('says that parts cancel out if they do', () => {
    const parts = { ...nothing, came: 0.3, left: -0.3 };
    expect(changeSentence({ ...reading, after: of(4), parts })).toMatch(
      /stayed at 4\.0% .*2015\. Its parts cancel out: \+0\.3 from new practices and −0\.3 from practices that closed or left\.$/,
    );
  });

  it('mentions the rest if small parts do not cancel out', () => {
    const bolton = {
      ...{ ...nothing, uptake: 1.637, changed_supplier: -1.632 },
      ...{ list_sizes: 0.005, left: -0.0083 },
    };
    expect(
      changeSentence({ ...reading, before: of(17.0158), after: of(17.0175), parts: bolton }),
    ).toMatch(
      /hardly changed between February 2015 and March 2015: 17\.016% to 17\.018% \(\+0\.0017 percentage points\)\. Of this, \+1\.6370 came from practices whose own figure changed, −1\.6320 from practices that changed supplier and −0\.0033 from the rest\.$/,
    );
  });

  it('gives figures, change and parts the decimal places in which they agree', () => {
    const moved = (before: number, after: number, parts = nothing, id = 'records_enabled') =>
      / (?:(?:rose|fell|stayed) .*? between|hardly).*$/.exec(
        changeSentence({
          ...{ ...reading, measure: measureOf(id), parts },
          ...{ before: of(before), after: of(after) },
        }),
      )![0];
    expect(moved(98.341, 98.367)).toBe(
      ' hardly changed between February 2015 and March 2015: 98.34% to 98.37% (+0.026 percentage points).',
    );
    expect(moved(97.744, 98.362)).toBe(
      ' rose from 97.74% to 98.36% between February 2015 and March 2015 (+0.62 percentage points).',
    );
    expect(moved(97.957, 98.012)).toBe(
      ' hardly changed between February 2015 and March 2015: 97.957% to 98.012% (+0.055 percentage points).',
    );
    expect(moved(48.04, 53.96, nothing, 'any_new')).toBe(
      ' rose from 48.04 to 53.96 per 1,000 patients between February 2015 and March 2015 (+5.92 per 1,000 patients).',
    );
    expect(moved(19.2, 20.46, { ...nothing, uptake: 1.347, came: -0.087 }, 'any_new')).toBe(
      ' rose from 19.2 to 20.5 per 1,000 patients between February 2015 and March 2015 (+1.26 per 1,000 patients). Of this, +1.35 came from practices whose own figure changed and −0.09 from new practices.',
    );
    expect(moved(0.188249, 0.188156)).toBe(
      ' hardly changed between February 2015 and March 2015: 0.18825% to 0.18816% (−0.000093 percentage points).',
    );
    const parts = { ...nothing, uptake: 2.84, list_sizes: 0.27, came: 0.15, left: -0.12 };
    expect(moved(18.2, 21.34, parts)).toBe(
      ' rose from 18.2% to 21.3% between February 2015 and March 2015 (+3.14 percentage points). Of this, +2.84 came from practices whose own figure changed, +0.27 from practices whose share of the patients changed, +0.15 from new practices and −0.12 from the rest.',
    );
  });

  it('gives no more than four decimal places so that parts add up, and no rest of none', () => {
    const parts = { ...nothing, left: 0.049815, changed_supplier: -0.019192, uptake: -0.00636 };
    const said = changeSentence({
      ...{ ...reading, before: of(98.327), after: of(98.327 + 0.026054) },
      parts: { ...parts, came: 0.001791 },
    });
    expect(said).toMatch(
      / 98\.327% to 98\.353% \(\+0\.0261 percentage points\)\. Of this, \+0\.0498 came .* −0\.0064 from .* and \+0\.0018 from the rest\.$/,
    );
    const equal = { ...nothing, came: 1 / 3, left: 1 / 6 };
    expect(changeSentence({ ...reading, parts: equal })).not.toContain('rest');
  });

  it('says of what one practice decides what it did in both months', () => {
    const said = (before: number, after: number, id = 'records_offered') =>
      changeSentence({
        ...{ ...reading, measure: measureOf(id), where: 'at Elm Road', alone: true },
        ...{ before: of(before), after: of(after) },
      });
    const lets = 'Elm Road let its patients see their record online in';
    expect(said(100, 100)).toBe(`${lets} both February 2015 and March 2015.`);
    expect(said(0, 100)).toBe(`${lets} March 2015 but not in February 2015.`);
    expect(said(100, 0)).toBe(`${lets} February 2015 but not in March 2015.`);
    expect(said(0, 0)).toBe(
      'Elm Road did not let its patients see their record online in either February 2015 or March 2015.',
    );
    expect(said(100, 100, 'records_offered_practices')).toBe(
      'Elm Road let patients see their record online in both February 2015 and March 2015.',
    );
  });

  it('does not claim a change if both figures look the same', () => {
    const small = { ...reading, after: of(4.02), parts: { ...nothing, uptake: 0.02 } };
    expect(changeSentence(small)).toContain(
      'hardly changed between February 2015 and March 2015: 4.00% to 4.02% (+0.020 percentage points). All of it came from practices whose own figure changed.',
    );
    expect(changeSentence({ ...reading, after: of(4), parts: nothing })).toMatch(
      /stayed at 4\.0% between February 2015 and March 2015\.$/,
    );
  });

  it('does not break down the change of one practice', () => {
    const alone = { ...reading, where: 'at Elm Road Surgery', alone: true };
    expect(changeSentence(alone)).toMatch(
      /rose from 4\.0% to 4\.5% between February 2015 and March 2015 \(\+0\.50 percentage points\)\.$/,
    );
  });

  it('says why there is nothing to say', () => {
    expect(changeSentence({ ...reading, from: null, before: null, parts: null })).toBe(
      'This release has no month before March 2015, so there is no change to show.',
    );
    expect(changeSentence({ ...reading, after: null, parts: null })).toBe(
      'For March 2015 there is no figure in England, so there is no change to show.',
    );
    expect(changeSentence({ ...reading, before: null, parts: null })).toBe(
      'For February 2015 there is no figure in England, so there is no change to show.',
    );
    expect(changeSentence({ ...reading, parts: null })).toContain(
      'where the change came from is not known',
    );
  });
});

describe('a change', () => {
  it('has its own unit', () => {
    expect(formatChange(-1.25, measure)).toBe('−1.3 percentage points');
    expect(formatChange(12, measureOf('any_use'))).toBe('+12.0 per 1,000 patients');
    expect(formatChange(0, measure)).toBe('0 percentage points');
  });
});

describe('a change of transactions', () => {
  const use = { ...reading, measure: measureOf('records_use') };
  const rate = (value: number) => ({ value, numerator: value * 1000, denominator: 1_000_000 });
  // February 2015 had 20 working days, March 22.
  const byDay = (before: number, after: number) =>
    /Per working day.*?\d\.\d+\.$/.exec(
      changeSentence({ ...use, before: rate(before), after: rate(after) }),
    )?.[0];

  it('is told per working day too', () => {
    expect(byDay(40, 44)).toBe('Per working day it stayed at 2.0.');
    expect(byDay(40, 45)).toBe('Per working day it hardly changed: 2.00 to 2.05.');
    expect(byDay(40, 66)).toBe('Per working day it rose from 2.0 to 3.0.');
    expect(byDay(60, 44)).toBe('Per working day it fell from 3.0 to 2.0.');
  });

  it('is given in transactions if they are few', () => {
    const few = (numerator: number) => ({
      ...{ numerator, denominator: 4096 },
      value: (numerator / 4096) * 1000,
    });
    const said = (before: number, after: number) =>
      changeSentence({
        ...{ ...use, where: 'at Elm Road', alone: true },
        ...{ before: few(before), after: few(after), usual: 'It usually changes.' },
      });
    expect(said(2, 3)).toBe(
      'In March 2015, patients at Elm Road made 3 transactions to see their record online, one more transaction than in February 2015 (2).',
    );
    expect(said(0, 0)).toBe(
      'In March 2015, patients at Elm Road made no transactions to see their record online, as in February 2015 (0).',
    );
    expect(said(9, 10)).toMatch(/ rose from 2\.2 to 2\.4 per 1,000 patients .*Per working day/);
  });
});
