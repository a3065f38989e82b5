import { formatCount } from '../definitions/numbers.ts';

/** What a pasted list of codes came to, as English. */
export function groupSentence(counts: {
  found: number;
  unknown: number;
  duplicate: number;
}): string {
  const { found, unknown, duplicate } = counts;
  const practices = found === 1 ? '1 practice is' : `${formatCount(found)} practices are`;
  const rest = [
    unknown === 1
      ? '1 code is unknown'
      : unknown > 1
        ? `${formatCount(unknown)} codes are unknown`
        : '',
    duplicate === 1
      ? '1 code was there before'
      : duplicate > 1
        ? `${formatCount(duplicate)} codes were there before`
        : '',
  ].filter(Boolean);
  return `${[`${found ? practices : 'No practice is'} in the group`, ...rest].join('; ')}.`;
}
