import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { signedChange, signedIn } from '../../../data/words/signed.ts';
import {
  climbSentence,
  type MonthChange,
  restartSentence,
  usualInShort,
  usualSentence,
} from '../../../data/words/usual.ts';

const measure = measureOf('any_enabled');
const limits = { mean: 0.2543, lower: -0.1237, upper: 0.6323, meanMovingRange: 0.1421 };
const months = (changes: number[], signals: Record<number, MonthChange['signal']> = {}) =>
  changes.map((change, i) => ({
    period: `2018-${String(i + 1).padStart(2, '0')}`,
    change,
    signal: signals[i] ?? null,
  }));
const twelve = [0.2, 0.3, 0.25, 0.2, 0.3, 0.25, 0.2, 0.3, 0.25, 0.2, 0.3, 0.35];
const reading = {
  measure,
  where: 'in England',
  months: months(twelve),
  limits,
  setAside: [],
  people: null,
};
const below = { rule: 'outside_limits', direction: 'down' } as const;
const subject = 'The share of patients in England who were set up for at least one online service';

describe('what is usual from month to month', () => {
  it('is a range with its mean, and whether the latest month was', () => {
    expect(usualSentence(reading)).toBe(
      `${subject} usually changes by −0.12 to +0.63 percentage points a month (+0.25 on average); December 2018 (+0.35) was usual.`,
    );
  });

  it('gives the latest month as many places as its range', () => {
    const small = months([...twelve.slice(0, 11), 0.0911]);
    expect(usualSentence({ ...reading, months: small })).toContain('; December 2018 (+0.09) was');
  });

  it('has enough decimal places to show unusual values outside the range', () => {
    const near = months([-0.1243, ...twelve.slice(1)], { 0: below });
    const lower = { ...limits, lower: -0.1163 };
    expect(usualSentence({ ...reading, months: near, limits: lower })).toBe(
      `${subject} usually changes by −0.116 to +0.632 percentage points a month (+0.254 on average); December 2018 (+0.350) was usual. January 2018 (−0.124) was not usual.`,
    );
  });

  it('says which months were unusual', () => {
    const changes = months(twelve, { 3: below, 11: below });
    expect(usualSentence({ ...reading, months: changes })).toBe(
      `${subject} usually changes by −0.12 to +0.63 percentage points a month (+0.25 on average); December 2018 (+0.35) is below the lower limit. April 2018 (+0.20) was not usual.`,
    );
  });

  it('calls nothing usual if most months are unusual', () => {
    const most = Object.fromEntries(twelve.slice(0, 8).map((_, i) => [i, below]));
    expect(usualSentence({ ...reading, months: months(twelve, most) })).toBe(
      `${subject} has moved too unevenly from month to month to show what is usual.`,
    );
  });

  it('reports changes with a known cause separately, and no longer from the month before', () => {
    const setAside = [
      { period: '2019-01', change: -37.6, cause: 'the practice moved from EMIS to TPP' },
      { period: '2018-05', change: 4, cause: null },
    ];
    const said = usualSentence({ ...reading, setAside });
    expect(said).toBe(
      `${subject} usually changes by −0.12 to +0.63 percentage points a month (+0.25 on average). In January 2019, when the practice moved from EMIS to TPP, it fell by 37.60 percentage points. In May 2018 it rose by 4.00 percentage points, a break with the months around it.`,
    );
  });

  it('says if a change with a known cause left the figure unchanged', () => {
    const setAside = [
      { period: '2018-05', change: 0, cause: 'the practice moved from TPP to EMIS' },
    ];
    expect(usualSentence({ ...reading, setAside })).toMatch(
      / In May 2018, when the practice moved from TPP to EMIS, it did not change\.$/,
    );
  });

  it('is given in people if there are few', () => {
    const said = (...some: number[]) =>
      usualSentence({
        ...reading,
        people: some.map((people, i) => ({ period: `2018-0${i + 1}`, people })),
      });
    const number =
      'The number of patients in England who were set up for at least one online service';
    expect(said(3, 2, 4, 4)).toBe(
      `${number} was 4 in April 2018; since January 2018 it has changed by −1 to +2 from one month to the next.`,
    );
    expect(said(0, 0)).toBe(`${number} was none in every month since January 2018.`);
    expect(said(1, 2, 3)).toContain('it has changed by +1 from one month to the next.');
    expect(usualSentence({ ...reading, people: [] })).toBe(usualSentence(reading));
  });

  it('is unknown for few months, and provisional for fewer than twelve', () => {
    const tooFew = (months: string) =>
      `Too few ${months} have a figure to show what is usual from month to month.`;
    expect(usualSentence({ ...reading, months: [], limits: null })).toBe(
      tooFew('months in England'),
    );
    for (const some of [1, 2, 4])
      expect(usualSentence({ ...reading, months: months(twelve.slice(0, some)) })).toBe(
        tooFew('months in England since January 2018'),
      );
    expect(usualSentence({ ...reading, months: months(twelve.slice(0, 5)) })).toMatch(
      / Limits from 5 changes are provisional\.$/,
    );
    const known = { period: '2018-12', change: 9, cause: 'the practice moved' };
    const ten = { ...reading, months: months(twelve.slice(0, 10)) };
    expect(usualSentence(ten)).toContain('Limits from 10 changes are provisional.');
    expect(usualSentence({ ...ten, setAside: [known] })).not.toContain('provisional');
    const nine = { ...reading, months: months(twelve.slice(0, 9)), setAside: [known, known] };
    expect(usualSentence(nine)).toContain('Limits from 9 changes are provisional.');
    expect(usualSentence({ ...nine, months: months(twelve.slice(0, 4)) })).toMatch(
      new RegExp(
        `^${tooFew('other months in England')} In December 2018, when the practice moved, it rose by`,
      ),
    );
    expect(usualSentence({ ...reading, months: months([0, 0, 0]) })).toBe(
      `${subject} has not changed since January 2018.`,
    );
  });

  it('is told in short with how many changes it is from, if they are few', () => {
    const range =
      'It usually changes by −0.12 to +0.63 percentage points a month (+0.25 on average)';
    const said = (changes: number, setAside = 0) =>
      usualInShort({ limits, changes, setAside }, measure);
    expect([said(11), said(10, 1)]).toEqual([`${range}.`, `${range}.`]);
    expect(said(10)).toBe(`${range}, judging by only 10 changes.`);
    expect(said(9, 2)).toBe(`${range}, judging by only 9 changes.`);
  });

  it('has enough decimal places to differ from none', () => {
    expect(signedChange(0.0098, measure)).toBe('+0.0098');
    expect(signedIn(2, 0.0001, measure)).toBe('0.00');
    expect(signedChange(-1.2, measureOf('any_use'))).toBe('−1.2');
  });
});

describe('a climb', () => {
  it('has the number of months outside its limits', () => {
    const climbing = twelve.map((value, i) => ({
      period: `2018-${String(i + 1).padStart(2, '0')}`,
      value: 20 + value,
      signal: i === 2 ? below : null,
    }));
    expect(
      climbSentence({ ...reading, months: climbing, limits: { ...limits, lower: 19, upper: 22 } }),
    ).toBe(
      'For the share of patients in England who were set up for at least one online service, 1 of 12 months since January 2018 is outside the limits along its trend; December 2018 (20.4%) is within them (19.0% to 22.0%).',
    );
    expect(climbSentence({ ...reading, months: climbing, limits: null })).toMatch(/^Too few/);
    expect(climbSentence({ ...reading, months: climbing.slice(0, 4) })).toBe(
      'Too few months in a row in England have a figure to draw a trend through them.',
    );
    expect(
      climbSentence({
        ...reading,
        months: climbing.slice(3, 8),
        limits: { ...limits, lower: 19, upper: 22 },
      }),
    ).toBe(
      'For the share of patients in England who were set up for at least one online service, none of 5 months since April 2018 is outside the limits along its trend; August 2018 (20.3%) is within them (19.0% to 22.0%). Limits from fewer than 12 months are provisional.',
    );
  });
});

describe('where limits could start afresh', () => {
  it('is given with the cause, if known', () => {
    expect(
      restartSentence([
        { period: '2018-07', cause: 'the practice moved from EMIS to TPP' },
        { period: '2018-12', cause: null },
      ]),
    ).toBe(
      'Limits could start afresh from July 2018, when the practice moved from EMIS to TPP, and from December 2018, when the figures break.',
    );
    expect(restartSentence([])).toBe('');
  });
});

it('a climb without any month says so', () => {
  expect(climbSentence({ measure, where: 'in England', months: [], limits: null })).toBe(
    'No month of the range has a figure in England.',
  );
});
