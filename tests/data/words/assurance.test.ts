import { describe, expect, it } from 'vitest';
import { targets } from '../../../data/definitions/targets.ts';
import { assuranceSentence } from '../../../data/words/assurance.ts';

const target = targets.find(({ id }) => id === 'thirty-percent-2019')!;

describe('whether a target is usually met', () => {
  const goal = '30%, the target for March 2019';
  const of = (...values: number[]) =>
    values.map((value, i) => ({ period: `2018-0${i + 4}`, value, signal: null }));
  const usually = (assurance: Parameters<typeof assuranceSentence>[1]) =>
    assuranceSentence(target, assurance, of(31, 32));

  it('is said from the usual range', () => {
    const usual = 'As long as it only varies as it did from April 2018 to May 2018,';
    expect(usually('consistent_pass')).toBe(`${usual} every month will be above ${goal}.`);
    expect(usually('consistent_fail')).toBe(`${usual} no month will reach ${goal}.`);
    expect(usually('inconsistent')).toBe(
      `${usual} some months will reach ${goal}, and some will not, by chance alone.`,
    );
  });

  it('is said from every month where there is no usual range, or not known', () => {
    const without = (...values: number[]) => assuranceSentence(target, null, of(...values));
    expect(without(30, 32)).toBe(
      `It was at or above ${goal}, in every month from April 2018 to May 2018.`,
    );
    expect(without(30)).toBe(`It was at or above ${goal}, in April 2018.`);
    expect(without(28, 29)).toBe(
      `It was below ${goal}, in every month from April 2018 to May 2018.`,
    );
    const notKnown = `so whether it usually meets ${goal}, is not known.`;
    expect(without(29, 30)).toBe(`Too few months have a figure to show what is usual, ${notKnown}`);
    expect(without()).toBe(`Too few months have a figure to show what is usual, ${notKnown}`);
  });
});
