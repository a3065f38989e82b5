import { describe, expect, it } from 'vitest';
import {
  membersOfSeven,
  type Readings,
  sevenOneSide,
  sevenPointTrend,
  signals,
  twoInThree,
  type Way,
} from '../../../data/statistics/xmrSignals.ts';
import { published } from '../../support/published.ts';
import { oracleJson } from './oracle.ts';

describe('membersOfSeven', () => {
  it('keeps the direction of the run, and the earlier run where two meet', () => {
    const up = [1, 2, 3, 4, 5, 6, 7];
    const trend = sevenPointTrend([...up, 6, 5, 4, 3, 2, 1]);
    expect(membersOfSeven(trend)).toEqual([1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1]);
  });
});

describe('sevenOneSide', () => {
  it('is broken by a point on the mean', () => {
    expect(sevenOneSide([1, 1, 1, 1, 1, 1, 0, 1])).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('twoInThree', () => {
  it('needs two near a limit and all three on one side', () => {
    expect(twoInThree([true, false, false], [-1, -1, -1])).toEqual([0, 0, 0]);
    expect(twoInThree([true, false, true], [-1, -1, -1])).toEqual([-1, -1, -1]);
    expect(twoInThree([true, false, true], [1, -1, 1])).toEqual([0, 0, 0]);
    expect(twoInThree([true, true], [1, 1])).toEqual([0, 0]);
  });
});

describe('the direction of a signal', () => {
  it('is up above the mean or rising, and down below it or falling', () => {
    const none = [0, 0, 0, 0, 0, 0, 0] as const;
    const of = (more: object) =>
      signals({
        ...{ values: [1, 2, 1, 2, 1, 2, 1], sides: none, outside: none },
        near: none.map(() => false),
        ...more,
      }).map((signal) => signal && `${signal.rule} ${signal.direction}`);
    expect(of({ outside: [1, -1, 0, 0, 0, 0, 0] }).slice(0, 3)).toEqual([
      ...['outside_limits up', 'outside_limits down', null],
    ]);
    expect(of({ values: [1, 2, 3, 4, 5, 6, 7] })).toEqual(Array(7).fill('trend up'));
    expect(of({ values: [7, 6, 5, 4, 3, 2, 1] })).toEqual(Array(7).fill('trend down'));
    expect(of({ values: [1, 1, 1, 1, 1, 1, 1] })).toEqual(Array(7).fill(null));
    expect(of({ sides: Array(7).fill(-1) })).toEqual(Array(7).fill('one_side down'));
  });
});

describe('signals', () => {
  const quiet = (length: number): Readings => ({
    values: Array.from({ length }, (_, index) => index % 2),
    sides: Array.from({ length }, (_, index): Way => (index % 2 ? 1 : -1)),
    outside: Array<Way>(length).fill(0),
    near: Array<boolean>(length).fill(false),
  });
  const rules = (readings: Readings) => signals(readings).map((signal) => signal?.rule ?? null);

  it('are none for a quiet process', () => {
    expect(rules(quiet(20))).toEqual(Array(20).fill(null));
  });

  it('come in order if several apply', () => {
    const up = Array<Way>(7).fill(1);
    const all: Readings = {
      values: [1, 2, 3, 4, 5, 6, 7],
      sides: up,
      outside: [0, 0, 0, 0, 0, 0, 1],
      near: [false, false, false, true, true, true, false],
    };
    expect(rules(all)).toEqual([...Array(6).fill('trend'), 'outside_limits']);
    const level = { ...all, values: [1, 2, 1, 2, 1, 2, 1] };
    expect(rules(level)).toEqual([
      ...Array(3).fill('one_side'),
      ...Array(3).fill('near_limit'),
      'outside_limits',
    ]);
  });

  it('say the direction, a trend by its steps and not by its side', () => {
    const falling = { ...quiet(7), values: [7, 6, 5, 4, 3, 2, 1], sides: Array<Way>(7).fill(1) };
    expect(signals(falling)[0]).toEqual({ rule: 'trend', direction: 'down' });
    const low = { ...quiet(3), outside: [0, -1, 0] as Way[] };
    expect(signals(low)).toEqual([null, { rule: 'outside_limits', direction: 'down' }, null]);
  });
});

type Cases<Input> = [Input[], number[]][];

interface Oracle {
  seven_point_one_side_of_mean: Cases<Way>;
  part_of_seven: Cases<Way>;
  seven_point_trend: Cases<number>;
  two_in_three: { close: number[]; side: Way[]; out: number[] }[];
  precedence_expected: { outside_limits: Way[]; side: Way[] };
}

describe.skipIf(!published)('signals against the published cases', () => {
  const oracle = () => oracleJson<Oracle>('xmr/xmr_rules.json');
  // The source marks a run of either side with 1; here it keeps its sign.
  const marks = (ways: Way[]) => ways.map(Math.abs);

  it('agree on seven on one side', () => {
    const cases = oracle().seven_point_one_side_of_mean;
    expect(cases).toHaveLength(4);
    for (const [sides, out] of cases) expect(marks(sevenOneSide(sides))).toEqual(out);
  });

  it('agree on the members of a run of seven', () => {
    const cases = oracle().part_of_seven;
    expect(cases).toHaveLength(5);
    for (const [ends, out] of cases) expect(marks(membersOfSeven(ends))).toEqual(out);
  });

  it('agree on seven points one way', () => {
    const cases = oracle().seven_point_trend;
    expect(cases).toHaveLength(6);
    for (const [values, out] of cases) expect(sevenPointTrend(values)).toEqual(out);
  });

  it('agree on two of three near a limit', () => {
    const cases = oracle().two_in_three;
    expect(cases).toHaveLength(6);
    for (const { close, side, out } of cases) {
      expect(marks(twoInThree(close.map(Boolean), side))).toEqual(out);
    }
  });

  it('put a point outside the limits before all else', () => {
    const { outside_limits: outside, side: sides } = oracle().precedence_expected;
    const near = sides.map(() => false);
    const found = signals({ values: sides.map((_, index) => index), sides, outside, near });
    expect(found.map((signal) => signal?.rule)).toEqual(
      outside.map((way) => (way === 0 ? 'trend' : 'outside_limits')),
    );
  });
});
