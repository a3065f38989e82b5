import { html } from 'lit';
import { levelOf, networksBegan } from '../../data/definitions/levels.ts';
import { serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { atPlace, atPlaceIn, capital } from '../../data/words/english.ts';
import { thousandSentence } from '../../data/words/figure.ts';
import type { Ask } from '../ask.ts';
import { stages } from '../charts/stages.ts';
import { monthBefore, stagesOf } from '../figures.ts';
import { markup } from '../markup.ts';
import type { Address, Crumb, Page } from '../page.ts';
import { part } from '../partPlace.ts';
import { placeLink } from '../placeLink.ts';
import { changeView } from '../sections/change.ts';
import { effortView } from '../sections/effort.ts';
import { monthCharts } from '../sections/monthCharts.ts';
import { takeAway } from '../sections/takeAway.ts';
import { usualView } from '../sections/usual.ts';
import { waysOn } from '../sections/waysOn.ts';
import type { AreaAbsent } from './areaAbsent.ts';
import {
  type AreaFigures,
  areaFinding,
  besideEngland,
  england,
  here,
  levelsWithin,
  loadArea,
} from './areaFigures.ts';
import { choosing } from './choosing.ts';
import { placeDataset } from './placeDataset.ts';
import { placeHeading } from './placeHeading.ts';
import { within } from './within.ts';

/** What the page shows: figures, or why there are none in the month. */
type Shown = AreaFigures | AreaAbsent;

const isAbsent = (data: Shown): data is AreaAbsent => 'absent' in data;

/** What only pages of areas that ended need; most visits go without. */
let absent: typeof import('./areaAbsent.ts') | undefined;
let ended: typeof import('../sections/ended.ts') | undefined;

async function bringFor(data: Shown | null | undefined): Promise<void> {
  if (!data) return;
  if (isAbsent(data)) absent ??= await import('./areaAbsent.ts');
  else if (data.ended) ended ??= await import('../sections/ended.ts');
}

async function load(ask: Ask, address: Address): Promise<Shown> {
  const data = await loadArea(ask, address);
  await bringFor(data);
  return data;
}

function view(data: Shown, address: Address) {
  return isAbsent(data) ? absent!.absentView(data, address) : figuresView(data, address);
}

function figuresView(data: AreaFigures, address: Address) {
  const { service, periods, period, code, name } = data;
  const [own] = data.series;
  const where = atPlaceIn(period, data.level, name);
  const kind = levelOf(data.level).one;
  const before = own && monthBefore(Object.keys(own.months), period);
  return html`
    ${choosing(address, service, periods, period)}
    <p class="kicker">${capital(kind)} ${code}, ${formatMonth(period)}</p>
    ${placeHeading(name, areaFinding(data))}
    ${
      data.level === 'pcn' && period < networksBegan
        ? html`<p class="note">
            Primary care networks began in July 2019. In ${formatMonth(period)} these were the practices that
            later formed this one.
          </p>`
        : ''
    }
    ${data.ended ? ended!.endedNote(address, { level: data.level, name, ended: data.ended }) : ''}
    ${stages(
      {
        meta: data.meta,
        place: { level: data.level, code, name },
        service,
        period,
        now: here(data),
        before: before ? { period: before, parts: own!.months[before]! } : null,
        where,
        definitions: address.link('/methods'),
        england: england(data),
      },
      address,
    )}
    ${waysOn(address, { service, level: data.level, code })}
    <section class="section" aria-labelledby="months">
      <h2 class="section__title" id="months">How it got there</h2>
      <p class="section__lead">${monthsLead(data)}</p>
      ${usualView(address, { usual: data.usual, area: code, measure: `${service}_enabled` })}
      ${monthCharts(data.months, address)}
    </section>
    <section class="section" aria-labelledby="places">
      <h2 class="section__title" id="places">Where it differs</h2>
      ${within(address, {
        service,
        period,
        level: data.withinLevel,
        levels: levelsWithin(data.level),
        where,
        parent: { level: data.level, code, name },
        places: data.places,
        england: england(data),
        meta: data.meta,
      })}
    </section>
    ${markup(data.fairness)}
    <section class="section" aria-labelledby="changes">
      <h2 class="section__title" id="changes">What changed, and why</h2>
      ${changeView(data.changes, service)}
    </section>
    ${markup(data.outlook)}
    ${data.ended ? '' : effort(data, address)}
    <section class="section" aria-labelledby="groups">
      <h2 class="section__title" id="groups">By supplier and by list size</h2>
      ${part('groupings', data.parts, address)}
    </section>
    ${takeAway(address, {
      meta: data.meta,
      period,
      title: `${name} (${code}): ${areaFinding(data)}`,
      tables: [
        {
          text: 'Its figures, all services and months',
          path: '/figures',
          params: { area: code, from: data.meta.first_period, to: data.meta.last_period },
        },
        {
          text: `The ${levelOf(data.withinLevel).many} in it, ${formatMonth(period)}`,
          path: '/figures',
          params: { level: data.withinLevel, parent: code, period },
        },
      ],
    })}
  `;
}

const effort = (data: AreaFigures, address: Address) => html`<section
  class="section" aria-labelledby="effort"
>
  <h2 class="section__title" id="effort">The practices to help first</h2>
  ${effortView(address, {
    effort: data.effort,
    service: data.service,
    period: data.period,
    area: data.code,
    where: atPlace(data.level, data.name),
  })}
</section>`;

/** How the share set up stands to the rest of England's. */
function monthsLead(data: AreaFigures): string {
  const value = here(data).enabled?.value ?? null;
  const benchmark = besideEngland(data);
  const { does } = serviceWords[data.service];
  if (value === null || benchmark?.value == null) {
    return `Patients registered where patients can ${does}, by month.`;
  }
  return benchmark.sentence;
}

function crumbs(data: Shown, address: Address): Crumb[] {
  if (isAbsent(data)) return [{ text: 'England', href: address.link('/') }];
  const { series, code } = data;
  return series
    .filter((one) => one.code !== code)
    .reverse()
    .map((one) => ({ text: one.name, href: placeLink(address, one.level, one.code) }));
}

/** A region, subregion or CCG: the same as England's page, compared with England, with the places in it. */
export const areaPage: Page<Shown> = {
  load,
  ready: bringFor,
  meta: ({ meta }) => meta,
  title: (data) =>
    `${data.name} (${data.code}): ${isAbsent(data) ? absent!.absentFinding(data) : areaFinding(data)}, ${formatMonth(data.period)}`,
  description: (data) =>
    isAbsent(data)
      ? absent!.absentSentence(data)
      : `${thousandSentence(data.service, stagesOf(here(data)), atPlace(data.level, data.name))} ${formatMonth(data.period)}.`,
  crumbs,
  card: (data) =>
    isAbsent(data)
      ? null
      : {
          kind: 'thousand',
          query: { service: data.service, area: data.code, period: data.period },
        },
  view,
  dataset: placeDataset,
};
