import { monthsBetween } from '../../../../data/definitions/months.ts';
import type { ChartData, DrawnId } from '../../../../web/charts/kind.ts';

// biome-ignore lint/suspicious/noExplicitAny: fixed figures, which the drawing reads by its own types
type Fixed = any;

const inOrder = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Places whose figures fall from high to low, the first with an interval so wide that it shows. */
const falling = (count: number) =>
  inOrder(count).map((i) => {
    const value = Math.round(6000 / (i / 20 + 1)) / 100;
    return {
      ...{ level: 'ccg', code: `P${i}`, name: `Place number ${i}`, marker: null },
      ...{ numerator: Math.round(value * 10), denominator: 1000 },
      ...{ value, lower: value - 3, upper: value + 3 },
    };
  });

const positions = ['inside', 'above_998', 'above_95', null, 'below_95', 'below_998'];

/** Figures of places around a mean, of few to many patients. */
const around = (count: number) =>
  inOrder(count).map((i) => {
    const denominator = 500 + ((i * 2741) % 14_300);
    const value = 20 + ((i * 37) % 29) - 14;
    const position = positions[i % positions.length];
    return {
      ...{ level: 'practice', code: `P${i}`, name: `Practice number ${i}`, marker: null },
      ...{ numerator: Math.round((denominator * value) / 100), denominator, value, position },
    };
  });

/** Areas as boxes, with their western and southern ends and their size in degrees: eight of England, four in London. */
const boxes = [
  ...inOrder(8).map((i) => [-5.5 + (i % 4) * 1.2, 50.2 + Math.floor(i / 4) * 2, 1.2, 2] as const),
  ...inOrder(4).map(
    (i) => [-0.5 + (i % 2) * 0.4, 51.28 + Math.floor(i / 2) * 0.2, 0.4, 0.2] as const,
  ),
];

/** Other ways in which a kind of chart is drawn, made from its fixed figures. */
export const otherWays: { id: DrawnId; way: string; made: (fixed: Fixed) => ChartData }[] = [
  {
    id: 'places',
    way: 'as a curve',
    made: (fixed) => ({ ...fixed, level: 'ccg', rows: falling(60), here: ['P7', 'P31'] }),
  },
  {
    id: 'places',
    way: 'as a crowded curve',
    made: (fixed) => ({ ...fixed, level: 'ccg', rows: falling(650), here: ['P7'] }),
  },
  {
    id: 'map',
    way: 'with a place without a figure',
    made: (fixed) => {
      const [first, ...others] = fixed.rows;
      const unknown = { value: null, lower: null, upper: null, marker: '[x]' };
      return { ...fixed, rows: [{ ...first, ...unknown }, ...others], here: [others[0].code] };
    },
  },
  {
    id: 'boundaries',
    way: 'with London larger',
    made: (fixed) => ({
      ...{ ...fixed, level: 'ccg', here: ['P9'], rows: falling(boxes.length) },
      shapes: boxes.map(([west, south, wide, high], i) => ({
        code: `P${i}`,
        polygons: [
          [
            [
              [west, south],
              [west, south + high],
              [west + wide, south + high],
              [west + wide, south],
              [west, south],
            ],
          ],
        ],
      })),
    }),
  },
  {
    id: 'spread',
    way: 'as a histogram',
    made: (fixed) => ({
      ...fixed,
      points: null,
      steps: inOrder(12).map((i) => ({
        ...{ from: i * 2, to: i === 11 ? null : i * 2 + 2 },
        practices: ((i * 17) % 23) * 100,
      })),
      against: { name: 'England', value: 4.6 },
      here: { ...fixed.here, value: 13.1 },
    }),
  },
  {
    id: 'months',
    way: 'with a target and events',
    made: (fixed) => {
      const months = monthsBetween('2018-01', '2019-06');
      const line = (from: number, step: number) =>
        Object.fromEntries(
          months.map((period, i) => [
            period,
            {
              ...{ numerator: 10, denominator: 100, marker: null },
              value: i === 5 ? null : from + i * step,
            },
          ]),
        );
      return {
        ...fixed,
        months,
        bands: [],
        lines: fixed.lines.map((one: object, i: number) => ({
          ...{ ...one, measure: 'any_enabled' },
          months: line(12 + 3 * i, 0.8 - 0.2 * i),
        })),
        events: [
          { period: '2018-04', number: 1, title: 'First' },
          { period: '2018-05', number: 2, title: 'Second' },
          { period: '2019-03', number: 3, title: 'Third' },
        ],
        said: [{ period: '2019-01', value: 18, said: 'Said of January' }],
      };
    },
  },
  {
    id: 'xmr',
    way: 'with more signals than there is room to name',
    made: (fixed) => ({
      ...fixed,
      months: monthsBetween('2015-01', '2018-12').map((period, i) => ({
        ...{ period, segment: 1, mean: 20, lower: 15, upper: 25 },
        value: 20 + ((i * 7) % 13) - 6,
        signal: [null, 'outside_limits', 'trend', 'one_side', 'near_limit'][i % 5],
        direction: i % 2 ? 'up' : 'down',
      })),
    }),
  },
  {
    id: 'funnel',
    way: 'of a crowd, adjusted',
    made: (fixed) => ({
      ...{ ...fixed, level: 'practice', adjusted: true, phi: 2.5, tau2: 0.0004, mean: 20 },
      ...{ points: around(620), here: ['P11'] },
    }),
  },
  {
    id: 'scatter',
    way: 'of a crowd',
    made: (fixed) => ({
      ...{ ...fixed, level: 'practice', here: ['P11'] },
      rows: around(620).map((row, i) => ({ ...row, across: (i * 53) % 71 })),
    }),
  },
];
