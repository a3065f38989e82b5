import { html } from 'lit';
import { ENGLAND, type LevelId, levelOf } from '../../data/definitions/levels.ts';
import { measureOf, type Service, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { type Figure, figureSentence, thousandSentence } from '../../data/words/figure.ts';
import { englandHeadline } from '../../data/words/headlines.ts';
import type { Ask, Meta } from '../ask.ts';
import type { MonthsData } from '../charts/kinds/monthLines.ts';
import { england } from '../charts/kinds/reading.ts';
import { stages } from '../charts/stages.ts';
import { movedMost } from '../charts/thousand.ts';
import { searchForm } from '../controls/search-form.ts';
import {
  fetchMonths,
  fetchPlaces,
  fetchSeries,
  monthBefore,
  type Place,
  type Series,
  stagesOf,
} from '../figures.ts';
import { markup } from '../markup.ts';
import type { Address, Page } from '../page.ts';
import { loadParts, type PartsData, part } from '../partPlace.ts';
import { type Change, fetchChanges } from '../questions/changes.ts';
import { type Effort, fetchEffort } from '../questions/effort.ts';
import { type Event, fetchEvents } from '../questions/events.ts';
import { fetchPublished, type Published } from '../questions/published.ts';
import { changeView } from '../sections/change.ts';
import { effortView } from '../sections/effort.ts';
import { eventsView } from '../sections/events.ts';
import { type MadeOnce, madeOnce } from '../sections/madeOnce.ts';
import { fetchPartsByMonth, fetchStagesByMonth, monthCharts } from '../sections/monthCharts.ts';
import { publishedView } from '../sections/published.ts';
import { takeAway } from '../sections/takeAway.ts';
import { serviceOf } from '../service.ts';
import { choosing } from './choosing.ts';
import { within, withinLevel } from './within.ts';

interface England extends MadeOnce {
  meta: Meta;
  service: Service;
  periods: string[];
  period: string;
  series: Series;
  level: LevelId;
  places: Place[];
  changes: Change[];
  effort: Effort;
  events: Event[];
  published: Published[];
  months: MonthsData[];
  parts: PartsData<(typeof partIds)[number]>;
}

const partIds = ['usual', 'differences', 'supplierChanges', 'groupings'] as const;

const where = 'in England';
const levels: readonly LevelId[] = ['region', 'subregion', 'ccg'];

async function load(ask: Ask, address: Address): Promise<England> {
  const service = serviceOf(address);
  const level = withinLevel(address, levels);
  const { meta, periods, period, collected } = await fetchMonths(ask, address);
  const measure = `${service}_enabled`;
  const question = { area: ENGLAND, measure, period, meta };
  const [[series], places, changes, effort, events, published, parts, stages, byPart, made] =
    await Promise.all([
      fetchSeries(ask, { areas: [ENGLAND], service, period, meta }),
      fetchPlaces(ask, { level, period, service, meta }),
      fetchChanges(ask, { ...question, periods }),
      fetchEffort(ask, { ...question, limit: 5 }),
      fetchEvents(ask, { measure, level: 'england', meta }),
      fetchPublished(ask, { service, meta }),
      loadParts(ask, partIds, { ...question, service, where }),
      fetchStagesByMonth(ask, { ...question, service, collected }),
      fetchPartsByMonth(ask, { ...question, service, collected }),
      madeOnce(ask, address, { ...question, where }),
    ]);
  return {
    meta,
    service,
    periods,
    period,
    series: series!,
    level,
    places,
    changes,
    effort,
    events,
    published,
    parts,
    months: [stages, ...byPart],
    ...made,
  };
}

const now = ({ series, period }: England) => series.months[period] ?? {};

const headline = (data: England): string =>
  englandHeadline(
    data.service,
    now(data).offered_practices?.value ?? null,
    stagesOf(now(data)),
    data.period,
  );

const description = (data: England): string =>
  `${thousandSentence(data.service, stagesOf(now(data)), where)} ${formatMonth(data.period)}.`;

function view(data: England, address: Address) {
  const { service, periods, period, series } = data;
  const before = monthBefore(Object.keys(series.months), period);
  const { name } = serviceWords[service];
  return html`
    ${choosing(address, service, periods, period)}
    <p class="kicker">England, ${formatMonth(period)}</p>
    <h1 class="headline" tabindex="-1">${headline(data)}</h1>
    ${stages(
      {
        meta: data.meta,
        place: england,
        service,
        period,
        now: now(data),
        before: before ? { period: before, parts: series.months[before]! } : null,
        where,
        definitions: address.link('/methods'),
      },
      address,
    )}
    <section class="section" aria-labelledby="months">
      <h2 class="section__title" id="months">How it got there</h2>
      <p class="section__lead">${monthsSentence(data)}</p>
      ${part('usual', data.parts, address)}
      ${monthCharts(data.months, address)}
      ${eventsView(data.events)} ${publishedView(data.published, service, series)}
    </section>
    <section class="section" aria-labelledby="places">
      <h2 class="section__title" id="places">Where it differs</h2>
      ${within(address, {
        service,
        period,
        level: data.level,
        levels,
        where,
        parent: england,
        places: data.places,
        england: now(data),
        meta: data.meta,
      })}
      ${part('differences', data.parts, address)}
    </section>
    ${markup(data.fairness)}${markup(data.outlook)}
    <section class="section" aria-labelledby="effort">
      <h2 class="section__title" id="effort">Where effort would help most</h2>
      ${effortView(address, {
        effort: data.effort,
        service,
        period,
        area: ENGLAND,
        where,
      })}
    </section>
    <section class="section section--find" aria-labelledby="yours">
      <h2 class="section__title" id="yours">Is your practice here?</h2>
      <p class="section__lead">
        Every practice in the extracts has a page with its own thousand patients: ${name.toLowerCase()}
        and the two other services, month by month, with its CCG and England.
      </p>
      ${searchForm(
        'find-yours',
        'Practice or place, by name, code, town or postcode',
        `${address.prefix}/find`,
        {
          along: address.along,
        },
      )}
    </section>
    <section class="section" aria-labelledby="changes">
      <h2 class="section__title" id="changes">What changed, and why</h2>
      ${changeView(data.changes, service)}
    </section>
    ${part('supplierChanges', data.parts, address)}
    <section class="section" aria-labelledby="groups">
      <h2 class="section__title" id="groups">By supplier and by list size</h2>
      ${part('groupings', data.parts, address)}
    </section>
    ${takeAway(address, {
      meta: data.meta,
      period,
      title: `England: ${headline(data)}`.replace(/\.$/, ''),
      tables: [
        {
          text: 'England, all services and months',
          path: '/figures',
          params: { area: ENGLAND, from: data.meta.first_period, to: data.meta.last_period },
        },
        {
          text: `All ${levelOf(data.level).many}, ${formatMonth(period)}`,
          path: '/figures',
          params: { level: data.level, period },
        },
        {
          text: `All practices, ${formatMonth(period)}`,
          path: '/figures',
          params: { level: 'practice', period },
        },
      ],
    })}
  `;
}

/** The stage that moved furthest, then and now. */
function monthsSentence({ series, period, service }: England): string {
  const before = monthBefore(Object.keys(series.months), period);
  const stages = stagesOf(series.months[period]);
  const moved = before ? movedMost(stages, stagesOf(series.months[before])) : null;
  const part = moved?.stage ?? 'offered';
  const sentence = (month: string) =>
    figureSentence(
      series.months[month]?.[part] ?? missing,
      measureOf(`${service}_${part}`),
      where,
      month,
    );
  return before ? `${sentence(before)} ${sentence(period)}` : sentence(period);
}

const missing: Figure = { numerator: null, denominator: null, value: null, marker: '[x]' };

/** The first page: all England, its stages, its months and the places in it. */
export const englandPage: Page<England> = {
  load,
  meta: ({ meta }) => meta,
  title: (data) => `${headline(data)} England, ${formatMonth(data.period)}`,
  description,
  crumbs: () => [],
  card: ({ service, period }) => ({ kind: 'thousand', query: { service, period } }),
  view,
};
