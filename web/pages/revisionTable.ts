import { html, type TemplateResult } from 'lit';
import { measureOf } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import { bareValue } from '../../data/words/english.ts';
import { withMarks } from '../marks.ts';

/** A figure in both this release and the previous one that differs. */
export interface Revision {
  period: string;
  area_name: string;
  measure: string;
  value_before: number | null;
  value_after: number | null;
  difference: number | null;
}

/** Groups consecutive revisions of the same place and measure. */
function grouped(revisions: readonly Revision[]): Revision[][] {
  const groups: Revision[][] = [];
  for (const row of revisions) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (last?.area_name === row.area_name && last.measure === row.measure) group!.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** The first revised figures of `of`, by place and measure: each month as it was and as it is. */
export const revisionTable = (revisions: readonly Revision[], of: number): TemplateResult =>
  withMarks(html`<div
  class="scroll" tabindex="0" role="region" aria-label="Revised figures"
>
  <table class="table table--narrow">
    <caption class="table__caption"><span class="table__caption-text">Revised figures${of > revisions.length ? `: the first ${revisions.length} of ${formatCount(of)}` : ''}</span></caption>
    <thead>
      <tr>
        <th scope="col">Month</th>
        <th scope="col" class="table__number">Before</th>
        <th scope="col" class="table__number">Now</th>
      </tr>
    </thead>
    ${grouped(revisions).map(groupRows)}
  </table>
</div>`);

function groupRows(group: readonly Revision[]) {
  const [{ area_name: name, measure: id }] = group as [Revision];
  const measure = measureOf(id);
  const text = (value: number | null) => (value === null ? '[x]' : bareValue(value, measure));
  return html`<tbody>
    <tr class="table__group">
      <th scope="rowgroup" colspan="3">
        ${readableName(name)}
        <span class="table__note">${measure.title}, ${measure.unit}</span>
      </th>
    </tr>
    ${group.map(
      (row) => html`<tr>
        <th scope="row" class="table__indent">${formatMonth(row.period)}</th>
        <td class="table__number">${text(row.value_before)}</td>
        <td class="table__number">${text(row.value_after)}</td>
      </tr>`,
    )}
  </tbody>`;
}
