import { html } from 'lit';
import { ENGLAND, levelOf } from '../../../data/definitions/levels.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import {
  fixed,
  formatCount,
  formatPercent,
  formatRange,
} from '../../../data/definitions/numbers.ts';
import { leastHeld } from '../../../data/statistics/leastHeld.ts';
import { supplierCaution } from '../../../data/words/supplierCaution.ts';
import type { BreakdownsRow, ProjectionsRow } from '../../apiTypes.ts';
import type { Address } from '../../page.ts';
import { type Method, workedTable } from './method.ts';
import type { Worked } from './worked.ts';

/** Methods that project, or that concern groups of practices, their differences and inequality. */
export function reckoning({ measure, told }: Worked, address: Address): Method[] {
  const ask = (path: string, params = {}) => address.api(path, { measure, ...params });
  return [
    {
      id: 'clustered',
      title: 'Groups of practices: suppliers, fifths of deprivation, list sizes',
      rule: html`<p>
        Patients of one practice are not independent of each other: the practice decides. So the interval
        of a group counts practices, not patients: it asks how far the figure would move with other
        practices of the same kind. Wilson's interval would be many times too narrow here. Groups differ in
        more than one way at once, so a difference does not show what made it.
      </p>`,
      worked: told.suppliers.length ? suppliersWorked(told.suppliers) : null,
      source:
        'W. G. Cochran, Sampling Techniques (1977), 6.3–6.4 and 9A: ratio estimate of clusters, by Student’s t.',
      api: ask('/breakdowns', { by: 'supplier', area: ENGLAND }),
    },
    {
      id: 'inequality',
      title: 'Who is left out: from the most to the least deprived',
      rule: html`<p>
          Practices are put in a row by how deprived the places are that their patients live in, and a
          straight line is laid through their figures, each counting as many times as it has patients. The
          <b>slope index</b> is how far the line rises from the most to the least deprived end, the
          <b>relative index</b> how many times as high the least deprived end is, and the
          <b>concentration index</b> runs from −1 to 1: above 0 where the less deprived have more.
        </p>
        <p>
          It compares practices, not single patients: within one practice the more and the less deprived
          may differ in another way. It does not allow for age. With few practices the interval is too narrow, so of fewer than 20 nothing is concluded.
        </p>`,
      worked: html`<p>${told.inequality.sentence}</p>
        ${
          told.inequality.row?.relative_index == null
            ? ''
            : html`<p>
                Relative index ${fixed(told.inequality.row.relative_index, 2)}, concentration index
                ${fixed(told.inequality.row.concentration_index!, 3)}, over
                ${formatCount(told.inequality.row.practices)} practices with a score.
              </p>`
        }`,
      source:
        'A. Low and A. Low, Journal of Public Health 26 (2004), 388–395; N. Kakwani, A. Wagstaff and E. van Doorslaer, Journal of Econometrics 77 (1997), 87–103; intervals that do not presume equal variances (HC1).',
      api: ask('/inequality', { area: ENGLAND }),
    },
    {
      id: 'variance',
      title: 'Where the differences are: components of variance',
      rule: html`<p>
        All differences between practices are split by what they are between: regions, subregions within
        them, CCGs within these, suppliers across all of them, and practices of the same CCG, which is what is
        left. Every practice counts alike. What is left holds chance, and all that these files do not tell: it is
        no measure of what a practice could change. Levels are also taken by themselves (eta squared) and each
        within the one above, as exact sums of squares.
      </p>`,
      worked: told.differences && html`<p>${told.differences}</p>`,
      source:
        'Restricted maximum likelihood: H. D. Patterson and R. Thompson, Biometrika 58 (1971), 545–554; D. A. Harville, Journal of the American Statistical Association 72 (1977), 320–338.',
      api: ask('/variance'),
    },
    {
      id: 'supplier-changes',
      title: 'What follows a change of supplier: an event study',
      rule: html`<p>
        Each practice that moved to another system is followed from three months before to five months after: how
        far its figure is from the month before the move, less the median change of practices that did not move,
        over the same months. Every practice counts once, so the interval of the mean is clustered by practice.
        ${supplierCaution}
      </p>`,
      worked: html`<p>${told.supplierChanges}</p>`,
      source:
        'B. Callaway and P. Sant’Anna, Journal of Econometrics 225 (2021), 200–230: units with events in different months, compared with units without any.',
      api: ask('/events/supplier'),
    },
    {
      id: 'correlation',
      title: 'Two figures of the same places',
      rule: html`<p>
        Places are put in order by each of two figures, and the <b>rank correlation</b> says how far the two
        orders agree: 1 where they are the same, −1 where one is the other reversed, about 0 where they have
        nothing to do with each other. Orders are not moved by a few places far from all others. Where the
        interval holds 0 we say that no clear link shows. It describes places, not the people in them: within
        a place those with one may not be those with the other, and neither need be the cause.
      </p>`,
      worked: html`<p>${told.paired}</p>`,
      source:
        'C. Spearman, American Journal of Psychology 15 (1904), 72–101; interval by Fisher’s transformation with the standard error of D. Bonett and T. Wright, Psychometrika 65 (2000), 23–28.',
      api: ask('/pairs', { across: 'list_size', level: 'ccg' }),
    },
    {
      id: 'projections',
      title: 'What may come in the next months',
      rule: html`<p>
          An area's figure is carried on by the median of its past monthly changes. How far such projections
          missed is not guessed but tried: they are made from every earlier month that has at least six before
          it, and compared with what happened. The range is what 95 of 100 of those errors were within, over all
          areas of a level.
        </p>
        <p>
          A range is only as good as the months it is made of. Where a month is like none before, as January
          2019 was, it fails: of what came, we say how much lay within. Where less than ${leastHeld * 100}% did,
          as few as a range of 80 of 100 should hold, we project nothing so many months on, nor further: figures
          moved in ways that past changes did not foretell, as transactions do, which follow working days. A target still to come is
          <i>likely</i> to be met where all of the range reaches it, <i>unlikely</i> where none does; otherwise
          it cannot be said. A practice has no projection: that it stays as it is predicts better than any
          trend.
        </p>`,
      worked: told.projections.some(
        ({ projected, tested }) => projected !== null || tested !== null,
      )
        ? projectionsWorked(told.projections)
        : null,
      source:
        'R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice (2021), 5.2; L. J. Tashman, International Journal of Forecasting 16 (2000), 437–450.',
      api: ask('/projections', { area: ENGLAND }),
    },
  ];
}

const suppliersWorked = (groups: readonly BreakdownsRow[]) =>
  workedTable(
    'Practices by supplier',
    ['Supplier', 'Practices', 'Figure', '95% confidence interval, clustered'],
    groups.map((group) => [
      group.group_name,
      formatCount(group.practices),
      formatPercent(group.value!),
      formatRange([group.lower_95!, group.upper_95!]),
    ]),
  );

function projectionsWorked(rows: readonly ProjectionsRow[]) {
  const last = rows.at(-1)!;
  const percent = (value: number | null) => (value === null ? '[z]' : formatPercent(value));
  return html`${workedTable(
    'England in the next months',
    ['Month', 'Projected', '95% range', 'If it stays as it is', 'Ranges tested', 'Right'],
    rows.map((row) => [
      formatMonth(row.target_period),
      percent(row.projected),
      row.lower_95 === null ? '[z]' : `${percent(row.lower_95)} to ${percent(row.upper_95)}`,
      percent(row.unchanged),
      row.tested === null ? '[z]' : formatCount(row.tested),
      row.tested ? formatPercent((row.inside_95! / row.tested) * 100) : '[z]',
    ]),
  )}
    ${
      last.reason
        ? html`<p class="small">No range: ${last.reason}.</p>`
        : html`<p class="small">
            Made of the misses of ${formatCount(last.errors_known!)} projections of ${levelOf(last.errors_of!).many}.
          </p>`
    }`;
}

/** What would be important and is not in these files. */
export const missingFromFiles = () => html`<ul class="points">
  <li>
    <b>Age and sex.</b> People who are young, working or often ill use these services more, and practices differ in
    whom they serve. It would matter most of all, and needs the monthly counts of patients by age and sex,
    which are not in the extracts. No figure here allows for it.
  </li>
  <li>
    <b>Single patients.</b> The extracts count patients practice by practice. What is true of practices need not
    be true of the people in them.
  </li>
  <li>
    <b>Other ways in.</b> The extracts count the services of the practice's own system. They do not include the
    telephone or, later, the NHS App.
  </li>
  <li>
    <b>Practices that are not in the extracts.</b> Only those that agreed to the collection are.
  </li>
</ul>`;
