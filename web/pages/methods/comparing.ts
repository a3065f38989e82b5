import { html } from 'lit';
import { readableName } from '../../../data/definitions/names.ts';
import {
  fixed,
  formatCount,
  formatPercent,
  formatRate,
} from '../../../data/definitions/numbers.ts';
import { fewestPlaces, partThatMatters } from '../../../data/statistics/verdict.ts';
import { capital } from '../../../data/words/english.ts';
import { thoseCounted } from '../../../data/words/measure.ts';
import type { Address } from '../../page.ts';
import { type Method, workedTable } from './method.ts';
import { type Funnel, type Judged, measureOfWorked, type Worked } from './worked.ts';

/** A percentage with the digits that an example needs, more than pages show. */
const exact = (value: number | null): string => (value === null ? '[z]' : `${fixed(value, 3)}%`);

/** Methods that compare figures of the same month. */
export function comparing(data: Worked, address: Address): Method[] {
  const { measure, england, practice, comparison, deciles, percentile, funnels } = data;
  const ask = (path: string, params = {}) => address.api(path, { measure, ...params });
  const those = thoseCounted(measureOfWorked(data));
  const { leastDifference } = measureOfWorked(data) as { leastDifference: number };
  return [
    {
      id: 'interval',
      title: '95% confidence interval, Wilson: what counting few people leaves open',
      rule: html`<p>
          A figure of three hundred patients says less than one of thirty thousand. The interval given with a
          figure is the least uncertainty that counting so few people leaves: of <i>x</i> patients among
          <i>n</i>, with <i>z</i> 1.96 for 95% and 3.09 for 99.8%,
        </p>
        <p><code>(2x + z² ∓ z√(z² + 4x(1 − x/n))) ÷ (2(n + z²))</code></p>
        <p>
          It is a fair caution for a small practice and no more. Everybody is counted, so it is no sampling
          error; and patients of one practice are not independent draws, so practices differ by hundreds of
          times what it allows. It is no test of one area against another. A count above its whole has none,
          nor has a rate of transactions (one person can make several), nor what a practice offers to all of
          its patients or to none.
        </p>`,
      worked: workedTable(
        '95% and 99.8% confidence intervals of two figures',
        [capital(those), 'Counts', 'Figure', 'At 95%', 'At 99.8%'],
        [england, practice].filter((one) => one !== null).map(variation),
      ),
      source: 'E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209–212.',
      api: ask('/figures', {
        area: [england, practice].flatMap((one) => one?.area_code ?? []).join(),
      }),
    },
    {
      id: 'comparison',
      title: 'Higher, lower, about the same: when a difference is said to be one',
      rule: html`<p>
          A place is compared with the rest of the area it is in, never with itself. A difference smaller than
          ${formatRate(leastDifference)} ${leastDifference === 1 ? 'percentage point' : 'percentage points'} is <i>about the same</i>: it would matter to nobody.
          Where the other figure is below ${formatPercent(leastDifference / partThatMatters)}, a quarter of that figure takes its place, so that
          1% is not about the same as 0.2%. That is a judgement, declared for each measure.
        </p>
        <p>
          An <b>area</b> is called higher or lower only where it is beyond the adjusted funnel (below) of its
          level, so that it differs by more than such areas usually do. With fewer than ${fewestPlaces} of them, as
          with regions, there are too few to tell unusual from usual.
        </p>
        <p>
          A <b>practice</b> is called higher or lower only where its 95% confidence interval excludes the figure
          of the others and the difference matters. Its place among them is given too: the place is a
          fact, the word a judgement.
        </p>
        <p>
          Of hundreds of areas, about one in twenty is beyond the 95% limits of the adjusted funnel though
          none is unusual. “Better” and “worse” are only for those who ask: the column <code>meaning</code> of the API says which
          is which, but never of transactions.
        </p>`,
      worked: comparison && html`<p>${comparison.sentence}</p>`,
      source:
        'Areas: D. J. Spiegelhalter, Quality and Safety in Health Care 14 (2005), 347–351. Practices: Office for Health Improvement and Disparities, Fingertips, comparison with a benchmark; the least difference is this project’s own.',
      api: ask('/comparisons', { area: practice?.area_code }),
    },
    {
      id: 'deciles',
      title: 'Deciles and percentiles: where a practice is among all',
      rule: html`<p>
        Put practices in a row by their figure. A tenth of them are below the first decile, half below the
        median, nine tenths below the last. A practice's percentile is the percentage of the others that are
        below it. Between two practices the line is straight.
      </p>`,
      worked:
        deciles &&
        html`<p>
            Of ${formatCount(deciles.practices)} practices a tenth are below
            ${formatPercent(deciles.p10)}, half below ${formatPercent(deciles.p50)}, and a tenth above
            ${formatPercent(deciles.p90)}.
            ${
              practice && percentile?.percentile != null
                ? `${readableName(practice.area_name)} (${formatPercent(practice.value!)}) has a higher figure than ${formatPercent(percentile.percentile)} of the others${fifthText(percentile.quantile_group)}.`
                : ''
            }
          </p>`,
      source:
        'R. J. Hyndman and Y. Fan, The American Statistician 50 (1996), 361–365, definition 7; groups as in PHEindicatormethods.',
      api: ask('/deciles'),
    },
    {
      id: 'funnel',
      title: 'Funnel: which places stand out, whatever their size',
      rule: html`<p>
        Around the common mean, limits open like a funnel where places are small. Lists are so large that
        plain limits flag nearly every place, which says only that places differ. So the limits are
        widened by the differences that are usual between places (overdispersion): φ is how many times
          more places vary than counting people would have it, and τ² the variance between places that is
          left over, on the scale of arcsine roots. Adjusted limits are the default. Where lists are large they
          are nearly parallel: the size of a place then hardly matters, and the chart says so. Of fewer than
          ${fewestPlaces} places none is judged.
        </p>`,
      worked: funnels.adjusted && funnels.plain && funnelWorked(funnels.adjusted, funnels.plain),
      source:
        'D. J. Spiegelhalter, Statistics in Medicine 24 (2005), 1185–1202, and Quality and Safety in Health Care 14 (2005), 347–351: z-scores of arcsine roots, a tenth winsorised at each end.',
      api: ask('/funnel', { level: 'ccg' }),
    },
  ];
}

const fifths = ['lowest', 'second', 'middle', 'fourth', 'highest'] as const;

/** The quintile that a practice is in, to end a sentence. */
const fifthText = (group: number | null): string =>
  group === null ? '' : `, and is in the ${fifths[group - 1]} fifth`;

const variation = (row: Judged) => [
  readableName(row.area_name),
  `${formatCount(row.numerator ?? 0)} of ${formatCount(row.denominator ?? 0)}`,
  exact(row.value),
  `${exact(row.lower_95)} to ${exact(row.upper_95)}`,
  `${exact(row.lower_998)} to ${exact(row.upper_998)}`,
];

const funnelWorked = (adjusted: Funnel, plain: Funnel) => html`<p>
    ${formatCount(adjusted.units)} CCGs around ${formatPercent(adjusted.target)}: φ
    ${formatCount(adjusted.phi)}, τ² ${adjusted.tau2.toPrecision(3)}.
  </p>
  ${workedTable(
    'CCGs that each kind of limit flags',
    ['Limits', 'Beyond 95%', 'Beyond 99.8%'],
    [
      ['Adjusted', ...flags(adjusted)],
      ['Plain', ...flags(plain)],
    ],
  )}`;

const flags = ({ beyond95, beyond998, units }: Funnel) =>
  [beyond95, beyond998].map((count) => `${formatCount(count)} of ${formatCount(units)}`);
