import { formatRange } from '../definitions/numbers.ts';

/** The name of the range beside a figure. */
export const intervalName = '95% confidence interval, Wilson';

/** What the interval is and what it is not, shown where it first appears. */
export const intervalMeaning =
  'The 95% and 99.8% confidence intervals are Wilson’s: the least uncertainty that counting so few people leaves. Everybody is counted, so it is no sampling error, and practices differ by far more than it allows, so it is no test of one area against another.';

/** The same in the words of the pages. */
export const intervalPlainly =
  'The range given with a figure is its 95% confidence interval (Wilson): the least uncertainty that counting so few people leaves. Practices differ for many other reasons.';

/** An interval of a share, cut off at 0: that of a few practices' share may go below, but no share does. */
export const shareRange = ([lower, upper]: readonly [number, number]): string =>
  formatRange([Math.max(0, lower), upper]);
