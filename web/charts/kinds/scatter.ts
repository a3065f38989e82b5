import { type LevelId, levelOf } from '../../../data/definitions/levels.ts';
import { findMeasure, measureOf } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { fixed, formatCount, formatPercent } from '../../../data/definitions/numbers.ts';
import { findTrait } from '../../../data/definitions/placeTraits.ts';
import { quantile } from '../../../data/statistics/deciles.ts';
import type { RankCorrelation } from '../../../data/statistics/rankCorrelation.ts';
import {
  bareValue,
  capital,
  uncapital,
  unitTitle,
  valueText,
} from '../../../data/words/english.ts';
import { acrossTitle, pairsFinding } from '../../../data/words/pairs.ts';
import type { Ask } from '../../ask.ts';
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
import { chosenNotes, fetchParent, levelBelow, standingsOf, withinOf } from './within.ts';

/** A place with what its figure is plotted against. */
export interface ScatterPlace extends Omit<PlaceFigure, 'lower' | 'upper'> {
  across: number | null;
}

export interface ScatterData extends ChartData {
  measure: string;
  /** Id of a measure or a trait of places. */
  across: string;
  period: string;
  level: LevelId;
  parent: ChartPlace;
  rows: ScatterPlace[];
  correlation: RankCorrelation | null;
  /** The API's sentence about it. */
  said: string;
  /** Why nothing is known about the horizontal axis; null if something is. */
  missing: string | null;
  here: string[];
  lookup: Lookup | null;
  /** The columns of choice of its table. */
  more: MoreColumns;
}

async function load(ask: Ask, query: ChartQuery): Promise<ScatterData> {
  const measure = measureIn(query);
  const { release, boundaries, across = 'list_size' } = query;
  const parent = await fetchParent(ask, query);
  const level = levelBelow(query, parent);
  const { data, meta: answered } = await ask('/pairs', {
    measure: measure.id,
    across,
    level,
    ...withinOf(query),
    boundaries,
    period: query.period,
    release,
    ...filtersOf(query),
  });
  const {
    rho,
    rho_lower_95: lower,
    rho_upper_95: upper,
    units,
    missing,
    sentence,
    ...meta
  } = answered;
  const period = periodOf(query, meta);
  return {
    meta,
    query: { ...query, across, level, period, release: undefined },
    measure: measure.id,
    across,
    period,
    level,
    parent,
    rows: data
      .filter(({ marker }) => marker !== '[z]')
      .map((row) => ({
        level: row.level,
        code: row.area_code,
        name: readableName(row.area_name),
        numerator: row.numerator,
        denominator: row.denominator,
        value: row.value,
        marker: row.marker,
        across: row.across_value,
      }))
      .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity)),
    correlation:
      rho === null
        ? null
        : { rho, interval: lower === null ? null : { lower, upper: upper! }, places: units },
    said: sentence,
    missing,
    here: query.area?.toUpperCase().split(',') ?? [],
    lookup: lookupOf(answered),
    more: await fetchMore(ask, query, {
      chart: choices.scatter.id,
      level,
      measure,
      period,
      places: data.length,
    }),
  };
}

/** Places that have both figures. */
export const pairedOf = ({ rows }: ScatterData) =>
  rows.flatMap(({ value, across, ...row }) =>
    value === null || across === null ? [] : [{ ...row, value, across }],
  );

/** The median of each of the two figures; null without places. */
export function mediansOf(data: ScatterData): { across: number; value: number } | null {
  const places = pairedOf(data);
  const across = quantile(
    places.map((one) => one.across),
    0.5,
  );
  const value = quantile(
    places.map((one) => one.value),
    0.5,
  );
  return across === null || value === null ? null : { across, value };
}

/** A value of the horizontal axis as text: "7,203", "31.4", "28.6%". */
export function acrossText(value: number, across: string): string {
  const trait = findTrait(across);
  if (!trait) return bareValue(value, measureOf(across));
  if (trait.unit === '%') return formatPercent(value);
  return trait.id === 'list_size' ? formatCount(Math.round(value)) : fixed(value, 1);
}

function lacks({ rows, measure, parent, period, level, missing, across }: ScatterData) {
  if (missing) return { all: true, text: missing };
  const months = { first: period, last: period };
  const what = { place: parent, months, level };
  const ofFigure = lacking(rows, { ...what, measure });
  if (ofFigure?.all || !findMeasure(across)) return ofFigure;
  const beside = rows.map((row) => ({
    value: row.across,
    marker: row.across === null ? '[x]' : null,
  }));
  const ofAcross = lacking(beside, { ...what, measure: across });
  return ofAcross?.all ? ofAcross : (ofFigure ?? ofAcross);
}

function sentence(data: ScatterData): string {
  const lack = lacks(data);
  if (lack?.all) return lack.text;
  const text = (value: number) => valueText(value, measureOf(data.measure));
  return [standingsOf(data.here, pairedOf(data), text), data.said].filter(Boolean).join(' ');
}

const title = ({ measure, across }: ScatterData): string =>
  `${measureOf(measure).title}, against ${findTrait(across)?.name ?? measureOf(across).title}`;

function subtitle({ rows, level, parent, period, measure }: ScatterData): string {
  return `${howMany(rows.length, level)} ${inPlaceIn(period, parent)}, ${formatMonth(period)}. Vertical axis: ${uncapital(unitTitle(measureOf(measure)))}`;
}

function table(data: ScatterData): ChartTable {
  const { level, rows, across } = data;
  const unit = measureOf(data.measure);
  const countsOf = countsBy(rows, (row) => row);
  return placesGrid(
    {
      caption: `${title(data)}: ${subtitle(data)}`,
      level,
      measure: unit,
      rows,
      own: [
        {
          column: { title: capital(levelOf(level).one) },
          cell: (row) => nameCell(row, data.lookup),
        },
        {
          column: { title: unitTitle(unit), numeric: true },
          cell: (row) => figureCell(row, unit),
          total: (codes) => totalCell(codes, unit, countsOf),
        },
        {
          column: { title: acrossTitle(across), numeric: true },
          cell: (row) => ({
            text: row.across === null ? '[x]' : acrossText(row.across, across),
            value: row.across,
          }),
        },
      ],
      figureOf: (row) => withInterval(row, unit),
    },
    data.more,
  );
}

/** Places by a figure and what it is plotted against: another figure, their size or their deprivation. */
export const scatterKind: DrawnKind<ScatterData> = {
  ...choices.scatter,
  load,
  title,
  subtitle,
  finding: ({ measure, across, correlation }) =>
    pairsFinding(measureOf(measure), across, correlation),
  sentence,
  key: (data) => (mediansOf(data) ? ['Dashed lines: the median of each figure.'] : []),
  notes: ({ lookup, level, across, parent, period, more, rows }) => [
    ...chosenNotes(parent, period),
    ...moreNotes(more, rows.length),
    ...(findTrait(across) ? [findTrait(across)!.description] : []),
    ...lookupNotes(lookup, level),
  ],
  table,
  lacks,
  height: () => ({ wide: 460, narrow: 400 }),
  csv: ({ measure, across, level, period, query }) => ({
    path: '/pairs',
    params: {
      measure,
      across,
      level,
      boundaries: query.boundaries,
      period,
      ...withinOf(query),
      ...filtersOf(query),
    },
  }),
};
