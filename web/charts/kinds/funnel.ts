import { type LevelId, levelOf, type PlaceLevel } from '../../../data/definitions/levels.ts';
import { measureOf } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { formatCount } from '../../../data/definitions/numbers.ts';
import {
  type FunnelPosition,
  type FunnelReading,
  funnelSentence,
  positionText,
} from '../../../data/words/charts.ts';
import { capital, unitTitle, valueText } from '../../../data/words/english.ts';
import { funnelFinding } from '../../../data/words/findings.ts';
import type { FunnelRow } from '../../apiTypes.ts';
import type { Ask } from '../../ask.ts';
import { PageProblem } from '../../problem.ts';
import { choices } from '../choices.ts';
import { filtersOf } from '../filters.ts';
import type { ChartData, ChartQuery, ChartTable, DrawnKind } from '../kind.ts';
import { measureIn } from '../question.ts';
import {
  type ChartPlace,
  figureCell,
  howMany,
  inPlaceIn,
  lacking,
  nameCell,
  numberCell,
  type PlaceFigure,
  periodOf,
} from './chartPlace.ts';
import { type Lookup, lookupNotes, lookupOf } from './lookup.ts';
import {
  countsBy,
  fetchMore,
  type MoreColumns,
  moreNotes,
  placesGrid,
  totalCell,
  withInterval,
} from './placesGrid.ts';
import { chosenNotes, fetchParent, withinOf } from './within.ts';

/** A place in a funnel; lower and upper are the 95% limits for its denominator. */
export interface FunnelPoint extends PlaceFigure {
  lower998: number | null;
  upper998: number | null;
  position: FunnelPosition | null;
}

export interface FunnelData extends ChartData {
  measure: string;
  period: string;
  level: LevelId;
  parent: ChartPlace;
  adjusted: boolean;
  /** The parameters of the limits: the common mean in the unit, and the usual variance between places. */
  mean: number | null;
  phi: number | null;
  tau2: number | null;
  /** How many places entered the mean. */
  units: number;
  points: FunnelPoint[];
  here: string[];
  /** The practice lookup that defines the places, if one does. */
  lookup: Lookup | null;
  /** The columns of choice of its table. */
  more: MoreColumns;
}

const pointOf = (row: FunnelRow): FunnelPoint => ({
  level: row.level,
  code: row.area_code,
  name: readableName(row.area_name),
  numerator: row.numerator,
  denominator: row.denominator,
  value: row.value,
  marker: row.marker,
  lower: row.lower_95,
  upper: row.upper_95,
  lower998: row.lower_998,
  upper998: row.upper_998,
  position: row.position,
});

async function load(ask: Ask, query: ChartQuery): Promise<FunnelData> {
  const measure = measureIn(query);
  const unfit = choices.funnel.fits(measure, (query.level ?? 'ccg') as PlaceLevel);
  if (unfit) throw new PageProblem(400, `no funnel of ${measure.id}: ${unfit}`);
  const { level, period, limits, release, boundaries } = query;
  const place = await fetchParent(ask, query);
  const { data, meta: answered } = await ask('/funnel', {
    measure: measure.id,
    level: place.level === 'group' ? 'practice' : level,
    boundaries,
    period,
    limits,
    release,
    ...withinOf(query),
    ...filtersOf(query),
  });
  const { target, phi, tau2, units, ...meta } = answered as typeof answered & {
    target: number | null;
    phi: number | null;
    tau2: number | null;
    units: number;
  };
  const points = data.map(pointOf).sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
  const asked = periodOf(query, meta);
  const shown = (points[0]?.level as LevelId) ?? level ?? 'ccg';
  return {
    meta,
    query: { ...query, period: asked, release: undefined },
    measure: measure.id,
    period: asked,
    level: shown,
    parent: place,
    adjusted: limits !== 'plain',
    mean: target,
    phi,
    tau2,
    units,
    points,
    here: query.area?.toUpperCase().split(',') ?? [],
    lookup: lookupOf(answered),
    more: await fetchMore(ask, query, {
      chart: choices.funnel.id,
      level: shown,
      measure,
      period: asked,
      places: points.length,
    }),
  };
}

/** How many places are in each position of a funnel. */
function positionCounts(points: readonly FunnelPoint[]): FunnelReading['counts'] {
  const counts = { above_998: 0, above_95: 0, inside: 0, below_95: 0, below_998: 0 };
  for (const { position } of points) if (position) counts[position]++;
  return counts;
}

/** The sentence names up to this many of the places looked at. */
const mostTold = 3;

const positionsHere = ({ here, points }: FunnelData) =>
  here.slice(0, mostTold).flatMap((asked) => {
    const { name, value, position } = points.find(({ code }) => code === asked) ?? {};
    return name && position ? [{ name, value: value!, position }] : [];
  });

function finding(data: FunnelData): string | null {
  const { mean, measure, level, points, units } = data;
  if (mean === null) return null;
  return funnelFinding({
    measure: measureOf(measure),
    level,
    places: units,
    counts: positionCounts(points),
    here: positionsHere(data),
  });
}

function sentence(data: FunnelData): string {
  const { mean, measure, period, level, parent, adjusted, units, points } = data;
  if (mean === null) return lacks(data)!.text;
  const here = positionsHere(data);
  return funnelSentence({
    measure: measureOf(measure),
    period,
    level,
    where: inPlaceIn(period, parent),
    adjusted,
    mean,
    places: units,
    counts: positionCounts(points),
    here,
  });
}

/** Whether a figure is no share of the whole, though published so. */
export const isMoreThanAll = ({ value }: Pick<FunnelPoint, 'value'>): boolean =>
  value !== null && value > 100;

/** The position of a place in a funnel, in words; why it has none, if it is more than the whole. */
export function positionWords(point: FunnelPoint): string | null {
  if (point.position) return positionText[point.position];
  return isMoreThanAll(point) ? 'not judged, being more than 100%' : null;
}

function table(data: FunnelData): ChartTable {
  const { level, points } = data;
  const unit = measureOf(data.measure);
  const countsOf = countsBy(points, (point) => point);
  const limit = (title: string, end: 'lower' | 'upper' | 'lower998' | 'upper998') => ({
    column: { title, numeric: true },
    cell: (point: FunnelPoint) => numberCell(point[end], unit),
  });
  return placesGrid(
    {
      caption: `${title(data)}: ${subtitle(data)}`,
      level,
      measure: unit,
      rows: points,
      own: [
        {
          column: { title: capital(levelOf(level).one) },
          cell: (point) => nameCell(point, data.lookup),
        },
        {
          column: { title: unitTitle(unit), numeric: true },
          cell: (point) => figureCell(point, unit),
          total: (codes) => totalCell(codes, unit, countsOf),
        },
        limit('Limits at 95% from', 'lower'),
        limit('to', 'upper'),
        limit('Limits at 99.8% from', 'lower998'),
        limit('to', 'upper998'),
        {
          column: { title: 'Where it is' },
          cell: (point) => ({
            text: positionWords(point) ?? point.marker ?? '[z]',
            value: point.position,
          }),
        },
      ],
      figureOf: (point) => withInterval(point, unit),
    },
    data.more,
  );
}

const title = ({ measure }: FunnelData): string => measureOf(measure).title;

function subtitle({ points, level, parent, period, measure, adjusted }: FunnelData): string {
  const unit = measureOf(measure);
  return `${howMany(points.length, level)} ${inPlaceIn(period, parent)}, by their size${adjusted ? '' : ', with plain limits'}, ${formatMonth(period)}. ${unitTitle(unit)}`;
}

function lacks({ points, measure, parent, period, level, mean }: FunnelData) {
  const missing = lacking(points, {
    measure,
    place: parent,
    months: { first: period, last: period },
    level,
  });
  if (missing || mean !== null) return missing;
  return { all: true, text: `A funnel needs two ${levelOf(level).many} with a figure.` };
}

/** The meaning of marks other than plain dots. */
function key({ mean, level, points }: FunnelData): string[] {
  if (mean === null) return [];
  const over = points.filter(isMoreThanAll).length;
  return [
    ...(points.some(({ position }) => position && position !== 'inside')
      ? [
          'Triangles are beyond the limits: solid ones beyond the outer, hollow ones beyond the inner alone.',
        ]
      : []),
    ...(over
      ? [
          `Diamonds: ${howMany(over, level)} with more than 100%, as published. Limits and mean leave them out.`,
        ]
      : []),
  ];
}

function notes(data: FunnelData): string[] {
  const { adjusted, phi, mean, measure, level, points, lookup, parent, period } = data;
  if (mean === null) return [];
  const centre = `The line through the middle is the mean of the places drawn, ${valueText(mean, measureOf(measure))}.`;
  const spread =
    phi === null
      ? ''
      : ` Places vary ${formatCount(phi)} times as much as counting people alone would have them.`;
  return [
    ...(parallel(points) ? [parallelLimits] : []),
    adjusted
      ? `${centre} The limits are widened by the differences usual between places (adjusted for overdispersion).${spread}`
      : `${centre} The limits allow only for how few people are counted.${spread} With lists of this size plain limits flag nearly every place: the adjusted ones tell more.`,
    ...chosenNotes(parent, period),
    ...moreNotes(data.more, points.length),
    ...lookupNotes(lookup, level),
  ];
}

/** Limits are as good as parallel if at the smallest place they are less than a tenth wider than at the largest. */
const nearlyParallel = 1.1;

const parallelLimits =
  'The limits are nearly parallel: lists here are so large that the differences usual between places outweigh their size.';

/** Whether the limits hardly narrow from the smallest of some places to the largest. */
function parallel(points: readonly FunnelPoint[]): boolean {
  const limited = points
    .filter(({ lower, upper, denominator }) => lower !== null && upper !== null && denominator)
    .sort((a, b) => a.denominator! - b.denominator!);
  const [smallest, largest] = [limited[0], limited.at(-1)];
  if (!smallest || !largest || smallest === largest) return false;
  return smallest.upper! - smallest.lower! < nearlyParallel * (largest.upper! - largest.lower!);
}

/** Places by their size, against the limits of what is usual between them. */
export const funnelKind: DrawnKind<FunnelData> = {
  ...choices.funnel,
  load,
  title,
  subtitle,
  finding,
  sentence,
  key,
  notes,
  table,
  lacks,
  height: () => ({ wide: 440, narrow: 400 }),
  csv: ({ measure, level, period, query }) => ({
    path: '/funnel',
    params: {
      measure,
      level,
      boundaries: query.boundaries,
      period,
      limits: query.limits,
      ...withinOf(query),
      ...filtersOf(query),
    },
  }),
};
