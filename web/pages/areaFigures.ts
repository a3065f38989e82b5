import { ENGLAND, type LevelId, levelIds, levelOf } from '../../data/definitions/levels.ts';
import type { ServiceChoice } from '../../data/definitions/measures.ts';
import { readableName } from '../../data/definitions/names.ts';
import { atPlaceIn } from '../../data/words/english.ts';
import { placeFinding } from '../../data/words/headlines.ts';
import type { Ask, Meta } from '../ask.ts';
import type { MonthsData } from '../charts/kinds/monthLines.ts';
import {
  countsIn,
  fetchMonths,
  fetchSeries,
  type Place,
  type Series,
  stagesOf,
} from '../figures.ts';
import type { Address } from '../page.ts';
import { loadParts, type PartsData } from '../partPlace.ts';
import { PageProblem } from '../problem.ts';
import { type Change, fetchChanges } from '../questions/changes.ts';
import { besideOf, fetchStandings, type Standings } from '../questions/standing.ts';
import { fetchUsual } from '../questions/usual.ts';
import { fetchWhereabouts, type Whereabouts } from '../questions/whereabouts.ts';
import { type MadeOnce, madeOnce } from '../sections/madeOnce.ts';
import { fetchPartsByMonth, fetchStagesByMonth } from '../sections/monthCharts.ts';
import type { AreaAbsent } from './areaAbsent.ts';
import { fetchWithin } from './fetchWithin.ts';

/** What the page of an area shows. */
export interface AreaFigures extends MadeOnce {
  meta: Meta;
  service: ServiceChoice;
  periods: string[];
  servicesHeld: ServiceChoice[];
  period: string;
  level: LevelId;
  code: string;
  name: string;
  /** The area, then those that contain it, nearest first, England last. */
  series: Series[];
  withinLevel: LevelId;
  places: Place[];
  standings: Standings;
  /** What is usual from month to month, as sentences. */
  usual: string | null;
  changes: Change[];
  parts: PartsData<'revised' | 'groupings' | 'effort'>;
  months: MonthsData[];
  /** Where its practices are now; null if it is in the latest month. */
  ended: Whereabouts | null;
  /** That a network is divided between STPs, as sentences; null if it is not. */
  divided: string | null;
}

/** The levels of places within one. Areas from the extracts are not within those of the practice lookup. */
export const levelsWithin = (level: LevelId): LevelId[] => {
  const smaller = levelIds.slice(levelIds.indexOf(level) + 1);
  const told = levelOf(level).toldBy;
  return smaller.filter((id) => id === 'practice' || levelOf(id).toldBy === told);
};

/**
 * Loads an area in the month that an address asks for, or in its own latest month, or why it is not in that month;
 * throws a problem of status 404 if it is not an area.
 */
export async function loadArea(ask: Ask, address: Address): Promise<AreaFigures | AreaAbsent> {
  const code = address.params.code!.toUpperCase();
  const [{ data }, { meta, periods: all, collected, servicesHeld, service, ...asked }] =
    await Promise.all([
      ask('/areas', { area: code, release: address.query.release }).catch(notAPlace(code)),
      fetchMonths(ask, address),
    ]);
  const area = data[0];
  if (!area || area.level === 'practice' || area.level === 'group')
    throw new PageProblem(404, `no such area: ${code}`);
  const periods = all.filter((one) => one >= area.first_period && one <= area.last_period);
  const period = address.query.period ? asked.period : periods.at(-1)!;
  const held = { first: area.first_period, last: area.last_period };
  const name = readableName(area.area_name);
  if (!periods.includes(period)) {
    const whereabouts = await fetchWhereabouts(ask, { area: code, period, meta });
    return { absent: true, meta, period, level: area.level, code, name, held, whereabouts };
  }
  const levels = levelsWithin(area.level);
  const around = [area.ccg_code, area.subregion_code, area.region_code, ENGLAND];
  const areas = [code, ...around.filter((one): one is string => one !== null && one !== code)];
  const measure = `${service}_enabled`;
  const question = { area: code, measure, period, meta };
  const hasEnded = held.last < all.at(-1)!;
  const [
    series,
    { level, places },
    standings,
    usual,
    changes,
    parts,
    stages,
    byPart,
    made,
    ended,
    divided,
  ] = await Promise.all([
    fetchSeries(ask, { areas: [...new Set(areas)], service, period, meta }),
    fetchWithin(ask, address, levels, { parent: code, period, service, meta }),
    fetchStandings(ask, { area: code, measures: [measure], period, meta }),
    fetchUsual(ask, question),
    fetchChanges(ask, { ...question, periods }),
    loadParts(ask, ['revised', 'groupings', 'effort'], {
      ...question,
      service,
      where: atPlaceIn(period, area.level, name),
    }),
    service === 'any' ? null : fetchStagesByMonth(ask, { ...question, service, collected }),
    fetchPartsByMonth(ask, { ...question, service, collected }),
    madeOnce(ask, address, {
      ...question,
      where: atPlaceIn(period, area.level, name),
      ended: hasEnded,
    }),
    hasEnded ? fetchWhereabouts(ask, { area: code, meta }) : null,
    area.level === 'pcn'
      ? import('../questions/divided.ts').then(({ fetchDivided }) =>
          fetchDivided(ask, area, { period, meta }),
        )
      : null,
  ]);
  return {
    meta,
    service,
    periods,
    servicesHeld,
    period,
    level: area.level,
    code,
    name,
    series,
    withinLevel: level,
    places,
    standings,
    usual,
    changes,
    parts,
    months: stages ? [...byPart, stages] : byPart,
    ...made,
    ended,
    divided,
  };
}

/** An unknown code in a page's address is a page that does not exist, whatever the API calls it. */
const notAPlace = (code: string) => (error: { status?: number; message?: string }) => {
  if (error.status === 400 || error.status === 404) {
    throw new PageProblem(404, error.message ?? `no such place: ${code}`);
  }
  throw error;
};

/** The month's figures of the area itself; empty if there are none. */
export const here = ({ series, code, period }: AreaFigures) =>
  series.find((one) => one.code === code)?.months[period] ?? {};
/** The month's figures of England. */
export const england = ({ series, period }: AreaFigures) =>
  series.find((one) => one.code === ENGLAND)?.months[period] ?? {};

/** How its share set up compares with England's. */
export const besideEngland = ({ standings, service }: AreaFigures) =>
  besideOf(standings[`${service}_enabled`], 'england');

/** A summary of the area's figures, as a clause. */
export const areaFinding = (data: AreaFigures): string =>
  placeFinding(
    data.service,
    stagesOf(here(data)),
    {
      level: data.level,
      england: england(data).enabled?.value ?? null,
      verdict: besideEngland(data)?.verdict ?? 'not compared',
      counts: countsIn(here(data)),
    },
    data.period,
  );
