import { html } from 'lit';
import { ENGLAND } from '../../data/definitions/levels.ts';
import { type ServiceChoice, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import {
  formatOf,
  formatPercent,
  formatRange,
  formatRate,
} from '../../data/definitions/numbers.ts';
import { capital } from '../../data/words/english.ts';
import { thousandSentence } from '../../data/words/figure.ts';
import { intervalName } from '../../data/words/interval.ts';
import { percentileWords } from '../../data/words/standing.ts';
import { placeAmong } from '../../data/words/verdict.ts';
import { thousand } from '../charts/thousand.ts';
import { twoLines } from '../charts/twoLines.ts';
import { type Series, stagesOf } from '../figures.ts';
import { type Beside, besideOf, type Standing } from '../questions/standing.ts';
import { statusWords } from '../sections/standing.ts';
import { nextStepSentence, stepsRows } from '../sections/steps.ts';
import { monthOf, type PracticeFigures, practicePlaces } from './practiceFigures.ts';

/** Where a practice stands: its thousand patients, and its figures in words. */
export const standsView = (data: PracticeFigures) => {
  const { service, code, period, services } = data;
  const now = monthOf(data, code);
  const stages = stagesOf(now);
  const { does } = serviceWords[service];
  const status = services.find((one) => one.service === service)?.status ?? null;
  const line = (value: string, words: string) =>
    html`<li><strong class="report__value">${value}</strong> ${words}</li>`;
  const counted = (part: 'enabled' | 'accessed', words: string) => {
    const figure = now[part];
    if (!figure || figure.marker === '[z]') return '';
    return figure.value === null
      ? line('Not known', `how many ${words}`)
      : line(
          formatPercent(figure.value),
          `of patients ${words} (${formatOf(figure.numerator!, figure.denominator!)})`,
        );
  };
  return html`<section class="report__part" aria-labelledby="stands">
    <h2 class="report__heading" id="stands">Where we stand</h2>
    <div class="report__stand">
      ${thousand(stages, null, 'thousand-sentence')}
      <div>
        <ul class="report__lines">
          ${line(capital(statusWords(status)), `for patients to ${does}`)}
          ${counted('enabled', 'were set up for it')}
          ${counted('accessed', `did so in ${formatMonth(period)}`)}
          ${now.use?.value == null ? '' : line(formatRate(now.use.value), 'transactions per 1,000 patients in the month (not people)')}
        </ul>
        <p class="small" id="thousand-sentence">
          Each dot is one patient in a thousand.
          ${thousandSentence(service, stages, 'here')}
        </p>
      </div>
    </div>
  </section>`;
};

/** Its share set up beside its CCG, practices like it and England. */
export function againstView(data: PracticeFigures) {
  const { standings, service, percentiles, peers } = data;
  const id = `${service}_enabled`;
  const standing = standings[id];
  const percentile = percentiles[id]?.percentile ?? null;
  const ends = [
    ['ccg', (one: Beside) => readableName(one.name)],
    ['peers', () => `Median of ${peers?.peers.length ?? 0} similar practices`],
    ['england', () => 'England'],
  ] as const;
  return html`<section class="report__part" aria-labelledby="against">
    <h2 class="report__heading" id="against">How we compare</h2>
    <table class="table report__table">
      <caption class="unseen">Patients set up here and elsewhere</caption>
      <thead>
        <tr>
          <th scope="col">Patients set up</th>
          <th scope="col" class="table__number">Share</th>
          <th scope="col">This practice</th>
        </tr>
      </thead>
      <tbody>
        <tr class="table__own">
          <th scope="row">This practice</th>
          <td class="table__number">${shareText(standing)}</td>
          <td>${standing?.interval ? `${intervalName}: ${formatRange(standing.interval)}` : ''}</td>
        </tr>
        ${ends.map(([level, name]) => {
          const beside = besideOf(standing, level);
          return beside
            ? html`<tr>
                <th scope="row">${name(beside)}</th>
                <td class="table__number">${beside.value === null ? '[x]' : formatPercent(beside.value)}</td>
                <td>${wordsBeside(standing, beside)}</td>
              </tr>`
            : '';
        })}
      </tbody>
    </table>
    ${
      percentile !== null && standing?.figure.value
        ? html`<p class="small">${practicePlaces(data)} In England it is ${percentileWords(percentile)}.</p>`
        : ''
    }
  </section>`;
}

const shareText = (standing: Standing | undefined): string =>
  standing?.figure.value == null
    ? (standing?.figure.marker ?? '[x]')
    : formatPercent(standing.figure.value);

/** The verdict on the practice against one of those it is held against; peers say its place among them. */
function wordsBeside(standing: Standing | undefined, beside: Beside): string {
  const own = standing?.figure.value ?? null;
  if (own === null || beside.value === null) return 'not compared';
  const { verdict, level, place, places } = beside;
  if (level !== 'peers' || place === null || places === null) return verdict;
  const rank = `${placeAmong(place, places)} with them`;
  return verdict === 'higher' || verdict === 'lower' ? `${verdict}, ${rank}` : rank;
}

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
    <p>${usual ?? ''}</p>
    ${year ? html`<p>${year.sentence}</p>` : ''}
  </section>`;
}

const valuesOf = ({ months }: Series): Record<string, number | null> =>
  Object.fromEntries(
    Object.entries(months).map(([period, parts]) => [period, parts.enabled?.value ?? null]),
  );

/** How many more patients each level would take. */
export const takesView = ({ steps, service }: PracticeFigures) => html`<section
  class="report__part" aria-labelledby="takes"
>
  <h2 class="report__heading" id="takes">What it would take</h2>
  <p>${nextStepSentence(steps, service)}</p>
  <table class="table report__table">
    <caption class="unseen">How many more patients set up would reach each level</caption>
    ${stepsRows(steps)}
  </table>
</section>`;

/** Its three services, a row each. */
export const servicesView = ({ services, standings }: PracticeFigures) => html`<section
  class="report__part report__part--wide" aria-labelledby="services"
>
  <h2 class="report__heading" id="services">All three services</h2>
  <div class="scroll" tabindex="0" role="region" aria-label="All three services as a table"><table class="table report__table report__table--wide">
    <caption class="unseen">All three services: whether they are switched on and how many patients are set up</caption>
    <thead>
      <tr>
        <th scope="col">Service</th>
        <th scope="col">Here</th>
        <th scope="col" class="table__number">Set up here</th>
        <th scope="col" class="table__number">CCG</th>
        <th scope="col" class="table__number">England</th>
        <th scope="col">Against England</th>
      </tr>
    </thead>
    <tbody>
      ${services.map(({ service, status }) => serviceRow(service, status, standings[`${service}_enabled`]))}
    </tbody>
  </table></div>
</section>`;

function serviceRow(service: ServiceChoice, status: number | null, standing: Standing | undefined) {
  const value = (level: Beside['level']) => {
    const beside = besideOf(standing, level);
    return beside?.value == null ? '[x]' : formatPercent(beside.value);
  };
  const england = besideOf(standing, 'england');
  return html`<tr>
    <th scope="row">${serviceWords[service].name}</th>
    <td>${statusWords(status)}</td>
    <td class="table__number">${shareText(standing)}</td>
    <td class="table__number">${value('ccg')}</td>
    <td class="table__number">${value('england')}</td>
    <td>${england ? wordsBeside(standing, england) : 'not compared'}</td>
  </tr>`;
}
