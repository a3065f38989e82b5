import { html, type TemplateResult } from 'lit';
import { measureOf, type Service } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { fixed } from '../../data/definitions/numbers.ts';
import type { ChangePart } from '../../data/words/change.ts';
import { capital, changeUnit } from '../../data/words/english.ts';
import { thoseCounted } from '../../data/words/measure.ts';
import { withMarks } from '../marks.ts';
import type { Change } from '../questions/changes.ts';

/** Where a part of a change comes from, as the heading of its row. */
const partTitles: Record<ChangePart | 'total', string> = {
  uptake: 'Practices whose own figure changed',
  changed_supplier: 'Practices that changed supplier',
  list_sizes: 'Practices that have a larger or smaller part of the patients',
  came: 'Practices that came',
  left: 'Practices that left',
  began_reporting: 'Practices that began to report',
  stopped_reporting: 'Practices that stopped reporting',
  total: 'In all',
};
const parts = Object.keys(partTitles) as (ChangePart | 'total')[];

/** Points as a table says them, with their sign; `[low]` for what rounds to none but is not. */
function points(contribution: number | null): string {
  if (contribution === null) return '[x]';
  if (contribution === 0) return '0';
  const rounded = fixed(Math.abs(contribution), 2);
  if (rounded === '0.00') return '[low]';
  return `${contribution > 0 ? '+' : '−'}${rounded}`;
}

/** What changed since the month and the year before: as sentences, and taken apart as a table. */
export function changeView(changes: readonly Change[], service: Service): TemplateResult {
  if (!changes.length) {
    return html`<p class="section__lead">
      This release holds no earlier month, so no change can be told.
    </p>`;
  }
  const measure = measureOf(`${service}_enabled`);
  const isLow = (part: ChangePart | 'total') =>
    changes.every((change) => ['0', '[low]'].includes(points(change.parts[part])));
  const told = parts.filter((part) => part === 'total' || !isLow(part));
  const left = parts.some((part) => part !== 'total' && isLow(part));
  return html`<div class="said">${changes.map(({ sentence }) => html`<p>${sentence}</p>`)}</div>
    ${
      told.length > 1
        ? withMarks(html`<div class="scroll" tabindex="0" role="region" aria-label="Changes taken apart, as a table">
            <table class="table table--narrow">
              <caption class="table__caption"><span class="table__caption-text">Where the change came from
                <span class="table__note">${capital(changeUnit(measure))} of ${thoseCounted(measure)}.</span></span></caption>
              <thead>
                <tr>
                  <th scope="col">From</th>
                  ${changes.map(
                    ({ from }) =>
                      html`<th scope="col" class="table__number">Since ${formatMonth(from)}</th>`,
                  )}
                </tr>
              </thead>
              <tbody>
                ${told.map(
                  (part) => html`<tr class=${part === 'total' ? 'table__own' : ''}>
                    <th scope="row">${partTitles[part]}</th>
                    ${changes.map(
                      (change) =>
                        html`<td class="table__number">${points(change.parts[part])}</td>`,
                    )}
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`)
        : ''
    }
    ${
      left && told.length > 1
        ? html`<p class="small">
            What else there is (practices that came or left, began or stopped reporting, or whose share of
            the patients changed) adds less than 0.005 of a point each.
          </p>`
        : ''
    }`;
}

/** The changes of one practice, which has no parts to take apart, as sentences. */
export const changeLines = (changes: readonly Change[]): TemplateResult => html`<div
  class="said"
>
  ${changes.map(({ sentence }) => html`<p>${sentence}</p>`)}
</div>`;
