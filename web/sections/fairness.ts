import { escaped } from '../../data/definitions/markup.ts';
import { measureOf } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { fixed, formatPercent } from '../../data/definitions/numbers.ts';
import { fewestPlaces } from '../../data/statistics/verdict.ts';
import { counted } from '../../data/words/english.ts';
import { fifthsAre, fifthsInBrief, fifthsSentence } from '../../data/words/inequality.ts';
import { shareRange } from '../../data/words/interval.ts';
import type { BreakdownsRow, InequalityRow } from '../apiTypes.ts';
import type { Ask, Meta } from '../ask.ts';
import { methodMarkup } from '../methodLink.ts';
import type { Address } from '../page.ts';
import { nothingTold, type Told } from './told.ts';

export interface FairnessAsked {
  area: string;
  measure: string;
  period: string;
  /** For example "in England". */
  where: string;
  meta: Meta;
}

const range = (lower: number | null, upper: number | null): string =>
  lower === null || upper === null ? '' : shareRange([lower, upper]);

/** A bar proportional to the longest, with the interval as a line. */
function bar({ value, lower_95: lower, upper_95: upper }: BreakdownsRow, most: number): string {
  if (value === null) return '';
  const at = (one: number) => fixed((Math.max(0, one) / most) * 100, 2);
  const line =
    lower === null || upper === null
      ? ''
      : `<line class="fifths__range" x1="${at(lower)}" x2="${at(upper)}" y1="5" y2="5"></line>`;
  return `<svg class="fifths__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="fifths__part" width="${at(value)}" height="10"></rect>${line}</svg>`;
}

/** Says how many practices are in no fifth; empty if all are in one. */
const unscoredSaid = (practices: number): string =>
  practices > 0
    ? ` ${counted(practices, 'practice')} without a score ${practices === 1 ? 'is' : 'are'} left out.`
    : '';

function fifths(groups: readonly BreakdownsRow[], unscored: number, caption: string): string {
  const most = Math.max(
    ...groups.map(({ value, upper_95 }) => Math.max(value ?? 0, upper_95 ?? 0)),
  );
  const rows = groups.map(
    (group) =>
      `<tr><th scope="row">${escaped(group.group_name)}<span class="table__of">${counted(group.practices, 'practice')}</span></th><td class="table__number">${group.value === null ? (group.marker ?? '[x]') : formatPercent(group.value)}<span class="table__of">${range(group.lower_95, group.upper_95)}</span></td><td class="fifths__cell">${bar(group, most)}</td></tr>`,
  );
  return `<div class="scroll" tabindex="0" role="region" aria-label="By fifth of deprivation"><table class="table fifths"><caption class="table__caption"><span class="table__caption-text">${escaped(caption)}<span class="table__note">The range is the 95% confidence interval, clustered by practice. ${fifthsAre}${unscoredSaid(unscored)}</span></span></caption><thead><tr><th scope="col">Practices</th><th scope="col" class="table__number">Set up</th><td></td></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function byMonth(rows: readonly InequalityRow[], said: string): string {
  const two = (value: number | null) =>
    value === null ? '[x]' : fixed(value, 2).replace('-', '−');
  const few = rows.some(({ practices }) => practices < fewestPlaces);
  const ends = (lower: number | null, upper: number | null) =>
    lower === null || upper === null
      ? ''
      : `<span class="table__of">${two(lower)} to ${two(upper)}</span>`;
  const body = [...rows]
    .reverse()
    .map(
      (row) =>
        `<tr><th scope="row">${formatMonth(row.period)}</th><td class="table__number">${two(row.slope_index)}${ends(row.slope_index_lower_95, row.slope_index_upper_95)}</td><td class="table__number">${two(row.relative_index)}${ends(row.relative_index_lower_95, row.relative_index_upper_95)}</td><td class="table__number">${row.concentration_index === null ? '[x]' : fixed(row.concentration_index, 3).replace('-', '−')}</td></tr>`,
    );
  return `<details class="more"><summary class="more__summary">How wide is the gap, month by month?</summary>${said}<div class="scroll" tabindex="0" role="region" aria-label="The gap by month"><table class="table"><caption class="table__caption"><span class="table__caption-text">From the most to the least deprived practices<span class="table__note">The gap is the slope index, in percentage points; above 0 the less deprived have more. The ratio is the relative index. Ranges are 95% confidence intervals.${few ? ` Of fewer than ${fewestPlaces} practices they are too narrow to conclude anything from.` : ''}</span></span></caption><thead><tr><th scope="col">Month</th><th scope="col" class="table__number">Gap</th><th scope="col" class="table__number">Ratio</th><th scope="col" class="table__number">Concentration index</th></tr></thead><tbody>${body.join('')}</tbody></table></div></details>`;
}

/**
 * Who is left out, as HTML made once: a share by fifth of deprivation as a sentence, a picture and a table, and the gap
 * by month, with a summary. Empty if the release has no scores, or fewer than three practices of the place have one.
 */
export async function fairnessMarkup(
  ask: Ask,
  address: Address,
  { area, measure, period, where, meta }: FairnessAsked,
): Promise<Told> {
  const question = { area, measure, release: meta.release };
  const [{ data: groups }, { data: months, meta: said }] = await Promise.all([
    ask('/breakdowns', { ...question, by: 'deprivation', period }),
    ask('/inequality', { ...question, from: meta.first_period, to: period }),
  ]);
  const scored = groups.filter(
    ({ group_code, value }) => /^[1-5]$/.test(group_code) && value !== null,
  );
  if (scored.length < 2 || !said.sentence) return nothingTold;
  const unscored = groups
    .filter(({ group_code }) => !/^[1-5]$/.test(group_code))
    .reduce((sum, { practices }) => sum + practices, 0);
  const lead = fifthsSentence(scored, measureOf(measure), where, period);
  const csv = address.api('/inequality', {
    ...question,
    from: meta.first_period,
    to: period,
    format: 'csv',
  });
  const gist = fifthsInBrief(scored, measureOf(measure));
  const markup = `<section class="section paired" aria-labelledby="fairness"><div class="paired__words"><h2 class="section__title" id="fairness">Who is left out</h2><p class="section__lead">${escaped(lead)}</p></div><div class="paired__picture">${fifths(scored, unscored, `Patients set up ${where} by fifth of deprivation, ${formatMonth(period)}`)}${byMonth(months, `<p>${escaped(said.sentence)} ${methodMarkup(address, 'inequality')}</p><p><a href="${escaped(csv)}" download>Download the months as CSV</a></p>`)}</div></section>`;
  return { markup, gist };
}
