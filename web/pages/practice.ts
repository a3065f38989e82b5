import { html } from 'lit';
import { ENGLAND } from '../../data/definitions/levels.ts';
import { serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { atPlace } from '../../data/words/english.ts';
import { thousandSentence } from '../../data/words/figure.ts';
import { intervalPlainly } from '../../data/words/interval.ts';
import { stages } from '../charts/stages.ts';
import { monthBefore, stagesOf } from '../figures.ts';
import { methodLink } from '../methodLink.ts';
import type { Address, Page } from '../page.ts';
import { part } from '../partPlace.ts';
import { reportPath } from '../placeLink.ts';
import type { Peers } from '../questions/peers.ts';
import { besideOf } from '../questions/standing.ts';
import { changeSentences } from '../sections/changeSentences.ts';
import { fold, folds } from '../sections/fold.ts';
import { monthChart } from '../sections/monthCharts.ts';
import { onThisPage } from '../sections/onThisPage.ts';
import { paired } from '../sections/paired.ts';
import { practiceEndedNote } from '../sections/practiceEnded.ts';
import { nextStepSentence, stepsTable } from '../sections/steps.ts';
import { takeAway } from '../sections/takeAway.ts';
import { usualView } from '../sections/usual.ts';
import { waysOn } from '../sections/waysOn.ts';
import { choosing } from './choosing.ts';
import { placeDataset } from './placeDataset.ts';
import { placeHeading } from './placeHeading.ts';
import { practiceFacts } from './practiceFacts.ts';
import {
  loadPractice,
  monthOf,
  type PracticeFigures,
  practiceCrumbs,
  practiceFinding,
  practicePlaces,
  stripsOf,
} from './practiceFigures.ts';

function view(data: PracticeFigures, address: Address) {
  const { service, periods, period, code, name, present, ending } = data;
  return html`
    ${choosing(
      address,
      service,
      { periods: present ? periods : [...periods, period], servicesHeld: data.servicesHeld },
      period,
    )}
    <p class="kicker">Practice ${code}, ${formatMonth(period)}${ending && period === data.last ? ', its last month' : ''}</p>
    ${placeHeading(name, practiceFinding(data))}
    ${absence(data, address)} ${part('revised', data.parts, address)}
    ${
      present
        ? html`${picture(data, address)}
            <div class="doing">
              ${ending ? '' : html`<a class="button" href=${address.link(reportPath(code))}>One page for a meeting</a>`}
              ${waysOn(address, { service, level: 'practice', code, around: data.around.at(-1)?.code })}
            </div>
            ${onThisPage([
              ['standing', 'How it compares'],
              ['months', 'Trend'],
              !ending && ['steps', 'What it would take'],
              data.peers?.peers.length ? ['alike', 'Similar practices'] : false,
              ['facts', 'About this practice'],
            ])}
            ${standing(data, address)}`
        : ''
    }
    ${monthsView(data, address)}
    ${present && !ending ? steps(data, address) : ''}
    ${present && data.peers?.peers.length ? alike(data, data.peers, address) : ''}
    <section class="section" aria-labelledby="facts">
      <h2 class="section__title" id="facts">About this practice</h2>
      ${practiceFacts(data, address)}
    </section>
    ${folds(
      fold(
        'take',
        'Download and cite',
        'CSV, spreadsheet, JSON',
        takeAway(address, {
          meta: data.meta,
          period,
          title: `${name} (${code}): ${practiceFinding(data)}`,
          tables: [
            {
              text: 'Its figures, all services and months',
              path: '/figures',
              params: allMonths(data),
            },
            ...(present
              ? [
                  {
                    text: 'Its comparisons in this month, with sentences',
                    path: '/comparisons',
                    params: { area: code, period },
                  },
                ]
              : []),
          ],
        }),
      ),
    )}
  `;
}

const allMonths = ({ code, meta }: PracticeFigures) => ({
  area: code,
  from: meta.first_period,
  to: meta.last_period,
});

/** Says first that a practice has ended, or is not in the month asked for, with a link to its last month. */
function absence({ present, last, period, ending }: PracticeFigures, address: Address) {
  return html`${ending ? practiceEndedNote(address, ending) : ''}
    ${
      present
        ? ''
        : html`<p class="note">
            This practice is not in the extracts of ${formatMonth(period)}.
            <a href=${address.href({ period: last })}>See its figures of ${formatMonth(last)}</a>
          </p>`
    }`;
}

function picture(data: PracticeFigures, address: Address) {
  const { service, period, code, name } = data;
  const own = data.series.find((one) => one.code === code);
  const before = own && monthBefore(Object.keys(own.months), period);
  return stages(
    {
      meta: data.meta,
      place: { level: 'practice', code, name },
      service,
      period,
      now: monthOf(data, code),
      before: before ? { period: before, parts: own!.months[before]! } : null,
      where: atPlace('practice', name),
      definitions: address.link('/methods'),
      england: monthOf(data, ENGLAND),
      status: data.services.find((one) => one.service === service)?.status ?? null,
    },
    address,
  );
}

function standing(data: PracticeFigures, address: Address) {
  return html`<section class="section" aria-labelledby="standing">
    <h2 class="section__title" id="standing">How it compares</h2>
    <p class="section__lead">${besideEngland(data)} ${practicePlaces(data)}</p>
    ${part('strips', { strips: stripsOf(data) }, address)}
    <p class="small">${intervalPlainly} ${methodLink(address, 'comparison')}</p>
    <details class="more">
      <summary class="more__summary">All three services in a table, and in sentences</summary>
      ${part('standing', { standing: data }, address)}
      <div class="said">${sentencesOf(data).map((sentence) => html`<p>${sentence}</p>`)}</div>
    </details>
  </section>`;
}

const sentencesOf = ({ standings, service }: PracticeFigures): string[] =>
  (standings[`${service}_enabled`]?.beside ?? []).map(({ sentence }) => sentence);

function besideEngland({ standings, service }: PracticeFigures): string {
  const standing = standings[`${service}_enabled`];
  const england = besideOf(standing, 'england');
  const value = standing?.figure.value ?? null;
  const { does } = serviceWords[service];
  if (value === null || england?.value == null) {
    return `How many patients are set up to ${does} was not reported here.`;
  }
  return england.sentence;
}

function monthsView(data: PracticeFigures, address: Address) {
  const [main, ...more] = data.months;
  return html`${paired(
    'months',
    'Trend',
    html`${data.moved.map((sentence) => html`<p class="section__lead">${sentence}</p>`)}
      ${usualView(address, { usual: data.usual, area: data.code, measure: `${data.service}_enabled` })}
      ${data.usual && data.changes.length ? changeSentences(data.changes) : ''}`,
    html`${main ? monthChart(main, address) : ''}
      ${
        more.length
          ? html`<details class="more">
              <summary class="more__summary">How much it is used, month by month</summary>
              ${more.map((data) => monthChart(data, address))}
            </details>`
          : ''
      }`,
  )}`;
}

const steps = ({ steps, service, services }: PracticeFigures, address: Address) =>
  paired(
    'steps',
    'What it would take',
    html`<p class="section__lead">${nextStepSentence(steps, service, services)}</p>
      <p class="on">${methodLink(address, 'reach')}</p>`,
    stepsTable(steps, service),
  );

const alike = (data: PracticeFigures, peers: Peers, address: Address) => html`<section
  class="section" aria-labelledby="alike"
>
  <h2 class="section__title" id="alike">Similar practices</h2>
  <p class="section__lead">${peers.sentence}</p>
  <details class="more">
    <summary class="more__summary">Which they are, and why</summary>
    ${part(
      'alike',
      {
        alike: {
          code: data.code,
          name: data.name,
          registered: data.registered,
          supplier: data.supplier,
          value: monthOf(data, data.code).enabled?.value ?? null,
          service: data.service,
          period: data.period,
          peers,
        },
      },
      address,
    )}
  </details>
</section>`;

/** One practice: its stages, comparisons, trend, next steps, peers and facts. */
export const practicePage: Page<PracticeFigures> = {
  load: (ask, address) => loadPractice(ask, address, { full: true }),
  meta: ({ meta }) => meta,
  title: (data) =>
    `${data.name} (${data.code}): ${practiceFinding(data)}, ${formatMonth(data.period)}`,
  description: (data) =>
    `${thousandSentence(data.service, stagesOf(monthOf(data, data.code)), atPlace('practice', data.name))} ${formatMonth(data.period)}.`,
  crumbs: practiceCrumbs,
  card: ({ service, period, code }) => ({
    kind: 'thousand',
    query: { service, area: code, period },
  }),
  view,
  dataset: placeDataset,
};
