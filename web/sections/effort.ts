import { html, type TemplateResult } from 'lit';
import { type ServiceChoice, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import { formatCount, formatPeople, formatPercent } from '../../data/definitions/numbers.ts';
import { counted, plural } from '../../data/words/english.ts';
import type { Meta } from '../ask.ts';
import type { Address } from '../page.ts';
import { placeLink } from '../placeLink.ts';
import { type Effort, effortQuestion, type ShortArea } from '../questions/effort.ts';
import { setUpText } from './setUpText.ts';

export interface EffortShown {
  effort: Effort;
  /** A summary for those who have not opened it. */
  gist: string;
  /** For England, its CCGs that are short of its level, largest shortfall first; null elsewhere. */
  ccgs: readonly ShortArea[] | null;
  service: ServiceChoice;
  period: string;
  /** Code of the area. */
  area: string;
  meta: Pick<Meta, 'release'>;
  /** For example "in England". */
  where: string;
}

/** How few practices account for how much, in one line. */
export function effortGist({ gap, short, holdHalf, reported }: Effort): string {
  if (!reported) return '';
  if (!short) return 'no practice is short of England’s level';
  const patients = `${formatPeople(gap)} ${plural(gap, 'patient')} short of England’s level`;
  return short === 1
    ? `${patients}, all at one practice`
    : `${patients}, at least half of them at ${formatCount(holdHalf)} of ${counted(reported, 'practice')}`;
}

/** Rows of the table of CCGs. */
const mostCcgs = 10;

/**
 * Where setting up more patients would close most of a gap: how few practices make up most of it, and which ones; for
 * England, which CCGs.
 */
export function effortView(address: Address, shown: EffortShown): TemplateResult {
  const { effort, ccgs } = shown;
  return html`<p class="section__lead">${effort.sentence}</p>
    ${effort.reported > 20 && effort.short ? bars(effort) : ''}
    ${ccgs ? (ccgs.length ? ccgTable(address, ccgs, shown) : '') : practiceTable(address, shown)}`;
}

/** CCGs by patients short of England's level, with their share of the total shortfall. */
function ccgTable(
  address: Address,
  ccgs: readonly ShortArea[],
  { service, period, meta }: EffortShown,
) {
  const all = ccgs.reduce((sum, { gap }) => sum + gap, 0);
  const told = ccgs.slice(0, mostCcgs);
  const csv = address.api('/figures', {
    level: 'ccg',
    measure: `${service}_enabled`,
    period,
    release: meta.release,
    format: 'csv',
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="CCGs furthest short, as a table">
      <table class="table">
        <caption class="table__caption"><span class="table__caption-text">The ${counted(told.length, 'CCG')} most patients short of England’s level, of ${formatCount(ccgs.length)} that are below it, ${formatMonth(period)}
          <span class="table__note">Patients set up to ${serviceWords[service].does}. A large CCG can be short of many
            patients: this says where effort reaches most people.</span></span></caption>
        <thead>
          <tr>
            <th scope="col">CCG</th>
            <th scope="col" class="table__number">Set up</th>
            <th scope="col" class="table__number">Patients short</th>
            <th scope="col" class="table__number">Share of all that CCGs are short</th>
          </tr>
        </thead>
        <tbody>
          ${told.map(
            (one) => html`<tr>
              <th scope="row"><a href=${placeLink(address, 'ccg', one.code)}>${readableName(one.name)}</a></th>
              <td class="table__number">${formatPercent(one.value)}</td>
              <td class="table__number">${formatCount(one.gap)}</td>
              <td class="table__number">${formatPercent((one.gap / all) * 100)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p><a href=${csv} download>Download all CCGs as CSV</a></p>`;
}

function practiceTable(address: Address, shown: EffortShown): TemplateResult | '' {
  const { effort, service, period, area, where, meta } = shown;
  const { practices, short } = effort;
  const question = effortQuestion({ area, measure: `${service}_enabled`, period });
  return practices.length
    ? html`<div class="scroll" tabindex="0" role="region" aria-label="Practices with the largest gaps, as a table">
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
                        <span class="table__of">${one.code}, ${formatCount(one.registered)} patients${one.supplierChanged ? `, changed supplier in ${formatMonth(one.supplierChanged)}` : ''}</span>
                      </th>
                      <td class="table__number">${setUpText(one.value, one.registered, service)}</td>
                      <td class="table__number">${formatCount(one.gap)}</td>
                      <td class="table__number">${formatPercent(one.runningShare)}</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            <p><a href=${address.api('/promote', { ...question, release: meta.release, format: 'csv' })} download>Download all ${formatCount(short)} as CSV</a></p>`
    : '';
}

/** Two bars, one above the other: the practices that make up at least half of the gap among all, and a half. */
const bars = ({ holdHalf, reported }: Effort) => html`<div class="halves">
  <p class="halves__text">${formatCount(holdHalf)} of ${formatCount(reported)} practices…</p>
  ${bar(holdHalf / reported)}
  <p class="halves__text">…account for at least half of the gap</p>
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
