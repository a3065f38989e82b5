import { ENGLAND } from '../../../data/definitions/levels.ts';
import { measureOf, type Service } from '../../../data/definitions/measures.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { fewestPlaces } from '../../../data/statistics/verdict.ts';
import type { ChangePart } from '../../../data/words/changeParts.ts';
import type { Intervals } from '../../../server/figures/judgement.ts';
import type { FigureRow } from '../../../server/store/queries/figures.ts';
import type { Questions } from '../../apiTypes.ts';
import type { Ask, Meta } from '../../ask.ts';
import { fetchTold, type Told } from './told.ts';

export type Judged = FigureRow & Intervals;

export interface Funnel {
  target: number;
  phi: number;
  tau2: number;
  units: number;
  /** Places beyond the 95% limits, and beyond the 99.8% limits. */
  beyond95: number;
  beyond998: number;
}

export interface PeerRow {
  area_code: string;
  area_name: string;
  registered: number | null;
  distance: number;
  value: number | null;
}

export interface ChangeRow {
  part: ChangePart | 'total';
  contribution: number | null;
  practices: number | null;
}

/** A measure with how it is counted, why it matters and where it comes from. */
export type Declared = Questions['/measures']['answer']['data'][number];

/** The results of every method on this release; null if its figures do not allow one. */
export interface Worked {
  meta: Meta;
  /** Every measure as the API declares it. */
  declared: readonly Declared[];
  service: Service;
  /** The measure used for all examples: patients set up for the service. */
  measure: string;
  england: Judged;
  /** One practice of the release with a figure: the first by code. */
  practice: Judged | null;
  comparison: { sentence: string } | null;
  deciles: Record<'practices' | 'p10' | 'p50' | 'p90', number> | null;
  percentile: { percentile: number | null; quantile_group: number | null } | null;
  funnels: { adjusted: Funnel | null; plain: Funnel | null };
  xmr: { sentence: string } | null;
  trend: {
    word: string;
    reason: string | null;
    slope: number | null;
    chi_squared: number | null;
    from_period: string | null;
    to_period: string | null;
  } | null;
  peers: { sentence: string; rows: PeerRow[]; missing: { sentence: string }[] } | null;
  change: { sentence: string; rows: ChangeRow[] } | null;
  reach: string[];
  targets: { sentence: string; source: string; source_url: string }[];
  told: Told;
}

/** The first of this many practices with a figure is used as an example. */
const candidates = '50';

/** Asks the API for every method, on England, on its CCGs and on one practice. */
export async function fetchWorked(
  ask: Ask,
  service: Service,
  release: string | undefined,
): Promise<Worked> {
  const measure = `${service}_enabled`;
  const one = { measure, release };
  const [{ data, meta }, practices, { data: declared }] = await Promise.all([
    ask('/figures', { ...one, area: ENGLAND }),
    ask('/figures', { ...one, level: 'practice', limit: candidates }),
    ask('/measures', { release }),
  ]);
  const practice = practices.data.find(hasFigure) ?? null;
  const ofPractice = { ...one, practice: practice?.area_code };
  const range = { from: meta.first_period, to: meta.last_period };
  const whole = { ...one, area: ENGLAND };
  const known = <T>(asked: () => Promise<T>) => (practice ? orNull(asked()) : null);
  const [
    comparison,
    deciles,
    percentile,
    adjusted,
    plain,
    xmr,
    trend,
    peers,
    change,
    reach,
    targets,
    told,
  ] = await Promise.all([
    known(() => ask('/comparisons', { ...one, area: practice?.area_code })),
    orNull(ask('/deciles', one)),
    known(() =>
      ask('/percentiles', {
        ...one,
        area: practice?.area_code,
      }),
    ),
    orNull(ask('/funnel', { ...one, level: 'ccg' })),
    orNull(ask('/funnel', { ...one, level: 'ccg', limits: 'plain' })),
    orNull(ask('/xmr', { ...whole, view: 'changes' })),
    orNull(ask('/trends', whole)),
    known(() => ask('/peers', { ...ofPractice, limit: '5' })),
    orNull(ask('/changes', { ...whole, ...range })),
    known(() => ask('/reach', ofPractice)),
    orNull(ask('/targets', { area: ENGLAND, release })),
    fetchTold(ask, { ...ofPractice, measure }),
  ]);
  const said = <T>(answer: { meta: Meta } | null) => answer?.meta as (Meta & T) | undefined;
  const peersSaid = said<{ sentence: string; missing: { sentence: string }[] }>(peers);
  return {
    meta,
    declared,
    service,
    measure,
    england: data[0]!,
    practice,
    comparison: comparison?.data[0] ? { sentence: comparison.data[0].sentence } : null,
    deciles: (deciles?.data[0]?.practices ? deciles.data[0] : null) as Worked['deciles'],
    percentile: percentile?.data[0] ?? null,
    funnels: { adjusted: funnelOf(adjusted), plain: funnelOf(plain) },
    xmr: said<{ sentence: string }>(xmr) ?? null,
    trend: trend?.data[0] ?? null,
    peers: peersSaid
      ? {
          sentence: peersSaid.sentence,
          rows: peers!.data.map(shortPeer),
          missing: peersSaid.missing,
        }
      : null,
    change: change
      ? {
          sentence: said<{ sentence: string }>(change)!.sentence,
          rows: change.data.map(({ part, contribution, practices: of }) => ({
            part,
            contribution,
            practices: of,
          })),
        }
      : null,
    told,
    reach: reach?.data.map(({ sentence }) => sentence) ?? [],
    targets:
      targets?.data.map(({ sentence, source, source_url }) => ({ sentence, source, source_url })) ??
      [],
  };
}

const hasFigure = ({ numerator, denominator }: Judged): boolean =>
  numerator !== null && denominator !== null && numerator > 0 && numerator <= denominator;

/** An answer, or null if the release does not allow the question. */
const orNull = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: { status?: number }) => {
    if (error.status === 400 || error.status === 404) return null;
    throw error;
  });

interface Placed {
  position: string | null;
}

function funnelOf(answer: { data: Placed[]; meta: Meta } | null): Funnel | null {
  const model = answer?.meta as (Meta & Omit<Funnel, 'beyond95' | 'beyond998'>) | undefined;
  if (!answer || !model || model.units < fewestPlaces) return null;
  const beyond998 = answer.data.filter(({ position }) => position?.endsWith('998')).length;
  const beyond95 =
    answer.data.filter(({ position }) => position?.endsWith('_95')).length + beyond998;
  const { target, phi, tau2, units } = model;
  return { target, phi, tau2, units, beyond95, beyond998 };
}

const shortPeer = (row: PeerRow): PeerRow => ({
  area_code: row.area_code,
  area_name: readableName(row.area_name),
  registered: row.registered,
  distance: row.distance,
  value: row.value,
});

/** The measure of the examples. */
export const measureOfWorked = ({ measure }: Worked) => measureOf(measure);
