import { html, type TemplateResult } from 'lit';
import { measureOf, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import { formatRange } from '../../data/definitions/numbers.ts';
import { bareValue, capital, columnTitle } from '../../data/words/english.ts';
import { countsWithOddity, peopleOrValue } from '../../data/words/figure.ts';
import { intervalName } from '../../data/words/interval.ts';
import { percentileWords } from '../../data/words/standing.ts';
import { withMarks } from '../marks.ts';
import type { Percentile } from '../questions/percentiles.ts';
import { type Beside, besideOf, type Standing, type Standings } from '../questions/standing.ts';
import { type ServiceStatus, statusWords } from './status.ts';

/** The stages of a service beyond offering it, as in the ids of their measures. */
const stages = ['enabled', 'accessed', 'use'] as const;

export interface StandingShown {
  name: string;
  period: string;
  services: readonly ServiceStatus[];
  standings: Standings;
  percentiles: Record<string, Percentile>;
}

/**
 * A practice's three services: each figure with its confidence interval, compared with its CCG, its peers and England.
 */
export function standingTable(shown: StandingShown): TemplateResult {
  const { name, period, services, standings } = shown;
  const held = stages.filter((stage) =>
    services.some(({ service }) => {
      const standing = standings[`${service}_${stage}`];
      return standing && standing.figure.marker !== '[z]';
    }),
  );
  const ccg = besideOf(Object.values(standings)[0], 'ccg');
  return html`${withMarks(html`<div class="scroll" tabindex="0" role="region" aria-label="All three services as a table">
    <table class="table table--standing">
      <caption class="table__caption"><span class="table__caption-text">${name}, ${formatMonth(period)}
        <span class="table__note">Percent of its patients, with the ${intervalName}, beneath. Higher and lower are against the rest of each.</span></span></caption>
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col" class="table__number">This practice</th>
          <th scope="col">Compared with ${ccg ? readableName(ccg.name) : 'its CCG'}</th>
          <th scope="col">Compared with similar practices</th>
          <th scope="col">Compared with England</th>
          <th scope="col">Among all practices</th>
        </tr>
      </thead>
      ${services.map(
        ({ service, status }) => html`<tbody>
          <tr class="table__group">
            <th scope="rowgroup" colspan="6">
              <span class="table__caption-text">${serviceWords[service].name}:
                <span class="table__status">${statusWords(status)}</span></span>
            </th>
          </tr>
          ${held.map((stage) => row(shown, `${service}_${stage}`))}
        </tbody>`,
      )}
    </table>
  </div>`)}
  ${reasons(shown).map((reason) => html`<p class="small">${reason}</p>`)}`;
}

/** Why figures with a value are called neither higher nor lower, as sentences, each once. */
export function reasons({ standings }: Pick<StandingShown, 'standings'>): string[] {
  const told = Object.values(standings).flatMap(({ figure, beside }) =>
    figure.value === null
      ? []
      : beside.flatMap(({ verdict, reason }) => (reason ? `${capital(verdict)}: ${reason}.` : [])),
  );
  return [...new Set(told)];
}

function row({ standings, percentiles }: StandingShown, id: string) {
  const standing = standings[id];
  const percentile = percentiles[id]?.percentile ?? null;
  return html`<tr>
    <th scope="row" class="table__indent">${columnTitle(measureOf(id))}</th>
    ${ownCell(standing, id)}
    ${(['ccg', 'peers', 'england'] as const).map(
      (level) => html`<td>${besideText(standing, besideOf(standing, level), id)}</td>`,
    )}
    <td>${percentile === null ? '' : rankText(standing, percentile)}</td>
  </tr>`;
}

/** Many practices have none at all, so that has no meaningful rank. */
const rankText = (standing: Standing | undefined, percentile: number): string =>
  standing?.figure.value === 0 ? 'none at all' : percentileWords(percentile);

function ownCell(standing: Standing | undefined, id: string): TemplateResult {
  const value = standing?.figure.value ?? null;
  if (!standing || value === null) {
    return html`<td class="table__number">${standing?.figure.marker ?? '[x]'}</td>`;
  }
  return html`<td class="table__number">
    ${peopleOrValue({ ...standing.figure, value }, measureOf(id))}
    ${standing.interval ? html`<span class="table__of">${formatRange(standing.interval)}</span>` : ''}
    <span class="table__of">${countsWithOddity(standing.figure, measureOf(id))}</span>
  </td>`;
}

const text = (id: string, value: number): string => bareValue(value, measureOf(id));

/** How a figure compares with another, as briefly as possible: "lower than 6.9%". */
function besideText(standing: Standing | undefined, beside: Beside | undefined, id: string) {
  const own = standing?.figure.value ?? null;
  if (!beside || beside.value === null) return '[x]';
  const value = text(id, beside.value);
  const { verdict } = beside;
  if (verdict === 'higher' || verdict === 'lower' || verdict === 'about the same') {
    return html`<span class="table__beside">${verdict}</span>
      ${verdict === 'about the same' ? 'as' : 'than'} ${value}`;
  }
  return html`${value}${own === null ? '' : html`<span class="table__of">${verdict}</span>`}`;
}
