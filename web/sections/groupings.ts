import { html, type TemplateResult } from 'lit';
import type { Breakdown } from '../../data/definitions/breakdowns.ts';
import { measureOf, type ServiceChoice, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount, formatPercent } from '../../data/definitions/numbers.ts';
import { countsOf } from '../../data/words/figure.ts';
import { shareRange } from '../../data/words/interval.ts';
import type { Meta } from '../ask.ts';
import { withMarks } from '../marks.ts';
import { methodLink } from '../methodLink.ts';
import type { Address } from '../page.ts';
import type { Group, Grouping } from '../questions/groups.ts';

export interface GroupingsShown {
  groupings: readonly Grouping[];
  /** How suppliers differ, for those who have not opened it. */
  gist: string;
  service: ServiceChoice;
  period: string;
  /** Code of the area. */
  area: string;
  meta: Pick<Meta, 'release'>;
  /** For example "in England". */
  where: string;
}

const titles: Partial<Record<Breakdown['id'], string>> = {
  supplier: 'system supplier',
  list_size: 'list size',
};

/** Groups with a smaller share of the area's patients than this, in percent, are not named as ends. */
const worthNaming = 1;

/** One group alone is named if it has a larger share of the area's patients than this, in percent. */
const mostPatients = 50;

/** Codes of practices whose supplier a file gives as unknown, or leaves blank. */
const unknown = ['NK', 'not_known'];

const nameIn = (by: Breakdown['id'], { code, name }: Group): string =>
  by === 'supplier'
    ? unknown.includes(code)
      ? 'practices whose supplier is not known'
      : `practices on ${name}`
    : `practices with ${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/** How the groups differ, as a heading that names the ends if their intervals do not overlap. */
export function groupingSentence({ by, groups }: Grouping): string {
  const named = groups
    .filter(
      ({ value, interval, share }) => value !== null && interval && (share ?? 0) >= worthNaming,
    )
    .sort((a, b) => b.value! - a.value!);
  const [first, last] = [named[0], named.at(-1)];
  const tooFew = `Too few practices to compare by ${titles[by]}`;
  if (!first && groups.some(({ value }) => value !== null)) return tooFew;
  if (!first || !last || (named.length === 1 && unknown.includes(first.code)))
    return `Nothing is known by ${titles[by]}`;
  if (named.length === 1) {
    if (first.share! <= mostPatients) return tooFew;
    const isAll = groups.every((group) => group === first || !group.practices);
    const patients = isAll ? 'All patients' : `${formatPercent(first.share!)} of patients`;
    return `${patients} are at ${nameIn(by, first)}: ${formatPercent(first.value!)} set up`;
  }
  if (first.interval![0] <= last.interval![1]) return `No clear difference by ${titles[by]}`;
  const share = (group: Group) => `${formatPercent(group.value!)} at ${nameIn(by, group)}`;
  const range = `${share(last)} to ${share(first)}`;
  // Groups beyond those ends are in the table below, and the heading says that it leaves them out.
  const beyond = groups.filter(
    ({ value }) => value !== null && (value > first.value! || value < last.value!),
  );
  if (!beyond.length) return `From ${range}`;
  const known = beyond.every(({ interval }) => interval) ? '' : 'a confidence interval and ';
  return `Among groups with ${known}at least ${worthNaming}% of patients, from ${range}`;
}

/** The practices of an area by supplier and by list size: a heading that says how they differ, and a table. */
export const groupingsView = (address: Address, shown: GroupingsShown): TemplateResult => html`
  ${shown.groupings.map(
    (grouping) => html`<h3 class="section__subtitle">${groupingSentence(grouping)}</h3>
      ${groupingTable(address, grouping, shown)}`,
  )}
  <p class="small">
    Groups of practices differ in more than one way at once. A difference between them does not show
    what made it. ${methodLink(address, 'clustered')}
  </p>
`;

const twoReturns = (groups: readonly Group[]): string =>
  groups.some(({ name }) => name.endsWith('(I)')) ? ' (I): practices that sent two returns.' : '';

function groupingTable(
  address: Address,
  { by, groups }: Grouping,
  { service, period, area, where, meta }: GroupingsShown,
) {
  const measure = measureOf(`${service}_enabled`);
  const question = { area, by, measure: measure.id, period, release: meta.release };
  return html`${withMarks(html`<div class="scroll" tabindex="0" role="region" aria-label="Practices by ${titles[by]}, as a table">
      <table class="table">
        <caption class="table__caption"><span class="table__caption-text">Patients set up to
          ${serviceWords[service].does} ${where}, by ${titles[by]}, ${formatMonth(period)}
          <span class="table__note">The range is the 95% confidence interval, clustered by practice.${twoReturns(groups)}</span></span></caption>
        <thead>
          <tr>
            <th scope="col">${by === 'supplier' ? 'Supplier' : 'List'}</th>
            <th scope="col" class="table__number">Practices</th>
            <th scope="col" class="table__number">Share of patients</th>
            <th scope="col" class="table__number">Set up</th>
          </tr>
        </thead>
        <tbody>
          ${groups.map(
            (group) => html`<tr>
              <th scope="row">${group.name}</th>
              <td class="table__number">${formatCount(group.practices)}</td>
              <td class="table__number">${group.share === null ? '[x]' : formatPercent(group.share)}</td>
              <td class="table__number">
                ${group.value === null ? (group.marker ?? '[x]') : formatPercent(group.value)}
                ${group.interval ? html`<span class="table__of">${shareRange(group.interval)}</span>` : ''}
                <span class="table__of">${countsOf(group, measure)}</span>
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`)}
    <p><a href=${address.api('/breakdowns', { ...question, format: 'csv' })} download>Download as CSV</a></p>`;
}
