import type { Service } from '../../data/definitions/measures.ts';
import { DECEMBER_2014, MARCH_2015, SEPTEMBER_2014 } from './calendar.ts';

/** Points of a national series, by months since April 2014, joined by straight lines. */
export type Points = readonly (readonly [month: number, value: number])[];

/** England's uptake of a service: figures stated in public, and a plausible course in between. */
export interface Course {
  /** April 2014, shares of practices: those offering it, and those without the functionality. */
  start: { offering: number; without: number };
  /** The share of patients whose practice offers it. The first month and March 2015 follow from counts. */
  offered: Points;
  /** March 2015, practices of a full illustration: those that could but do not offer it, and those that cannot. */
  holdouts: { could: number; cannot: number };
  /**
   * Shares of patients at the practices that offer it at the start, and at those that do not offer it in March 2015.
   */
  patients: { start: number; march2015NotOffering: number } | null;
  /** Patients of a full illustration, enabled and using it in a month. */
  enabled: Points;
  used: Points;
}

/** Practices of a full illustration with unknown status, by month. */
export const unknown: Points = [
  [0, 56],
  [1, 54],
  [3, 61],
  [5, 50],
  [6, 47],
  [8, 55],
  [9, 52],
  [MARCH_2015, 40],
  [35, 31],
  [119, 12],
];

const thousand = (points: Points): Points => points.map(([month, value]) => [month, value * 1000]);

/** The course of each service. */
export const courses: Record<Service, Course> = {
  records: {
    start: { offering: 0.029, without: 0.168 },
    patients: { start: 0.03, march2015NotOffering: 0.028 },
    offered: [
      [0, 0.03],
      [1, 0.034],
      [2, 0.04],
      [3, 0.052],
      [4, 0.086],
      [SEPTEMBER_2014, 0.21],
      [6, 0.272],
      [7, 0.331],
      [DECEMBER_2014, 0.384],
      [9, 0.492],
      [10, 0.741],
      [MARCH_2015, 0.972],
      [23, 0.982],
      [59, 0.992],
    ],
    holdouts: { could: 197, cannot: 10 },
    enabled: thousand([
      [0, 88.214],
      [1, 103.87],
      [2, 125.96],
      [3, 156.04],
      [4, 209.33],
      [SEPTEMBER_2014, 331.74],
      [6, 452.61],
      [7, 590.18],
      [DECEMBER_2014, 750],
      [9, 1041.52],
      [10, 1672.39],
      [MARCH_2015, 2535.86],
      [23, 4310],
      [35, 8240],
      [47, 11900],
      [71, 18400],
      [83, 24500],
      [119, 36800],
    ]),
    used: thousand([
      [0, 20.14],
      [1, 22.9],
      [2, 25.31],
      [3, 28.48],
      [4, 33.06],
      [SEPTEMBER_2014, 44.72],
      [6, 55.93],
      [7, 67.4],
      [DECEMBER_2014, 74.85],
      [9, 104.27],
      [10, 153.61],
      [MARCH_2015, 221.96],
      [23, 452],
      [35, 870],
      [59, 2150],
      [71, 3240],
      [83, 7600],
      [119, 14200],
    ]),
  },
  appointments: {
    start: { offering: 0.8, without: 33 / 8000 },
    patients: null,
    offered: [
      [0, 0.82],
      [SEPTEMBER_2014, 0.91],
      [DECEMBER_2014, 0.948],
      [MARCH_2015, 0.988],
      [23, 0.991],
      [59, 0.995],
    ],
    holdouts: { could: 57, cannot: 5 },
    enabled: thousand([
      [0, 4011.38],
      [3, 4937.12],
      [SEPTEMBER_2014, 5712.85],
      [DECEMBER_2014, 6884.4],
      [9, 7391.6],
      [MARCH_2015, 8512.47],
      [23, 11150],
      [35, 13600],
      [47, 15400],
      [71, 18900],
      [83, 25100],
      [119, 34200],
    ]),
    used: thousand([
      [0, 292.41],
      [3, 338.66],
      [SEPTEMBER_2014, 401.93],
      [7, 437.28],
      [DECEMBER_2014, 371.55],
      [9, 512.04],
      [10, 521.37],
      [MARCH_2015, 596.72],
      [23, 890],
      [35, 1180],
      [71, 1900],
      [73, 610],
      [83, 900],
      [119, 2900],
    ]),
  },
  prescriptions: {
    start: { offering: 0.762, without: 41 / 8000 },
    patients: null,
    offered: [
      [0, 0.78],
      [SEPTEMBER_2014, 0.88],
      [DECEMBER_2014, 0.927],
      [MARCH_2015, 0.976],
      [23, 0.986],
      [59, 0.994],
    ],
    holdouts: { could: 155, cannot: 8 },
    enabled: thousand([
      [0, 3684.09],
      [3, 4620.37],
      [SEPTEMBER_2014, 5423.9],
      [DECEMBER_2014, 6612.73],
      [9, 7140.21],
      [MARCH_2015, 8309.64],
      [23, 11020],
      [35, 13550],
      [47, 15500],
      [71, 19300],
      [83, 25600],
      [119, 35100],
    ]),
    used: thousand([
      [0, 398.52],
      [3, 471.83],
      [SEPTEMBER_2014, 549.26],
      [DECEMBER_2014, 688.14],
      [9, 641.05],
      [MARCH_2015, 781.39],
      [23, 1290],
      [35, 1760],
      [71, 3350],
      [83, 4700],
      [119, 7200],
    ]),
  },
};

/** The value of a series in a month: on the straight line between its points, constant beyond them. */
export function valueAt(points: Points, month: number): number {
  const after = points.findIndex(([at]) => at >= month);
  if (after <= 0) return points.at(after)![1];
  const [from, low] = points[after - 1]!;
  const [to, high] = points[after]!;
  return low + ((high - low) * (month - from)) / (to - from);
}
