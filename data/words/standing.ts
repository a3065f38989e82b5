import { type Service, serviceWords } from '../definitions/measures.ts';
import { formatPercent } from '../definitions/numbers.ts';
import type { Comparison } from '../statistics/benchmark.ts';

/** What natural variation is, in the words of the pages, wherever it first appears. */
export const naturalVariationPlainly =
  'Chance alone moves a figure a little, and moves it more where a list is small. The range beside a figure says how far: its natural variation at 95%. We say more or fewer only where all of that range lies on one side.';

/** Nearer to a benchmark than this part of it, a difference is called slight. */
const slight = 1 / 20;

/**
 * How many patients a share stands for beside a benchmark, both in percent: more or fewer only where its natural
 * variation lies wholly on one side; null where the two are not compared.
 */
export function besideWord(
  comparison: Comparison,
  value: number,
  benchmark: number,
): string | null {
  if (comparison === 'not_compared') return null;
  if (comparison === 'similar') return 'about as many';
  const word = comparison === 'higher' ? 'more' : 'fewer';
  return Math.abs(value - benchmark) < benchmark * slight ? `slightly ${word}` : word;
}

/** The same with what it is held against: "more than in England", "about as many as in England"; null likewise. */
export function besideWords(
  comparison: Comparison,
  value: number,
  benchmark: number,
  whom: string,
): string | null {
  const word = besideWord(comparison, value, benchmark);
  return word && `${word} ${comparison === 'similar' ? 'as' : 'than'} ${whom}`;
}

/** Patients set up beside a benchmark, as a sentence: "5.1% of patients are set up to …, more than in England (4.5%)." */
export function besideSentence(
  service: Service,
  comparison: Comparison,
  value: number,
  benchmark: number,
  whom: string,
): string {
  const words =
    besideWords(comparison, value, benchmark, whom) ?? `not compared with those ${whom}`;
  return `${formatPercent(value)} of patients are set up to ${serviceWords[service].does}, ${words} (${formatPercent(benchmark)}).`;
}

/** Shares of practices that people say in words, from the largest, in percent. */
const shares: readonly (readonly [number, string])[] = [
  [95, 'nineteen in twenty practices'],
  [90, 'nine in ten practices'],
  [75, 'three quarters of practices'],
  [200 / 3, 'two thirds of practices'],
  [50, 'half of practices'],
];

/**
 * A percentile as a clause around what it is of: "more patients set up than in three quarters of practices". Only
 * for a share above none, which other practices hardly ever have exactly as well.
 */
export function rankWords(percentile: number, what: string): string {
  const [word, reached] =
    percentile >= 50 ? (['more', percentile] as const) : (['fewer', 100 - percentile] as const);
  const [, those] = shares.find(([share]) => reached >= share)!;
  return `${word} ${what} than in ${those}`;
}

/** A percentile as it stands in a table: "more than in 49 of every 100 practices". */
export function percentileWords(percentile: number): string {
  const below = Math.floor(percentile);
  return below === 0
    ? 'hardly any practice has fewer'
    : `more than in ${below} of every 100 practices`;
}
