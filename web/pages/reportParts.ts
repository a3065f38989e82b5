import { html } from 'lit';
import { ENGLAND } from '../../data/definitions/levels.ts';
import { measureOf, type ServiceChoice, serviceWords } from '../../data/definitions/measures.ts';
import { formatCount, formatRate } from '../../data/definitions/numbers.ts';
import {
  claim,
  countsWithOddity,
  isFew,
  peopleOrValue,
  thousandSentence,
} from '../../data/words/figure.ts';
import { thousand } from '../charts/thousand.ts';
import { twoLines } from '../charts/twoLines.ts';
import { type ReportedFigure, type Series, stagesOf } from '../figures.ts';
import type { Address } from '../page.ts';
import { part } from '../partPlace.ts';
import { nextStepSentence, stepsRows } from '../sections/steps.ts';
import { monthOf, type PracticeFigures, practicePlaces, stripsOf } from './practiceFigures.ts';

/** The state of a practice: its share set up as the one large number, its ranks, and its thousand patients. */
export const standsView = (data: PracticeFigures) => {
  const { service, code, period } = data;
  const now = monthOf(data, code);
  const stages = stagesOf(now);
  const { enabled, accessed, use } = now;
  return html`<section class="report__part report__part--wide report__hero" aria-labelledby="stands">
    <div>
      <h2 class="report__heading" id="stands">Where we are</h2>
      ${heroView(enabled, service)}
      <p>${practicePlaces(data)}</p>
      ${
        accessed?.value == null
          ? ''
          : html`<p>${claim({ ...accessed, value: accessed.value }, measureOf(`${service}_accessed`), 'here', period)}.</p>`
      }
      ${use?.value == null ? '' : html`<p>${formatRate(use.value)} uses per 1,000 patients in the month; one person can make several.</p>`}
    </div>
    <div>
      ${thousand(stages, null, 'thousand-sentence')}
      <p class="small" id="thousand-sentence">
        Each dot is one patient in a thousand. ${thousandSentence(service, stages, 'here')}
      </p>
    </div>
  </section>`;
};

/** Its share set up as the one large number, or the number of people if they are few, with its counts. */
function heroView(enabled: ReportedFigure | undefined, service: ServiceChoice) {
  const measure = measureOf(`${service}_enabled`);
  const { does } = serviceWords[service];
  if (enabled?.value == null)
    return html`<p class="report__number">Not known</p>
      <p class="report__of">how many patients are set up to ${does}</p>`;
  const { value, denominator } = enabled;
  return html`<p class="report__number">${peopleOrValue({ ...enabled, value }, measure)}</p>
    <p class="report__of">
      ${
        isFew(enabled, measure)
          ? `of our ${formatCount(denominator ?? 0)} set up to ${does}`
          : `of our patients are set up to ${does} (${countsWithOddity(enabled, measure)})`
      }
    </p>`;
}

/** Its three services among the practices of its CCG and of England, and its peers. */
export const comparesView = (data: PracticeFigures, address: Address) => html`<section
  class="report__part report__part--wide" aria-labelledby="compares"
>
  <h2 class="report__heading" id="compares">How we compare</h2>
  ${part('strips', { strips: stripsOf(data) }, address)}
  ${data.peers?.peers.length ? html`<p>${data.peers.sentence}</p>` : ''}
</section>`;

/** Its months beside its CCG's and England's, drawn for paper, with what is usual in words. */
export function changingView({ series, service, moved, usual, changes, code }: PracticeFigures) {
  const lines = series.map((one) => ({
    name: one.code === code ? 'here' : one.code === ENGLAND ? 'England' : 'CCG',
    values: valuesOf(one),
  }));
  const { does } = serviceWords[service];
  const year = changes.at(-1);
  return html`<section class="report__part" aria-labelledby="changing">
    <h2 class="report__heading" id="changing">Are we improving?</h2>
    ${twoLines(lines, `Percent of patients set up to ${does}, by month`)}
    <p class="small">Percent of patients set up, by month.</p>
    ${moved.map((sentence) => html`<p>${sentence}</p>`)}
    ${usual && !moved.length ? html`<p>${usual}</p>` : ''}
    ${year ? html`<p>${year.sentence}</p>` : ''}
  </section>`;
}

const valuesOf = ({ months }: Series): Record<string, number | null> =>
  Object.fromEntries(
    Object.entries(months).map(([period, parts]) => [period, parts.enabled?.value ?? null]),
  );

/** The one thing to do: how many more patients the next level takes, then every level. */
export const takesView = ({ steps, service, services }: PracticeFigures) => html`<section
  class="report__part" aria-labelledby="takes"
>
  <h2 class="report__heading" id="takes">What it would take</h2>
  <p class="report__ask">${nextStepSentence(steps, service, services)}</p>
  <table class="table report__table">
    <caption class="unseen">How many more patients set up would reach each level</caption>
    ${stepsRows(steps)}
  </table>
</section>`;
