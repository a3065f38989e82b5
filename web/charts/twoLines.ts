import { html, svg, type TemplateResult } from 'lit';
import { formatShortMonth, monthsBetween } from '../../data/definitions/months.ts';
import { formatPercent } from '../../data/definitions/numbers.ts';

export interface PlainLine {
  name: string;
  /** By month, in percent; null or absent without a figure. */
  values: Readonly<Record<string, number | null>>;
}

const width = 360;
const height = 150;
const plot = { left: 34, right: 118, top: 12, bottom: 22 };
const least = 16;

/**
 * One line against others through the months, drawn in the page itself and readable on paper in black and white: the
 * first is thick, the others thin and dashed, and each is named at its end. `label` says the same in words.
 */
export function twoLines(lines: readonly PlainLine[], label: string): TemplateResult | '' {
  const known = lines.filter(({ values }) => Object.values(values).some((one) => one !== null));
  const periods = known.flatMap(({ values }) => Object.keys(values)).sort();
  if (!known.length) return '';
  const months = monthsBetween(periods[0]!, periods.at(-1)!);
  const highest = Math.max(
    ...known.flatMap(({ values }) => Object.values(values).map((v) => v ?? 0)),
  );
  const ticks = niceTicks(highest);
  const x = (i: number) =>
    plot.left + (i / Math.max(1, months.length - 1)) * (width - plot.left - plot.right);
  const y = (value: number) =>
    height -
    plot.bottom -
    (value / Math.max(highest, ticks.at(-1)!)) * (height - plot.top - plot.bottom);
  return html`<svg class="plain" viewBox="0 0 ${width} ${height}" role="img" aria-label=${label}>
    ${ticks.map(
      (
        tick,
      ) => svg`<path class=${tick === 0 ? 'plain__axis' : 'plain__rule'} d=${`M${plot.left} ${y(tick).toFixed(1)}H${width - plot.right}`}></path>
        <text class="plain__month" x=${plot.left - 5} y=${(y(tick) + 4).toFixed(1)} text-anchor="end">${tick}%</text>`,
    )}
    <text class="plain__month" x=${plot.left} y=${height - 5}>${formatShortMonth(months[0]!)}</text>
    ${
      months.length > 1
        ? svg`<text class="plain__month" x=${width - plot.right} y=${height - 5} text-anchor="end">${formatShortMonth(months.at(-1)!)}</text>`
        : ''
    }
    ${known.map((line, k) => drawn(line, k === 0, months, x, y))}
    ${labels(known, months, y).map(
      ({ text, at, first }) =>
        svg`<text class=${`plain__name${first ? ' plain__name--first' : ''}`} x=${width - plot.right + 8} y=${at + 4}>${text}</text>`,
    )}
  </svg>`;
}

/** Zero, a round number and its double, which is the first to reach the highest value. */
function niceTicks(highest: number): number[] {
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50].find((one) => 2 * one >= highest) ?? 100;
  return [0, step, 2 * step];
}

function drawn(
  { values }: PlainLine,
  first: boolean,
  months: readonly string[],
  x: (i: number) => number,
  y: (value: number) => number,
) {
  let path = '';
  let pen = false;
  months.forEach((month, i) => {
    const value = values[month] ?? null;
    if (value !== null)
      path += `${pen ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}${pen ? '' : 'h0'}`;
    pen = value !== null;
  });
  return svg`<path class=${`plain__line${first ? ' plain__line--first' : ''}`} d=${path}></path>`;
}

/** The lines' last values with their names, moved apart so that none covers another. */
function labels(
  lines: readonly PlainLine[],
  months: readonly string[],
  y: (value: number) => number,
) {
  const found = lines
    .map(({ name, values }, k) => {
      const value = months.map((month) => values[month] ?? null).findLast((one) => one !== null)!;
      return { text: `${formatPercent(value)} ${name}`, at: y(value), first: k === 0 };
    })
    .sort((a, b) => b.at - a.at);
  found.forEach((one, k) => {
    if (k) one.at = Math.min(one.at, found[k - 1]!.at - least);
  });
  return found;
}
