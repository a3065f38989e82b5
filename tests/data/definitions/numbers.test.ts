import { describe, expect, it } from 'vitest';
import {
  fixed,
  formatApart,
  formatCount,
  formatOf,
  formatOneIn,
  formatPeople,
  formatPercent,
  formatRange,
  formatRate,
  perThousand,
} from '../../../data/definitions/numbers.ts';

describe('numbers as people read them', () => {
  it('rounds percentages to one place, and to two meaningful figures below 1', () => {
    expect(formatPercent(97.2439)).toBe('97.2%');
    expect(formatPercent(4.5)).toBe('4.5%');
    expect(formatPercent(0.391)).toBe('0.39%');
    expect(formatPercent(0.00401)).toBe('0.0040%');
    expect(formatPercent(0.999)).toBe('1.0%');
    expect(formatPercent(111.4)).toBe('111.4%');
  });

  it('rounds halves up like a calculator, whatever their binary fractions', () => {
    expect(formatPercent((563 / 2000) * 100)).toBe('28.2%');
    expect(formatPercent(28.15)).toBe('28.2%');
    expect(formatPercent(21.15)).toBe('21.2%');
    expect(formatPercent(1.005)).toBe('1.0%');
    expect(formatPercent(0.125)).toBe('0.13%');
    expect(formatPercent(0.00405)).toBe('0.0041%');
    expect(formatPercent(99.9985)).toBe('99.999%');
    expect(formatRange([1.0035, 1.0045])).toBe('1.004% to 1.005%');
    expect(formatRate(134.5)).toBe('135');
    expect(formatRate(-8.15)).toBe('−8.2');
    expect(formatOf(1_005_000, 10_050_000)).toBe('1.01 of 10.1 million');
    expect(formatPeople(1_050_000)).toBe('1.1 million');
    expect(perThousand(28.15)).toBe(282);
  });

  it('rounds up every half of a tenth', () => {
    for (let hundredths = 5; hundredths < 10_000; hundredths += 10) {
      const tenths = (hundredths + 5) / 10;
      const expected = `${Math.floor(tenths / 10)}.${tenths % 10}`;
      expect(fixed(hundredths / 100, 1)).toBe(expected);
      expect(fixed((hundredths / 10_000) * 100, 1)).toBe(expected);
    }
  });

  it('says 0% and 100% only for none and all', () => {
    expect(formatPercent(0)).toBe('0%');
    expect(formatPercent(100)).toBe('100%');
    expect(formatPercent(99.97)).toBe('99.97%');
    expect(formatPercent(99.94)).toBe('99.9%');
  });

  it('counts in thousands, and in millions where the whole is millions', () => {
    expect(formatCount(7566)).toBe('7,566');
    expect(formatCount(-1234567)).toBe('−1,234,567');
    expect(formatOf(7566, 7813)).toBe('7,566 of 7,813');
    expect(formatOf(55_012_345, 56_612_345)).toBe('55.0 of 56.6 million');
    expect(formatOf(1_689_000, 1_737_832)).toBe('1.689 of 1.738 million');
    expect(formatOf(220_000, 56_612_345)).toBe('220,000 of 56.6 million');
    expect(formatOf(20_000, 56_612_345)).toBe('20,000 of 56.6 million');
  });

  it.each([
    [16_157_000, 16_206_000, '99.7%', '16.16 of 16.21 million'],
    [1_052_000, 17_741_000, '5.9%', '1.05 of 17.7 million'],
    [4_276_000, 59_119_000, '7.2%', '4.28 of 59.1 million'],
    [59_118_999, 59_119_000, '99.999998%', '59,118,999 of 59,119,000'],
    [0, 59_119_000, '0%', '0 of 59.1 million'],
    [59_119_000, 59_119_000, '100%', '59.1 of 59.1 million'],
  ])('%d of %d makes %s, also in millions', (numerator, denominator, percent, text) => {
    expect(formatPercent((100 * numerator) / denominator)).toBe(percent);
    expect(formatOf(numerator, denominator)).toBe(text);
  });

  it('says one in how many, if that is meaningful', () => {
    expect(formatOneIn(4.5)).toBe('about 1 in 22');
    expect(formatOneIn(0.39)).toBe('about 1 in 260');
    expect(formatOneIn(0)).toBeNull();
    expect(formatOneIn(50)).toBe('about 1 in 2');
    expect(formatOneIn(50.1)).toBeNull();
    expect(formatOneIn(40.3)).toBeNull();
    expect(formatOneIn(43.8)).toBeNull();
    expect(formatOneIn(47.7)).toBe('about 1 in 2');
    expect(formatOneIn(47.5)).toBeNull();
    expect(formatOneIn(31.8)).toBe('about 1 in 3');
  });

  it('writes rates in a suitable size', () => {
    expect(formatRate(134.4)).toBe('134');
    expect(formatRate(8.14)).toBe('8.1');
    expect(formatRate(0.391)).toBe('0.39');
  });

  it('keeps a thousand within a thousand', () => {
    expect(perThousand(97.24)).toBe(972);
    expect(perThousand(111)).toBe(1000);
    expect(perThousand(null)).toBeNull();
  });
});

describe('natural variation', () => {
  it('reads as a range, with more places where its ends would read alike', () => {
    expect(formatRange([2.246, 2.944])).toBe('2.2% to 2.9%');
    expect(formatRange([3.311, 3.349])).toBe('3.31% to 3.35%');
    expect(formatRange([3.3111, 3.3128])).toBe('3.311% to 3.313%');
    expect(formatRange([0, 0])).toBe('0% to 0%');
    expect(formatRange([0.00401, 0.00404])).toBe('0.00401% to 0.00404%');
    expect(formatApart(29.96, 30)).toEqual(['29.96%', '30.00%']);
    expect(formatApart(29.9, 30)).toEqual(['29.9%', '30.0%']);
    expect(formatApart(30, 30)).toEqual(['30.0%', '30.0%']);
    expect(formatApart(30 - 1e-13, 30)[0]).toBe('30.0000000000%');
  });
});
