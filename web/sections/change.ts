import { html, type TemplateResult } from 'lit';
import { measureOf, type ServiceChoice } from '../../data/definitions/measures.ts';
import { formatMonth, formatShortMonth } from '../../data/definitions/months.ts';
import { fixed } from '../../data/definitions/numbers.ts';
import type { ChangePart } from '../../data/words/changeParts.ts';
import { capital, changeUnit } from '../../data/words/english.ts';
import { thoseCounted } from '../../data/words/measure.ts';
import { withMarks } from '../marks.ts';
import type { Change } from '../questions/changes.ts';

/** The source of a part of a change, as the heading of its row. */
const partTitles: Record<ChangePart, string> = {
  uptake: 'Practices’ own change',
  changed_supplier: 'Changes of supplier',
  list_sizes: 'Changes in list sizes',
  came: 'New practices',
  left: 'Closed or gone',
  began_reporting: 'Began to report',
  stopped_reporting: 'Stopped reporting',
};
const parts = Object.keys(partTitles) as ChangePart[];

/** Percentage points with their sign; `[low]` for a value that rounds to zero but is not zero. */
function points(contribution: number | null | undefined): string {
  if (contribution == null) return '[x]';
  if (contribution === 0) return '0';
  const rounded = fixed(Math.abs(contribution), 2);
  if (rounded === '0.00') return '[low]';
  return `${contribution > 0 ? '+' : '−'}${rounded}`;
}

export interface ChangeShown {
  /** Shortest period first. */
  changes: readonly Change[];
  service: ServiceChoice;
}

/**
 * The sources of a change, as a table with bars that form a waterfall, from zero at the top to the whole change since
 * the earliest month at the bottom. Empty if there are no parts to distinguish.
 */
export function changeView({ changes, service }: ChangeShown): TemplateResult | '' {
  const measure = measureOf(`${service}_enabled`);
  const isLow = (part: ChangePart) =>
    changes.every((change) => ['0', '[low]'].includes(points(change.parts[part])));
  const told = parts.filter((part) => !isLow(part));
  const longest = changes.at(-1);
  if (!longest || !told.length) return '';
  const low = parts.filter(isLow);
  const rest = (change: Change) => low.reduce((sum, part) => sum + (change.parts[part] ?? 0), 0);
  const rows: { title: string; of: (change: Change) => number | null }[] = [
    ...told.map((part) => ({
      title: partTitles[part],
      of: ({ parts }: Change) => parts[part],
    })),
    ...(low.length ? [{ title: 'Other', of: rest }] : []),
  ];
  const bars = waterfall(
    rows.map(({ of }) => of(longest)),
    longest.parts.total,
  );
  return html`${withMarks(html`<div class="scroll" tabindex="0" role="region" aria-label="Where the change came from, as a table">
      <table class="table table--waterfall">
        <caption class="table__caption"><span class="table__caption-text">Where the change came from
          <span class="table__note">${capital(changeUnit(measure))} of ${thoseCounted(measure)}. Bars: since ${formatMonth(longest.from)}, one after the other.</span></span></caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            ${changes.map(
              ({ from }) =>
                html`<th scope="col" class="table__number">Since ${formatShortMonth(from)}</th>`,
            )}
            <td class="waterfall__cell"></td>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ title, of }, i) => html`<tr>
              <th scope="row">${title}</th>
              ${changes.map((change) => html`<td class="table__number">${points(of(change))}</td>`)}
              <td class="waterfall__cell">${bars.parts[i]}</td>
            </tr>`,
          )}
          <tr class="table__own">
            <th scope="row">Total</th>
            ${changes.map(
              ({ parts }) => html`<td class="table__number">${points(parts.total)}</td>`,
            )}
            <td class="waterfall__cell">${bars.total}</td>
          </tr>
        </tbody>
      </table>
    </div>`)}`;
}

/** Bars that each begin where the previous one ended, and that of their total, which begins at zero. */
function waterfall(steps: readonly (number | null)[], total: number | null) {
  let at = 0;
  const spans = steps.map((step) => {
    const from = at;
    at += step ?? 0;
    return [from, at] as const;
  });
  const ends = [0, total ?? 0, ...spans.flat()];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const place = (value: number) => (high === low ? 0 : ((value - low) / (high - low)) * 100);
  const bar = ([from, to]: readonly [number, number], kind: string) => {
    const [left, right] = [place(Math.min(from, to)), place(Math.max(from, to))];
    return html`<svg class="waterfall" aria-hidden="true" focusable="false">
      <line class="waterfall__none" x1=${percent(place(0))} x2=${percent(place(0))} y1="0" y2="100%"></line>
      <rect class=${`waterfall__bar waterfall__bar--${kind}`} x=${percent(left)} width=${percent(right - left)} y="20%" height="60%"></rect>
    </svg>`;
  };
  return {
    parts: spans.map((span) => bar(span, span[1] < span[0] ? 'less' : 'more')),
    total: total === null ? '' : bar([0, total], 'total'),
  };
}

const percent = (value: number): string => `${fixed(value, 2)}%`;
