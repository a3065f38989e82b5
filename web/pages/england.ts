import { html } from 'lit';
import { ENGLAND, type LevelId } from '../../data/definitions/levels.ts';
import { measureOf, type Service, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { englandHeadline } from '../../server/headlines.ts';
import { type Figure, figureSentence, thousandSentence } from '../../server/words.ts';
import { months } from '../charts/months.ts';
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
  serviceOf,
  stagesOf,
} from '../figures.ts';
import type { Address, Ask, Meta, Page } from '../page.ts';
import { choosing } from './choosing.ts';
import { within, withinLevel } from './within.ts';

interface England {
  meta: Meta;
  service: Service;
  periods: string[];
  period: string;
  series: Series;
  level: LevelId;
  places: Place[];
}

const where = 'in England';
const levels: readonly LevelId[] = ['region', 'subregion', 'ccg'];

async function load(ask: Ask, address: Address): Promise<England> {
  const service = serviceOf(address);
  const level = withinLevel(address, levels);
  const { meta, periods, period } = await fetchMonths(ask, address);
  const [[series], places] = await Promise.all([
    fetchSeries(ask, { areas: [ENGLAND], service, meta }),
    fetchPlaces(ask, { level, period, service, meta }),
  ]);
  return { meta, service, periods, period, series: series!, level, places };
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
  const before = monthBefore(series, period);
  const { name } = serviceWords[service];
  return html`
    ${choosing(address, service, periods, period)}
    <p class="kicker">England, ${formatMonth(period)}</p>
    <h1 class="headline" tabindex="-1">${headline(data)}</h1>
    ${stages({
      service,
      period,
      now: now(data),
      before: before ? { period: before, parts: series.months[before]! } : null,
      where,
      definitions: address.link('/about'),
    })}
    <section class="section" aria-labelledby="months">
      <h2 class="section__title" id="months">How it got there</h2>
      <p class="section__lead">${monthsSentence(data)}</p>
      ${months({
        service,
        places: [series],
        csv: address.api('/figures', {
          level: 'england',
          from: data.meta.first_period,
          to: data.meta.last_period,
          format: 'csv',
        }),
      })}
    </section>
    <section class="section" aria-labelledby="places">
      <h2 class="section__title" id="places">Where it differs</h2>
      ${within(address, {
        service,
        period,
        level: data.level,
        levels,
        where,
        parent: undefined,
        places: data.places,
        benchmark: { name: 'England', parts: now(data) },
      })}
    </section>
    <section class="section section--find" aria-labelledby="yours">
      <h2 class="section__title" id="yours">Is your practice here?</h2>
      <p class="section__lead">
        Every practice in the extracts has a page with its own thousand patients: ${name.toLowerCase()}
        and the two other services, month by month, beside its CCG and England.
      </p>
      ${searchForm('find-yours', 'Practice or place, by name or code', `${address.prefix}/find`, {
        along: address.along,
      })}
    </section>
  `;
}

/** The stage that moved furthest, then and now. */
function monthsSentence({ series, period, service }: England): string {
  const before = monthBefore(series, period);
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
  pattern: '/',
  load,
  meta: ({ meta }) => meta,
  title: (data) => `${headline(data)} England, ${formatMonth(data.period)}`,
  description,
  crumbs: () => [],
  view,
};
