import { html } from 'lit';
import { type LevelId, levelOf } from '../../data/definitions/levels.ts';
import { type Measure, measureOf } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import { formatCount, formatPercent } from '../../data/definitions/numbers.ts';
import { capital } from '../../data/words/english.ts';
import { withMarks } from '../marks.ts';

/** How much of a place reported a measure in a month. */
export interface CoverageRow {
  period: string;
  level: LevelId;
  area_name: string;
  measure: string;
  practices: number;
  practices_reported: number;
  practices_share: number;
}

const words = ({ service, heading }: Measure): string =>
  service === 'any' ? `${heading}, any service` : heading;

/** England by month: the percentage of practices in the extract that reported each measure. */
export function coverageByMonth(rows: readonly CoverageRow[], periods: readonly string[]) {
  const measures = [...new Set(rows.map(({ measure }) => measure))].map(measureOf);
  const at = new Map(rows.map((row) => [`${row.period} ${row.measure}`, row]));
  const inExtract = (period: string) => rows.find((row) => row.period === period)?.practices;
  return withMarks(html`<div class="scroll" tabindex="0" role="region" aria-label="Coverage by month">
    <table class="table">
      <caption class="table__caption"><span class="table__caption-text">Practices in the extract, and the percentage that reported</span></caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col" class="table__number">Practices</th>
          ${measures.map((measure) => html`<th scope="col" class="table__number">${words(measure)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${[...periods].reverse().map(
          (period) => html`<tr>
            <th scope="row">${formatMonth(period)}</th>
            <td class="table__number">${formatCount(inExtract(period) ?? 0)}</td>
            ${measures.map(({ id }) => {
              const row = at.get(`${period} ${id}`);
              return html`<td class="table__number">${row ? formatPercent(row.practices_share) : '[z]'}</td>`;
            })}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`);
}

/** One measure and month by level: how many places have full coverage, and the one with the least. */
export function coverageByLevel(rows: readonly CoverageRow[]) {
  const levels = [...new Set(rows.map(({ level }) => level))];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Coverage by level">
    <table class="table">
      <caption class="table__caption"><span class="table__caption-text">Places, by how many of their practices reported patients set up</span></caption>
      <thead>
        <tr>
          <th scope="col">Level</th>
          <th scope="col" class="table__number">Places</th>
          <th scope="col" class="table__number">Every practice reported</th>
          <th scope="col">Least coverage</th>
        </tr>
      </thead>
      <tbody>
        ${levels.map((level) => levelRow(level, rows))}
      </tbody>
    </table>
  </div>`;
}

function levelRow(level: LevelId, all: readonly CoverageRow[]) {
  const rows = all.filter((row) => row.level === level);
  const least = rows.reduce((a, b) => (b.practices_share < a.practices_share ? b : a));
  const whole = rows.filter((row) => row.practices_reported === row.practices).length;
  const { many } = levelOf(level);
  return html`<tr>
    <th scope="row">${capital(many)}</th>
    <td class="table__number">${formatCount(rows.length)}</td>
    <td class="table__number">${formatCount(whole)}</td>
    <td>
      ${
        least.practices_reported === least.practices
          ? 'complete'
          : html`${readableName(least.area_name)}
              <span class="table__note"
                >${formatCount(least.practices_reported)} of ${formatCount(least.practices)} practices,
                ${formatPercent(least.practices_share)}</span
              >`
      }
    </td>
  </tr>`;
}
