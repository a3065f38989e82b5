import { html, type TemplateResult } from 'lit';
import { measureOf, type ServiceChoice } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { countsOf, formatValue } from '../../data/words/figure.ts';
import { thoseCounted } from '../../data/words/measure.ts';
import type { Part, Series } from '../figures.ts';
import { withMarks } from '../marks.ts';
import type { Published } from '../questions/published.ts';
import { fold } from './fold.ts';

/**
 * Public statements about England's figures of a service, collapsed, with this release's figures for the same months.
 */
export function publishedView(
  published: readonly Published[],
  service: ServiceChoice,
  england: Series,
): TemplateResult | '' {
  const rows = published.filter(({ period }) => england.months[period]);
  if (!rows.length) return '';
  return fold(
    'said',
    'What was said in public at the time',
    '',
    withMarks(html`<div class="scroll" tabindex="0" role="region" aria-label="What was said in public, as a table">
      <table class="table">
        <caption class="table__caption"><span class="table__caption-text">England: what was said in public, and what these figures hold</span></caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">What</th>
            <th scope="col">Said</th>
            <th scope="col">Here</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => publishedRow(row, service, england))}
        </tbody>
      </table>
    </div>`),
  );
}

function publishedRow(row: Published, service: ServiceChoice, england: Series): TemplateResult {
  const measure = measureOf(row.measure);
  const figure = england.months[row.period]![row.measure.slice(service.length + 1) as Part];
  return html`<tr>
    <th scope="row">${formatMonth(row.period)}</th>
    <td>${thoseCounted(measure)}</td>
    <td>${row.said}</td>
    <td>
      ${figure ? formatValue(figure, measure) : '[x]'}
      <span class="table__of">${figure ? countsOf(figure, measure) : ''}</span>
    </td>
    <td><a href=${row.url} rel="noopener">${row.source}</a></td>
  </tr>`;
}
