import { ENGLAND, isFormedLater } from '../../data/definitions/levels.ts';
import { measureIds, type ServiceChoice, services } from '../../data/definitions/measures.ts';
import { readableName } from '../../data/definitions/names.ts';
import { atPlace } from '../../data/words/english.ts';
import { absentFinding, placeFinding } from '../../data/words/headlines.ts';
import { placesSentence } from '../../data/words/standing.ts';
import type { PracticeMonthRow } from '../../server/store/queries/practice.ts';
import type { Ask, Meta } from '../ask.ts';
import type { MonthsData } from '../charts/kinds/monthLines.ts';
import {
  countsIn,
  fetchMonths,
  fetchSeries,
  type Parts,
  type Series,
  stagesOf,
} from '../figures.ts';
import type { Address, Crumb } from '../page.ts';
import { loadParts, type PartsData } from '../partPlace.ts';
import { placeLink } from '../placeLink.ts';
import { type Change, fetchChanges } from '../questions/changes.ts';
import { type Ending, fetchEnding } from '../questions/ending.ts';
import { fetchLifecycle, fetchMoved } from '../questions/lifecycle.ts';
import { fetchPeers, type Peers } from '../questions/peers.ts';
import { fetchPercentiles, type Percentile } from '../questions/percentiles.ts';
import { fetchSteps, type Step } from '../questions/reach.ts';
import { besideOf, fetchStandings, type Standings } from '../questions/standing.ts';
import { fetchStrips, type Strip } from '../questions/strips.ts';
import { fetchUsual } from '../questions/usual.ts';
import { fetchPartsByMonth } from '../sections/monthCharts.ts';
import type { ServiceStatus } from '../sections/status.ts';
import type { StripsShown } from '../sections/strips.ts';
import type { Around } from './practiceFacts.ts';

/** The API's answer about one practice. */
interface PracticeAnswer {
  practice_code: string;
  practice_name: string;
  region_code: string | null;
  region_name: string | null;
  subregion_code: string | null;
  subregion_name: string | null;
  ccg_code: string | null;
  ccg_name: string | null;
  pcn_code: string | null;
  pcn_name: string | null;
  postcode: string | null;
  open_date: string | null;
  close_date: string | null;
  first_period: string;
  last_period: string;
  months: PracticeMonthRow[];
}

/** What the page of a practice and its printed report have in common. */
export interface PracticeFigures {
  meta: Meta;
  service: ServiceChoice;
  /** The months that the practice is in. */
  periods: string[];
  servicesHeld: ServiceChoice[];
  period: string;
  /** Whether the practice is in the extracts of the month asked for. */
  present: boolean;
  code: string;
  name: string;
  supplier: string | null;
  registered: number | null;
  /** The month of its name, supplier and list size. */
  describedIn: string;
  first: string;
  last: string;
  /** Region, subregion and CCG, as far as it has them. */
  around: Around[];
  /** Its primary care network, and its entry in the register of practices, if the release has them. */
  network: { code: string; name: string } | null;
  register: { postcode: string | null; opened: string | null; closed: string | null };
  /** How it ended; null if it has not. */
  ending: Ending | null;
  /** Its events in the months of the release, as sentences. */
  happened: string[];
  /** The practice, its CCG and England. */
  series: Series[];
  months: MonthsData[];
  services: ServiceStatus[];
  standings: Standings;
  percentiles: Record<string, Percentile>;
  steps: Step[];
  /** What is usual from month to month, as sentences. */
  usual: string | null;
  /** Its changes of supplier and their effect, one sentence each. */
  moved: string[];
  changes: Change[];
  /** Null if the practice is not in the month or has ended, because then it is not compared. */
  peers: Peers | null;
  /** Its position among the practices of its CCG and of England, by service. */
  strips: Strip[];
  parts: PartsData<'revised'>;
}

/**
 * Loads a practice in the month that an address asks for, or in its own latest month; with charts and history if
 * `full`.
 */
export async function loadPractice(
  ask: Ask,
  address: Address,
  { full }: { full: boolean },
): Promise<PracticeFigures> {
  const [{ data }, { meta, periods: all, collected, servicesHeld, service, ...asked }] =
    await Promise.all([
      ask(`/practices/${encodeURIComponent(address.params.code!)}`, {
        release: address.query.release,
      }),
      fetchMonths(ask, address),
    ]);
  const own = new Map(data.months.map((month) => [month.period, month]));
  const periods = all.filter((one) => own.has(one));
  const period = address.query.period ? asked.period : periods.at(-1)!;
  const month = own.get(period);
  const shown = month ?? data.months.at(-1)!;
  const reported = periods.filter((one) => own.get(one)![`${service}_enabled`] !== null);
  const code = data.practice_code;
  const areas = [code, shown.ccg_code, ENGLAND].filter((one): one is string => one !== null);
  const { last_period: last, close_date: closed } = data;
  const hasEnded = last < meta.last_period || Boolean(closed);
  const [series, ending, happened, moved, months, parts, more] = await Promise.all([
    fetchSeries(ask, { areas, service, meta }),
    hasEnded ? fetchEnding(ask, { practice: code, last, closed, meta }) : null,
    full ? fetchLifecycle(ask, { practice: code, meta }) : [],
    fetchMoved(ask, { area: code, measure: `${service}_enabled`, meta }),
    full ? fetchPartsByMonth(ask, { service, area: code, collected, meta }) : [],
    loadParts(ask, ['revised'], {
      ...{ area: code, service, measure: `${service}_enabled`, period, meta },
      where: atPlace('practice', readableName(shown.practice_name)),
    }),
    month
      ? loadStanding(ask, {
          ...{ code, ccg: shown.ccg_code, service, period, reported, collected, meta },
          asks: !hasEnded,
        })
      : nothing,
  ]);
  return {
    meta,
    service,
    periods,
    servicesHeld,
    period,
    present: month !== undefined,
    code,
    name: readableName(shown.practice_name),
    supplier: shown.supplier,
    registered: shown.registered,
    describedIn: shown.period,
    first: data.first_period,
    last: data.last_period,
    around: aroundOf(data),
    network: data.pcn_code
      ? { code: data.pcn_code, name: readableName(data.pcn_name ?? data.pcn_code) }
      : null,
    register: { postcode: data.postcode, opened: data.open_date, closed: data.close_date },
    ending,
    happened,
    moved,
    months,
    parts,
    series,
    services: services.map((one) => ({
      service: one,
      status: month ? (month[`${one}_status`] as number | null) : null,
    })),
    ...more,
  };
}

const nothing = {
  standings: {},
  percentiles: {},
  steps: [],
  usual: null,
  changes: [],
  peers: null,
  strips: [],
};

async function loadStanding(
  ask: Ask,
  asked: {
    code: string;
    ccg: string | null;
    service: ServiceChoice;
    period: string;
    reported: string[];
    collected: string[];
    meta: Meta;
    /** Whether to ask what the practice could do: only if it has not ended. */
    asks: boolean;
  },
): Promise<Pick<PracticeFigures, keyof typeof nothing>> {
  const { code, ccg, service, period, reported, collected, meta, asks } = asked;
  const measures = comparedMeasures.filter((id) => collected.includes(id));
  const measure = `${service}_enabled`;
  const [standings, percentiles, steps, usual, changes, peers, strips] = await Promise.all([
    fetchStandings(ask, { area: code, measures, period, meta }),
    fetchPercentiles(ask, {
      area: code,
      measures: comparedMeasures.filter((id) => id.endsWith('_enabled') && collected.includes(id)),
      period,
      meta,
    }),
    asks ? fetchSteps(ask, { practice: code, measure, period, meta }) : [],
    fetchUsual(ask, { area: code, measure, period, meta }),
    // Only months that it reported can be compared.
    fetchChanges(ask, { area: code, measure, period, periods: reported, meta }),
    asks ? fetchPeers(ask, { practice: code, measure, period, meta }) : null,
    fetchStrips(ask, { practice: code, ccg, measures, period, meta }),
  ]);
  return { standings, percentiles, steps, usual, changes, peers, strips };
}

const comparedMeasures = [
  ...services.flatMap((one) => measureIds(one, ['enabled', 'accessed', 'use'])),
  'any_enabled',
];

const aroundOf = (data: PracticeAnswer): Around[] =>
  (['region', 'subregion', 'ccg'] as const).flatMap((level) => {
    const [code, name] = [data[`${level}_code`], data[`${level}_name`]];
    return code ? [{ level, code, name: readableName(name ?? code) }] : [];
  });

/** The month's figures of the practice, its CCG or England; empty if there are none. */
export const monthOf = ({ series, period }: PracticeFigures, code: string): Parts =>
  series.find((one) => one.code === code)?.months[period] ?? {};

/** A summary of the practice's figures, as a clause. */
export function practiceFinding(data: PracticeFigures): string {
  const id = `${data.service}_enabled`;
  if (!data.present) return absentFinding(data, data.period);
  return placeFinding(
    data.service,
    stagesOf(monthOf(data, data.code)),
    {
      level: 'practice',
      england: monthOf(data, ENGLAND).enabled?.value ?? null,
      verdict: besideOf(data.standings[id], 'england')?.verdict ?? 'not compared',
      percentile: data.percentiles[id]?.percentile ?? null,
      counts: countsIn(monthOf(data, data.code)),
    },
    data.period,
  );
}

/** The rank of its share set up among the practices of its CCG and its network, as a sentence. */
export const practicePlaces = ({ standings, service, period }: PracticeFigures): string =>
  placesSentence(
    (['ccg', 'pcn'] as const).flatMap((level) => {
      const beside = besideOf(standings[`${service}_enabled`], level);
      if (!beside?.rank) return [];
      const named = readableName(beside.name);
      const later = isFormedLater(level, period);
      return [{ ...beside.rank, name: later ? `what later became ${named}` : named }];
    }),
  );

/** The breadcrumbs of a practice: England and the areas it is in. */
export const practiceCrumbs = ({ around }: PracticeFigures, address: Address): Crumb[] => [
  { text: 'England', href: address.link('/') },
  ...around.map((one) => ({ text: one.name, href: placeLink(address, one.level, one.code) })),
];

/** The data for the strips of a practice's services. */
export const stripsOf = ({
  period,
  strips,
  standings,
  services,
  around,
}: PracticeFigures): StripsShown => ({
  period,
  strips,
  standings,
  statuses: services,
  ccg: around.find(({ level }) => level === 'ccg')?.name ?? null,
});
