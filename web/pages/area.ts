import { html } from 'lit';
import { isFormedLater, levelOf } from '../../data/definitions/levels.ts';
import { serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { atPlaceIn, capital } from '../../data/words/english.ts';
import { thousandSentence } from '../../data/words/figure.ts';
import { absentFinding } from '../../data/words/headlines.ts';
import type { Ask } from '../ask.ts';
import { stages, type WayIn } from '../charts/stages.ts';
import { monthBefore, stagesOf } from '../figures.ts';
import { markup } from '../markup.ts';
import type { Address, Crumb, Page } from '../page.ts';
import { part } from '../partPlace.ts';
import { placeLink } from '../placeLink.ts';
import { fold, folds } from '../sections/fold.ts';
import { monthChart } from '../sections/monthCharts.ts';
import { onThisPage } from '../sections/onThisPage.ts';
import { paired } from '../sections/paired.ts';
import { takeAway } from '../sections/takeAway.ts';
import { usualView } from '../sections/usual.ts';
import { waysOn } from '../sections/waysOn.ts';
import { monthByMonth, whyItChanged } from '../sections/whyItChanged.ts';
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
import { type Within, withinWords } from './withinWords.ts';

/** What the page shows: figures, or why there are none in the month. */
type Shown = AreaFigures | AreaAbsent;

const isAbsent = (data: Shown): data is AreaAbsent => 'absent' in data;

/** Only for areas that have ended or begin later; most visits do not need it. */
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
  const { service, period, code, name } = data;
  const [own] = data.series;
  const where = atPlaceIn(period, data.level, name);
  const kind = levelOf(data.level).one;
  const before = own && monthBefore(Object.keys(own.months), period);
  const [main, ...more] = data.months;
  const shown: Within = {
    service,
    period,
    level: data.withinLevel,
    levels: levelsWithin(data.level),
    where,
    parent: { level: data.level, code, name },
    places: data.places,
    england: england(data),
    meta: data.meta,
  };
  return html`
    ${choosing(address, service, data, period)}
    <p class="kicker">${capital(kind)} ${code}, ${formatMonth(period)}${data.ended?.heldPeriod === period ? ', its last month' : ''}</p>
    ${placeHeading(name, areaFinding(data))}
    ${part('revised', data.parts, address)}
    ${
      isFormedLater(data.level, period)
        ? html`<p class="note">
            Primary care networks began in July 2019. In ${formatMonth(period)} these were the practices that
            later formed this one.
          </p>`
        : ''
    }
    ${data.divided ? html`<p class="note">${data.divided}</p>` : ''}
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
        ways: waysIn(data, shown),
      },
      address,
    )}
    ${waysOn(address, { service, level: data.level, code })}
    ${onThisPage([
      ['months', 'How it got there'],
      ['places', 'Where'],
      data.fairness.markup !== '' && ['fairness', 'Who is left out'],
      ['changes', 'Why it changed'],
      ['more', 'More and downloads'],
    ])}
    ${paired(
      'months',
      'How it got there',
      html`<p class="section__lead">${monthsLead(data)}</p>
        ${usualView(address, { usual: data.usual, area: code, measure: `${service}_enabled` })}
        ${markup(data.targets.markup)}`,
      main ? monthChart(main, address) : '',
    )}
    ${within(address, shown)}
    ${markup(data.fairness.markup)}
    ${whyItChanged(address, data.changes, service)}
    ${folds(html`
      ${monthByMonth(address, more, service)}
      ${data.ended ? '' : fold('effort', 'The practices to help first', data.parts.effort.gist, part('effort', data.parts, address))}
      ${fold('groups', 'By supplier and by list size', data.parts.groupings.gist, part('groupings', data.parts, address))}
      ${data.projection.markup ? fold('outlook', 'What may come', data.projection.gist, markup(data.projection.markup)) : ''}
      ${fold(
        'take',
        'Download and cite',
        'CSV, spreadsheet, JSON',
        takeAway(address, {
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
        }),
      )}
    `)}
  `;
}

/** A reader's next questions, each answered in one line. */
function waysIn(data: AreaFigures, shown: Within): WayIn[] {
  const ways: WayIn[] = [
    { about: 'Where?', text: withinWords(shown).gist, to: 'places' },
    { about: 'Who is left out?', text: data.fairness.gist, to: 'fairness' },
    { about: 'Was the target met?', text: data.targets.gist, to: 'months' },
  ];
  return ways.filter(({ text }) => text);
}

/** How the share set up compares with that of the rest of England. */
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

/** A region, subregion or CCG: like England's page, compared with England, with the places in it. */
export const areaPage: Page<Shown> = {
  load,
  ready: bringFor,
  meta: ({ meta }) => meta,
  title: (data) =>
    `${data.name} (${data.code}): ${isAbsent(data) ? absentFinding(data.held, data.period) : areaFinding(data)}, ${formatMonth(data.period)}`,
  description: (data) =>
    isAbsent(data)
      ? absent!.absentSentence(data)
      : `${thousandSentence(data.service, stagesOf(here(data)), atPlaceIn(data.period, data.level, data.name))} ${formatMonth(data.period)}.`,
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
