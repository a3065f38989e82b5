import { formatMonth, formatShortMonth } from '../../../../data/definitions/months.ts';
import { reading } from '../palette.ts';
import type { Mark } from './context.ts';
import type { DrawnLines, Line } from './line.ts';

/** An invisible band over each month that has every line's value as its reading. */
export function readings(
  { lines, months, x, width }: DrawnLines,
  said: readonly (Mark & { value: number })[],
) {
  return {
    data: {
      values: months.map((period) => ({
        month: formatShortMonth(period),
        reading: [
          formatMonth(period),
          ...lines.map((line) => readingOf(line, period)),
          ...said
            .filter((one) => one.period === period)
            .map(({ text }) => `said at the time: ${text}`),
        ].join('\n'),
      })),
    },
    mark: {
      type: 'rule',
      aria: true,
      opacity: 0,
      strokeWidth: Math.max(2, width / Math.max(1, months.length - 1)),
    },
    encoding: { x, ...reading },
  };
}

function readingOf({ name, months }: Line, period: string): string {
  const text = months.find((one) => one.period === period)?.text ?? 'no figure';
  return name ? `${name}: ${text}` : text;
}
