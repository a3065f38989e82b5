import { measureOf } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { formatCount } from '../../../data/definitions/numbers.ts';
import { fewestPlaces } from '../../../data/statistics/verdict.ts';
import { spreadSentence } from '../../../data/words/charts.ts';
import { bareValue, unitTitle } from '../../../data/words/english.ts';
import { spreadFinding } from '../../../data/words/findings.ts';
import { benchmarkSentence } from '../../../data/words/ranges.ts';
import type { Ask } from '../../ask.ts';
import { choices } from '../choices.ts';
import { filtersOf } from '../filters.ts';
import type { ChartData, ChartQuery, DrawnKind } from '../kind.ts';
import { measureIn } from '../question.ts';
import { fetchBenchmark } from './benchmark.ts';
import {
  type ChartPlace,
  howMany,
  inPlaceIn,
  nameCell,
  notHeld,
  numberCell,
  type PlaceFigure,
  periodOf,
} from './chartPlace.ts';
import { type Lookup, lookupNotes, lookupOf } from './lookup.ts';
import { chosenNotes, fetchParent, withinOf } from './within.ts';

/** A practice among others. */
export interface SpreadPoint {
  code: string;
  name: string;
  value: number;
  /** Percentage of the others below it; null if it is the only one. */
  percentile: number | null;
}

/** Practices by step of the value. */
export interface SpreadStep {
  from: number;
  to: number | null;
  practices: number;
}

export interface SpreadData extends ChartData {
  measure: string;
  period: string;
  parent: ChartPlace;
  practices: number;
  deciles: { p10: number; p50: number; p90: number } | null;
  /** Every practice singly, if there are few. */
  points: SpreadPoint[] | null;
  /** Counts of practices, if there are many. */
  steps: SpreadStep[] | null;
  /** The practice looked at. */
  here: SpreadPoint | null;
  /** The figure of the place chosen for comparison. */
  against?: PlaceFigure;
  /** The practice lookup that says which practices are in the place, if one does. */
  lookup: Lookup | null;
}

/** Up to this many practices are drawn one by one. */
const mostPoints = 250;

interface PercentileRow {
  area_code: string;
  area_name: string;
  value: number;
  percentile: number | null;
}

const pointOf = (row: PercentileRow): SpreadPoint => ({
  code: row.area_code,
  name: readableName(row.area_name),
  value: row.value,
  percentile: row.percentile,
});

async function load(ask: Ask, query: ChartQuery): Promise<SpreadData> {
  const measure = measureIn(query);
  const { area, period, release, boundaries } = query;
  const common = { measure: measure.id, boundaries, period, release };
  const within = { ...common, ...practicesOf(query) };
  const [place, { data: deciles, meta }] = await Promise.all([
    fetchParent(ask, query),
    ask('/deciles', within),
  ]);
  const practices = deciles[0]?.practices ?? 0;
  const each = practices <= mostPoints;
  const [points, steps, here, against] = await Promise.all([
    each ? ask('/percentiles', within) : null,
    each ? null : ask('/histogram', within),
    area ? ask('/percentiles', { ...within, area }) : null,
    fetchBenchmark(ask, query, { measure, period }),
  ]);
  const { p10, p50, p90 } = deciles[0] ?? {};
  return {
    meta,
    query: { ...query, period: periodOf(query, meta), release: undefined },
    measure: measure.id,
    period: periodOf(query, meta),
    parent: place,
    practices,
    deciles: p10 == null ? null : { p10, p50: p50!, p90: p90! },
    points: points?.data.map(pointOf).sort((a, b) => a.value - b.value) ?? null,
    steps: steps?.data.map(({ from, to, practices }) => ({ from, to, practices })) ?? null,
    here: here?.data[0] ? pointOf(here.data[0]) : null,
    ...(against && { against }),
    lookup: lookupOf(meta),
  };
}

/** The practices of a question, as the API takes them. */
function practicesOf(query: ChartQuery) {
  const { parent: within, group } = withinOf(query);
  return { within, group, ...filtersOf(query) };
}

function sentence(data: SpreadData): string {
  const { deciles, measure, period, parent, practices, here, against } = data;
  if (!deciles) return lacks(data)!.text;
  const unit = measureOf(measure);
  const where = inPlaceIn(period, parent);
  const spread = spreadSentence({
    measure: unit,
    period,
    where,
    practices,
    ...deciles,
    ...ends(data),
    here,
  });
  const value = against?.value ?? null;
  return value === null ? spread : `${spread} ${benchmarkSentence({ ...against!, value }, unit)}`;
}

/** The lowest and the highest value of few practices. */
function ends({ points, practices }: SpreadData) {
  if (!points?.length || practices >= fewestPlaces) return {};
  return { ends: { lowest: points[0]!.value, highest: points.at(-1)!.value } };
}

const lacks = ({ deciles, parent, period }: SpreadData) =>
  deciles
    ? null
    : {
        all: true,
        text:
          notHeld(parent, { first: period, last: period }) ??
          `No practice ${inPlaceIn(period, parent)} has this figure for ${formatMonth(period)}.`,
      };

/** A step in words: "from 4% to under 5%". */
export function stepText({ from, to }: SpreadStep, measure: string): string {
  const unit = measureOf(measure);
  const text = (value: number) =>
    unit.form === 'share'
      ? `${Number(value.toPrecision(6))}%`
      : String(Number(value.toPrecision(6)));
  return to === null ? `${text(from)} and more` : `${text(from)} to under ${text(to)}`;
}

function table(data: SpreadData) {
  const { points, steps, measure, here } = data;
  const unit = measureOf(measure);
  const caption = `${title(data)}: ${subtitle(data)}`;
  if (points) {
    return {
      caption,
      columns: [
        { title: 'Practice' },
        { title: unitTitle(unit), numeric: true },
        { title: 'In every 100 others, below it', numeric: true },
      ],
      rows: [...points]
        .reverse()
        .map((point) => [
          nameCell({ level: 'practice', code: point.code, name: point.name }),
          numberCell(point.value, unit),
          percentileCell(point.percentile),
        ]),
    };
  }
  return {
    caption,
    columns: [
      { title: unitTitle(unit) },
      { title: 'Practices', numeric: true },
      ...(here ? [{ title: 'Here' }] : []),
    ],
    rows: (steps ?? []).map((step) => [
      { text: stepText(step, measure), value: step.from },
      { text: formatCount(step.practices), value: step.practices },
      ...(here
        ? [
            {
              text: isIn(step, here) ? `${here.name}: ${bareValue(here.value, unit)}` : '',
              value: isIn(step, here) ? here.code : null,
            },
          ]
        : []),
    ]),
  };
}

const isIn = ({ from, to }: SpreadStep, { value }: SpreadPoint): boolean =>
  value >= from && (to === null || value < to);
const percentileCell = (percentile: number | null) => ({
  text: percentile === null ? '[z]' : formatCount(Math.floor(percentile)),
  value: percentile,
});

const title = ({ measure }: SpreadData): string => measureOf(measure).title;

function subtitle({ practices, parent, period, measure }: SpreadData): string {
  const unit = unitTitle(measureOf(measure));
  return `${howMany(practices, 'practice')} ${inPlaceIn(period, parent)}, ${formatMonth(period)}. ${unit}`;
}

/** How the practices of a place are spread: one by one or, if there are many, counted by step of the value. */
export const spreadKind: DrawnKind<SpreadData> = {
  ...choices.spread,
  load,
  title,
  subtitle,
  finding: (data) => {
    const { deciles, measure, practices, here } = data;
    const unit = measureOf(measure);
    return deciles && spreadFinding({ measure: unit, practices, ...deciles, ...ends(data), here });
  },
  sentence,
  key: ({ against }) =>
    against?.value === null ? [`${against.name} has no figure for this month.`] : [],
  notes: ({ lookup, parent, period, against }) => [
    ...chosenNotes(parent, period, against ? [against.name] : []),
    ...lookupNotes(lookup, 'practice'),
  ],
  table,
  lacks,
  height: () => ({ wide: 320, narrow: 300 }),
  csv: ({ measure, query, points }) => ({
    path: points ? '/percentiles' : '/histogram',
    params: {
      measure,
      boundaries: query.boundaries,
      period: query.period,
      ...practicesOf(query),
    },
  }),
};
