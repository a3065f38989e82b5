import { html } from 'lit';
import { ENGLAND, type LevelId, levelOf } from '../../data/definitions/levels.ts';
import { measureOf, type ServiceChoice } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { englandHeadline } from '../../data/words/englandHeadline.ts';
import { counted } from '../../data/words/english.ts';
import {
  changeWords,
  type Figure,
  figureSentence,
  thousandSentence,
} from '../../data/words/figure.ts';
import type { Ask, Meta } from '../ask.ts';
import { england } from '../charts/kinds/chartPlace.ts';
import type { MonthsData } from '../charts/kinds/monthLines.ts';
import { stages, type WayIn } from '../charts/stages.ts';
import { searchForm } from '../controls/search-form.ts';
import {
  fetchMonths,
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
import { type Event, fetchEvents } from '../questions/events.ts';
import { fetchPublished, type Published } from '../questions/published.ts';
import { eventsView } from '../sections/events.ts';
import { fold, folds } from '../sections/fold.ts';
import { type MadeOnce, madeOnce } from '../sections/madeOnce.ts';
import { fetchPartsByMonth, fetchStagesByMonth, monthChart } from '../sections/monthCharts.ts';
import { onThisPage } from '../sections/onThisPage.ts';
import { paired } from '../sections/paired.ts';
import { publishedView } from '../sections/published.ts';
import { takeAway } from '../sections/takeAway.ts';
import { monthByMonth, whyItChanged } from '../sections/whyItChanged.ts';
import { choosing } from './choosing.ts';
import { fetchWithin } from './fetchWithin.ts';
import { within } from './within.ts';
import { type Within, withinWords } from './withinWords.ts';

interface England extends MadeOnce {
  meta: Meta;
  service: ServiceChoice;
  periods: string[];
  servicesHeld: ServiceChoice[];
  period: string;
  series: Series;
  level: LevelId;
  places: Place[];
  changes: Change[];
  events: Event[];
  published: Published[];
  months: MonthsData[];
  parts: PartsData<(typeof partIds)[number]>;
}

const partIds = [
  'usual',
  'revised',
  'differences',
  'supplierChanges',
  'groupings',
  'effort',
] as const;

const where = 'in England';
const levels: readonly LevelId[] = ['region', 'subregion', 'ccg'];

async function load(ask: Ask, address: Address): Promise<England> {
  const { meta, periods, period, collected, servicesHeld, service } = await fetchMonths(
    ask,
    address,
  );
  const measure = `${service}_enabled`;
  const question = { area: ENGLAND, measure, period, meta };
  const [[series], { level, places }, changes, events, published, parts, stages, byPart, made] =
    await Promise.all([
      fetchSeries(ask, { areas: [ENGLAND], service, period, meta }),
      fetchWithin(ask, address, levels, { period, service, meta }),
      fetchChanges(ask, { ...question, periods }),
      fetchEvents(ask, { measure, level: 'england', meta }),
      fetchPublished(ask, { service, meta }),
      loadParts(ask, partIds, { ...question, service, where }),
      service === 'any' ? null : fetchStagesByMonth(ask, { ...question, service, collected }),
      fetchPartsByMonth(ask, { ...question, service, collected }),
      madeOnce(ask, address, { ...question, where }),
    ]);
  return {
    meta,
    service,
    periods,
    servicesHeld,
    period,
    series: series!,
    level,
    places,
    changes,
    events,
    published,
    parts,
    months: stages ? [...byPart, stages] : byPart,
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

/** A reader's next questions, each answered in one line. */
function waysIn(data: England, shown: Within): WayIn[] {
  const ways: WayIn[] = [
    { about: 'Was the target met?', text: data.targets.gist, to: 'months' },
    { about: 'Who is left out?', text: data.fairness.gist, to: 'fairness' },
    { about: 'Where?', text: withinWords(shown).gist, to: 'places' },
  ];
  return ways.filter(({ text }) => text);
}

function view(data: England, address: Address) {
  const { service, period, series, parts } = data;
  const before = monthBefore(Object.keys(series.months), period);
  const [main, ...more] = data.months;
  const shown: Within = {
    service,
    period,
    level: data.level,
    levels,
    where,
    parent: england,
    places: data.places,
    england: now(data),
    meta: data.meta,
  };
  const differing = parts.differences.gist;
  const switched = parts.supplierChanges.changes > 0;
  return html`
    ${choosing(address, service, data, period)}
    <h1 class="headline" tabindex="-1">${headline(data)}</h1>
    ${part('revised', parts, address)}
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
        ways: waysIn(data, shown),
      },
      address,
    )}
    ${onThisPage([
      ['months', 'How it got there'],
      data.fairness.markup !== '' && ['fairness', 'Who is left out'],
      ['places', 'Where'],
      ['yours', 'Your practice'],
      ['changes', 'Why it changed'],
      ['more', 'More and downloads'],
    ])}
    ${paired(
      'months',
      'How it got there',
      html`<p class="section__lead">${monthsSentence(data)}</p>
        ${markup(data.targets.markup)} ${part('usual', parts, address)}`,
      main ? monthChart(main, address) : '',
    )}
    ${markup(data.fairness.markup)}
    ${within(address, shown)}
    ${paired(
      'yours',
      'Your practice',
      '',
      html`<p>
          Every practice has its own page, which compares it with its CCG and England.
        </p>
        <p class="yours__link">
          <a class="button" href=${address.link('/find')}>Find your practice</a>
          by name, code, town or postcode
        </p>
        <div class="yours__box">
          ${searchForm(
            'find-yours',
            'Find a practice or place by name, code, town or postcode',
            `${address.prefix}/find`,
            { along: address.along },
          )}
        </div>`,
    )}
    ${whyItChanged(address, data.changes, service)}
    ${folds(html`
      ${monthByMonth(address, more, service)} ${eventsView(data.events)}
      ${publishedView(data.published, service, series)}
      ${fold('groups', 'By supplier and by list size', parts.groupings.gist, part('groupings', parts, address))}
      ${
        switched
          ? fold(
              'supplier-changes',
              'When practices change supplier',
              `${counted(parts.supplierChanges.changes, 'change')} in these months`,
              part('supplierChanges', parts, address),
            )
          : ''
      }
      ${differing ? fold('differences', 'Where the differences are', differing, part('differences', parts, address)) : ''}
      ${fold('effort', 'Where effort would help most', parts.effort.gist, part('effort', parts, address))}
      ${data.projection.markup ? fold('outlook', 'What may come', data.projection.gist, markup(data.projection.markup)) : ''}
      ${fold(
        'take',
        'Download and cite',
        'CSV, spreadsheet, JSON',
        takeAway(address, {
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
        }),
      )}
    `)}
  `;
}

/** The share set up, or else the share who could, with its former value. */
function monthsSentence({ series, period, service }: England): string {
  const isKnown = stagesOf(series.months[period]).enabled !== null;
  // Nobody offers any service as such.
  const part = isKnown || service === 'any' ? 'enabled' : 'offered';
  const measure = measureOf(`${service}_${part}`);
  const figure = series.months[period]?.[part] ?? missing;
  const said = figureSentence(figure, measure, where, period);
  const before = monthBefore(Object.keys(series.months), period);
  const then = before ? series.months[before]?.[part] : undefined;
  const moved = before && changeWords(figure, then, before, measure);
  return moved ? said.replace(/\.$/, `, ${moved}.`) : said;
}

const missing: Figure = { numerator: null, denominator: null, value: null, marker: '[x]' };

/** The first page: England, its stages, its months and its places. */
export const englandPage: Page<England> = {
  load,
  meta: ({ meta }) => meta,
  title: (data) => `${headline(data)} England, ${formatMonth(data.period)}`,
  description,
  crumbs: () => [],
  card: ({ service, period }) => ({ kind: 'thousand', query: { service, period } }),
  view,
};
