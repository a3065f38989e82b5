import { html } from 'lit';
import { ENGLAND, type LevelId, levelIds, levelOf } from '../../data/definitions/levels.ts';
import { type Service, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { readableName } from '../../data/definitions/names.ts';
import { placeFinding } from '../../server/headlines.ts';
import { thousandSentence } from '../../server/words.ts';
import { besideSentence } from '../../server/wordsOfStanding.ts';
import { trendSentence } from '../../server/wordsOfTime.ts';
import type { MonthsData } from '../charts/kinds/months.ts';
import { stages } from '../charts/stages.ts';
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
import type { Address, Ask, Crumb, Meta, Page } from '../page.ts';
import { placeLink } from '../placeLink.ts';
import { PageProblem } from '../problem.ts';
import { type Change, fetchChanges } from '../questions/changes.ts';
import { type Effort, effortQuestion, fetchEffort } from '../questions/effort.ts';
import { fetchGroupings, type Grouping } from '../questions/groups.ts';
import { besideOf, fetchStandings, type Standings } from '../questions/standing.ts';
import { fetchTrend, type Trend } from '../questions/trend.ts';
import { changeView } from '../sections/change.ts';
import { effortView } from '../sections/effort.ts';
import { groupingsView } from '../sections/groupings.ts';
import { fetchPartsByMonth, fetchStagesByMonth, monthCharts } from '../sections/monthCharts.ts';
import { takeAway } from '../sections/takeAway.ts';
import { waysOn } from '../sections/waysOn.ts';
import { choosing } from './choosing.ts';
import { placeDataset } from './placeDataset.ts';
import { placeHeading } from './placeHeading.ts';
import { within, withinLevel } from './within.ts';

interface Area {
  meta: Meta;
  service: Service;
  periods: string[];
  period: string;
  level: LevelId;
  code: string;
  name: string;
  /** The area, then those around it, nearest first, England last. */
  series: Series[];
  withinLevel: LevelId;
  places: Place[];
  standings: Standings;
  trend: Trend | null;
  changes: Change[];
  effort: Effort;
  groupings: Grouping[];
  months: MonthsData[];
}

/** The levels of places within one; areas of the extracts do not lie in those of the practice lookup. */
const levelsWithin = (level: LevelId): LevelId[] => {
  const smaller = levelIds.slice(levelIds.indexOf(level) + 1);
  const told = levelOf(level).toldBy;
  return smaller.filter((id) => id === 'practice' || levelOf(id).toldBy === told);
};

async function load(ask: Ask, address: Address): Promise<Area> {
  const service = serviceOf(address);
  const code = address.params.code!.toUpperCase();
  const [{ data }, { meta, periods: all, collected, ...asked }] = await Promise.all([
    ask('/areas', { area: code, release: address.query.release }).catch(notAPlace(code)),
    fetchMonths(ask, address),
  ]);
  const area = data[0];
  if (!area || area.level === 'practice' || area.level === 'group')
    throw new PageProblem(404, `no such area: ${code}`);
  const periods = all.filter((one) => one >= area.first_period && one <= area.last_period);
  const period = address.query.period ? asked.period : periods.at(-1)!;
  const levels = levelsWithin(area.level);
  const level = withinLevel(address, levels);
  const around = [area.ccg_code, area.subregion_code, area.region_code, ENGLAND];
  const areas = [code, ...around.filter((one): one is string => one !== null && one !== code)];
  const measure = `${service}_enabled`;
  const question = { area: code, measure, period, meta };
  const [series, places, standings, trend, changes, effort, groupings, stages, parts] =
    await Promise.all([
      fetchSeries(ask, { areas: [...new Set(areas)], service, period, meta }),
      fetchPlaces(ask, { level, parent: code, period, service, meta }),
      fetchStandings(ask, { area: code, measures: [measure], period, meta }),
      fetchTrend(ask, question),
      fetchChanges(ask, { ...question, periods }),
      fetchEffort(ask, { ...question, limit: 10 }),
      fetchGroupings(ask, question),
      fetchStagesByMonth(ask, { ...question, service, collected }),
      fetchPartsByMonth(ask, { ...question, service, collected }),
    ]);
  const name = readableName(area.area_name);
  return {
    meta,
    service,
    periods,
    period,
    level: area.level,
    code,
    name,
    series,
    withinLevel: level,
    places,
    standings,
    trend,
    changes,
    effort,
    groupings,
    months: [stages, ...parts],
  };
}

/** An unknown code in the address of a page is a page that does not exist, whatever the API calls it. */
const notAPlace = (code: string) => (error: { status?: number; message?: string }) => {
  if (error.status === 400 || error.status === 404) {
    throw new PageProblem(404, error.message ?? `no such place: ${code}`);
  }
  throw error;
};

const here = ({ series, code, period }: Area) =>
  series.find((one) => one.code === code)?.months[period] ?? {};
const england = ({ series, period }: Area) =>
  series.find((one) => one.code === ENGLAND)?.months[period] ?? {};

const besideEngland = ({ standings, service }: Area) =>
  besideOf(standings[`${service}_enabled`], 'england');

const finding = (data: Area): string =>
  placeFinding(
    data.service,
    stagesOf(here(data)),
    {
      england: england(data).enabled?.value ?? null,
      comparison: besideEngland(data)?.comparison ?? 'not_compared',
    },
    data.period,
  );

function view(data: Area, address: Address) {
  const { service, periods, period, code, name } = data;
  const [own] = data.series;
  const where = `in ${name}`;
  const kind = levelOf(data.level).one;
  const before = own && monthBefore(Object.keys(own.months), period);
  return html`
    ${choosing(address, service, periods, period)}
    <p class="kicker">${kind.charAt(0).toUpperCase() + kind.slice(1)} ${code}, ${formatMonth(period)}</p>
    ${placeHeading(name, finding(data))}
    ${stages({
      service,
      period,
      now: here(data),
      before: before ? { period: before, parts: own!.months[before]! } : null,
      where,
      definitions: address.link('/methods'),
      england: england(data),
    })}
    ${waysOn(address, { service, level: data.level, code })}
    <section class="section" aria-labelledby="months">
      <h2 class="section__title" id="months">How it got there</h2>
      <p class="section__lead">${monthsLead(data)}</p>
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
    <section class="section" aria-labelledby="changes">
      <h2 class="section__title" id="changes">What changed, and why</h2>
      ${changeView(data.changes, service)}
    </section>
    <section class="section" aria-labelledby="effort">
      <h2 class="section__title" id="effort">The practices to help first</h2>
      ${effortView({
        effort: data.effort,
        service,
        period,
        where,
        england: england(data).enabled?.value ?? null,
        linkTo: (one) => placeLink(address, 'practice', one),
        csv: address.api('/promote', {
          ...effortQuestion({ area: code, measure: `${service}_enabled`, period }),
          format: 'csv',
        }),
      })}
    </section>
    <section class="section" aria-labelledby="groups">
      <h2 class="section__title" id="groups">By supplier and by list size</h2>
      ${groupingsView({
        groupings: data.groupings,
        service,
        period,
        where,
        csv: (by) =>
          address.api('/breakdowns', {
            area: code,
            by,
            measure: `${service}_enabled`,
            period,
            format: 'csv',
          }),
      })}
    </section>
    ${takeAway(address, {
      meta: data.meta,
      period,
      title: `${name} (${code}): ${finding(data)}`,
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

/** How the share set up stands beside England's, and whether it rises. */
function monthsLead(data: Area): string {
  const value = here(data).enabled?.value ?? null;
  const benchmark = besideEngland(data);
  const { does } = serviceWords[data.service];
  if (value === null || benchmark?.value == null) return `Patients who could ${does}, by month.`;
  const beside = besideSentence(
    data.service,
    benchmark.comparison,
    value,
    benchmark.value,
    'in England',
  );
  const trend = data.trend ? ` ${trendSentence(data.trend)}` : '';
  return `${beside}${trend}`;
}

function crumbs({ series, code }: Area, address: Address): Crumb[] {
  return series
    .filter((one) => one.code !== code)
    .reverse()
    .map((one) => ({ text: one.name, href: placeLink(address, one.level, one.code) }));
}

/** A region, subregion or CCG: the same as England's page, beside England, with the places in it. */
export const areaPage: Page<Area> = {
  pattern: '/areas/:code',
  load,
  meta: ({ meta }) => meta,
  title: (data) => `${data.name}: ${finding(data)}, ${formatMonth(data.period)}`,
  description: (data) =>
    `${thousandSentence(data.service, stagesOf(here(data)), `in ${data.name}`)} ${formatMonth(data.period)}.`,
  crumbs,
  card: ({ service, period, code }) => ({
    kind: 'thousand',
    query: { service, area: code, period },
  }),
  view,
  dataset: placeDataset,
};
