import { html, type TemplateResult } from 'lit';
import { type Service, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import { formatCount, formatPercent } from '../../data/definitions/numbers.ts';
import type { Address } from '../page.ts';
import { placeLink } from '../placeLink.ts';
import { type Effort, effortQuestion } from '../questions/effort.ts';

interface EffortShown {
  effort: Effort;
  service: Service;
  period: string;
  /** Code of the area. */
  area: string;
  /** "in England" */
  where: string;
}

/** Where more patients set up would close most of a gap: how few practices hold much of it, and which. */
export function effortView(address: Address, shown: EffortShown): TemplateResult {
  const { effort, service, period, area, where } = shown;
  const { practices, short, reported } = effort;
  const question = effortQuestion({ area, measure: `${service}_enabled`, period });
  return html`<p class="section__lead">${effort.sentence}</p>
    ${
      practices.length
        ? html`${reported > 20 ? bars(effort) : ''}
            <div class="scroll" tabindex="0" role="region" aria-label="Practices with the largest gaps, as a table">
              <table class="table">
                <caption class="table__caption"><span class="table__caption-text">The ${
                  practices.length < short
                    ? `${formatCount(practices.length)} largest of ${formatCount(short)} gaps`
                    : short === 1
                      ? 'one gap'
                      : `${formatCount(short)} gaps`
                } ${where}, ${formatMonth(period)}
                  <span class="table__note">Patients set up to ${serviceWords[service].does}. A large gap is often a
                    large list: it says where effort reaches most people.</span></span></caption>
                <thead>
                  <tr>
                    <th scope="col">Practice</th>
                    <th scope="col" class="table__number">Set up</th>
                    <th scope="col" class="table__number">Short of England’s level</th>
                    <th scope="col" class="table__number">Part of the gap so far</th>
                  </tr>
                </thead>
                <tbody>
                  ${practices.map(
                    (one) => html`<tr>
                      <th scope="row">
                        <a href=${placeLink(address, 'practice', one.code)}>${readableName(one.name)}</a>
                        <span class="table__of">${one.code}, ${formatCount(one.registered)} patients</span>
                      </th>
                      <td class="table__number">${formatPercent(one.value)}</td>
                      <td class="table__number">${formatCount(one.gap)}</td>
                      <td class="table__number">${formatPercent(one.runningShare)}</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            <p><a href=${address.api('/promote', { ...question, format: 'csv' })} download>Download all ${formatCount(short)} as CSV</a></p>`
        : ''
    }`;
}

/** Two bars, one over the other: the practices that hold half of the gap among all, and the half that they hold. */
const bars = ({ holdHalf, reported }: Effort) => html`<div class="halves">
  <p class="halves__text">${formatCount(holdHalf)} of ${formatCount(reported)} practices…</p>
  ${bar(holdHalf / reported)}
  <p class="halves__text">…hold half of the gap</p>
  ${bar(0.5)}
</div>`;

const bar = (share: number) => html`<svg
  class="halves__bar"
  viewBox="0 0 100 1"
  preserveAspectRatio="none"
  aria-hidden="true"
  focusable="false"
>
  <rect class="halves__rest" width="100" height="1"></rect>
  <rect class="halves__part" width=${Math.max(0.3, share * 100).toFixed(2)} height="1"></rect>
</svg>`;
