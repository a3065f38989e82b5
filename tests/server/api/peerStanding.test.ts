import { expect, it } from 'vitest';
import { standing } from '../../../server/api/peerStanding.ts';
import type { FigureRow } from '../../../server/store/queries/figures.ts';

/** 12.0% of 1,000 patients, with an interval of 10.1% to 14.2% at 95% and 9.2% to 15.5% at 99.8%. */
const own = {
  ...{ period: '2018-09', level: 'practice', area_code: 'A81001', area_name: 'The Surgery' },
  ...{ measure: 'records_enabled', unit: 'percent of patients', marker: null },
  ...{ numerator: 120, denominator: 1000, value: 12, practices: 1, practices_reported: 1 },
} as FigureRow;

it.each([
  ['within the interval at 95%', 10.5, 'similar', 'no clear difference'],
  ['below it, and within that at 99.8%', 9.7, 'higher', 'higher'],
])('a practice is judged by its 95%% interval, with peers %s', (_, median, comparison, word) => {
  const values = [median - 0.2, median - 0.1, median, median + 0.1, median + 0.2, null];
  expect(standing(own, values, ['supplier'], null)).toMatchObject({
    ...{ peers: 6, peers_reported: 5, peers_below: 5, peers_above: 0, peers_vary: false },
    ...{ median, comparison_95: comparison, word },
  });
});
