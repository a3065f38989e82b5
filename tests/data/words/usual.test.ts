import { describe, expect, it } from 'vitest';
import { type Measure, measureOf } from '../../../data/definitions/measures.ts';
import { signedChange, signedIn } from '../../../data/words/signed.ts';
import {
  afreshSentence,
  climbSentence,
  type MonthChange,
  restartSentence,
  type SetAside,
  type UsualReading,
  usualInShort,
  usualSentence,
} from '../../../data/words/usual.ts';

const measure = measureOf('any_enabled');
const limits = { mean: 0.2543, lower: -0.1237, upper: 0.6323, meanMovingRange: 0.1421 };
/** The changes from January 2018 on of a figure that was `from` in the month before. */
const months = (
  changes: number[],
  signals: Record<number, MonthChange['signal']> = {},
  from = 20,
): MonthChange[] =>
  changes.map((change, i) => ({
    period: `2018-${String(i + 1).padStart(2, '0')}`,
    value: changes.slice(0, i + 1).reduce((sum, one) => sum + one, from),
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

  it('counts more than three unusual months, apart from the latest', () => {
    const signals = { 1: below, 3: below, 5: below, 7: below };
    const said = (more: object, aside: SetAside[] = []) =>
      usualSentence({
        ...{ ...reading, setAside: aside },
        months: months(twelve, { ...signals, ...more }),
      });
    expect(said({})).toMatch(/ was usual\. 4 of the other 11 months were not usual\.$/);
    expect(said({ 11: below })).toMatch(
      / is below the lower limit\. 4 of the other 11 months were not usual\.$/,
    );
    const later = { period: '2019-01', change: 4, cause: 'the practice moved' };
    expect(said({}, [later])).toMatch(
      /\(\+0\.25 on average\)\. 4 of 12 months were not usual\. In January 2019, /,
    );
  });

  it('says how far the figure moved if most months are unusual', () => {
    const most = Object.fromEntries(twelve.slice(0, 8).map((_, i) => [i, below]));
    expect(usualSentence({ ...reading, months: months(twelve, most) })).toBe(
      `${subject} has changed by +0.20 to +0.35 percentage points from one month to the next since December 2017.`,
    );
    expect(usualInShort({ ...reading, months: months(twelve, most) })).toBeNull();
  });

  it('names the months of a figure that hardly ever changed', () => {
    const said = (changes: number[], more: Partial<UsualReading> = {}) => {
      const all = Object.fromEntries(changes.map((_, i) => [i, below]));
      const told = { ...reading, months: months(changes, all), ...more };
      return [usualSentence(told), usualInShort(told)];
    };
    const still = Array(10).fill(0);
    expect(said([4, ...still])).toEqual([
      `${subject} has changed only once since December 2017: by +4.00 percentage points in January 2018.`,
      'It has changed only once since December 2017: by +4.00 percentage points in January 2018.',
    ]);
    expect(said([0, -0.974, 0.5, ...still])[0]).toBe(
      `${subject} has changed only twice since December 2017: by −0.97 percentage points in February 2018 and +0.50 in March 2018.`,
    );
    const aside = { period: '2018-11', change: -37.6, cause: 'the practice moved' };
    expect(said([0, 4, 4, 4, 0, 0, 0], { setAside: [aside] })).toEqual([
      `${subject} has changed only three times in other months: by +4.00 percentage points in February 2018, +4.00 in March 2018 and +4.00 in April 2018. In November 2018, when the practice moved, it fell by 37.60 percentage points.`,
      null,
    ]);
    // Four months are more than can be named, half of them are not few, and a change too small to show is none to name.
    for (const changes of [
      [4, 4, 4, 4, ...still],
      [4, 0, 4, 0],
      [4, 4, 4, 0, 0, 0],
      [4, 1e-9, ...still],
    ])
      expect(said(changes)[0]).not.toContain('only');
  });

  it('is no range of changes that cannot occur', () => {
    const said = (measure: Measure, from: number, lower: number, upper: number) => {
      const told = { ...reading, measure, months: months(twelve, {}, from) };
      return usualSentence({ ...told, limits: { ...limits, lower, upper } });
    };
    const [share, rate] = [measure, measureOf('any_new')];
    const moved = `${subject} has changed by +0.20 to +0.35 percentage points from one month to the next since December 2017.`;
    expect(said(share, 0, -3.2, 1)).toBe(moved);
    expect(said(share, 0, -3, 1)).toContain('usually changes by −3.00 to +1.00');
    expect(said(share, 96.5, -1, 3.6)).toBe(moved);
    expect(said(share, 96.5, -1, 3.4)).toContain('usually');
    // Where more are published than there are, more than all can occur.
    expect(said(share, 105, -1, 3)).toContain('usually');
    expect(said(share, 105, -1, 4)).toBe(moved);
    expect(said(rate, 96.5, -1, 4)).toContain('usually');
    expect(said(rate, 0, -4, 4)).toBe(
      'The rate of patients in England who were newly set up for at least one online service has changed by +0.20 to +0.35 per 1,000 patients from one month to the next since December 2017.',
    );
  });

  it('reports changes with a known cause separately, and no longer from the month before', () => {
    const setAside = [
      { period: '2019-01', change: -37.6, cause: 'the practice moved from EMIS to TPP' },
      { period: '2018-05', change: 4, cause: null },
    ];
    const said = usualSentence({ ...reading, setAside });
    expect(said).toBe(
      `${subject} usually changes by −0.12 to +0.63 percentage points a month (+0.25 on average). In January 2019, when the practice moved from EMIS to TPP, it fell by 37.60 percentage points. In May 2018 it rose by 4.00 percentage points, out of line with most other months.`,
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
        tooFew('months in England since December 2017'),
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
    const still = { ...reading, months: months([0, 0, 0]) };
    expect(usualSentence(still)).toBe(`${subject} has not changed since December 2017.`);
    expect(usualInShort(still)).toBe('It has not changed since December 2017.');
    expect(usualInShort({ ...still, setAside: [known] })).toBeNull();
    expect(usualInShort({ ...still, limits: null })).toBeNull();
  });

  it('is told in short with how many changes it is from, if they are few', () => {
    const range =
      'It usually changes by −0.12 to +0.63 percentage points a month (+0.25 on average)';
    const known = { period: '2018-12', change: 9, cause: 'the practice moved' };
    const said = (changes: number, setAside = 0) =>
      usualInShort({
        ...reading,
        months: months(twelve.slice(0, changes)),
        setAside: Array(setAside).fill(known),
      });
    expect(said(4)).toBeNull();
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
      'The practice moved from EMIS to TPP in July 2018 and the figures jump in December 2018; limits could be restarted there.',
    );
    expect(restartSentence(['2018-06', '2018-12'].map((period) => ({ period, cause: null })))).toBe(
      'The figures jump in June 2018 and December 2018; limits could be restarted there.',
    );
    expect(restartSentence([])).toBe('');
  });

  it('is given with the cause where they do', () => {
    const moved = (period: string, to: string) => ({
      period,
      cause: `the practice moved from ${to}`,
    });
    expect(afreshSentence([moved('2018-07', 'EMIS to TPP')])).toBe(
      'Limits start afresh from July 2018, when the practice moved from EMIS to TPP.',
    );
    expect(afreshSentence([moved('2018-07', 'EMIS to TPP'), moved('2018-12', 'TPP to EMIS')])).toBe(
      'Limits start afresh from July 2018, when the practice moved from EMIS to TPP, and from December 2018, when the practice moved from TPP to EMIS.',
    );
    expect(afreshSentence([])).toBe('');
  });
});

it('a climb without any month says so', () => {
  expect(climbSentence({ measure, where: 'in England', months: [], limits: null })).toBe(
    'No month of the range has a figure in England.',
  );
});
