import { GROUP } from '../../../data/definitions/levels.ts';
import { measureOf } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { fewestPoints, type XmrView } from '../../../data/definitions/xmrViews.ts';
import { ruleText } from '../../../data/words/charts.ts';
import { bareValue, changeUnit, listed, unitTitle } from '../../../data/words/english.ts';
import { unusualFinding } from '../../../data/words/findings.ts';
import { signedChange } from '../../../data/words/signed.ts';
import type { Ask } from '../../ask.ts';
import { PageProblem } from '../../problem.ts';
import { choices, viewIn } from '../choices.ts';
import { filtersOf, isFiltered, unfiltered } from '../filters.ts';
import type { ChartData, ChartQuery, DrawnKind } from '../kind.ts';
import { measureIn } from '../question.ts';
import { type ChartPlace, england, fetchChartPlaces, lacking, onlyOf } from './chartPlace.ts';
import { type Lookup, lookupNotes, lookupOf } from './lookup.ts';
import { chosenNotes, narrowed } from './within.ts';

export type XmrRule = 'outside_limits' | 'trend' | 'near_limit' | 'one_side';

/** A month of an XmR chart; all numbers in the unit. */
export interface XmrMonth {
  period: string;
  value: number | null;
  /** Number of the stretch between restarts, 1 for the first. */
  segment: number;
  mean: number | null;
  lower: number | null;
  upper: number | null;
  signal: XmrRule | null;
  direction: 'up' | 'down' | null;
  /** Why there is no value; null if there is one. */
  marker: string | null;
}

export interface XmrData extends ChartData {
  measure: string;
  view: XmrView;
  place: ChartPlace;
  months: XmrMonth[];
  restarts: string[];
  said: string;
  /** The practice lookup that defines the place, if one does. */
  lookup: Lookup | null;
}

async function load(ask: Ask, asked: ChartQuery): Promise<XmrData> {
  const measure = measureIn(asked);
  const view = viewIn('xmr', asked.view, measure);
  const { from, to, restarts, release, group, boundaries } = asked;
  const area = asked.area ?? (group ? GROUP : england.code);
  const [known] = isFiltered(asked) ? await fetchChartPlaces(ask, area, asked) : [];
  const query = known?.level === 'practice' ? { ...asked, ...unfiltered } : asked;
  const { data, meta: answered } = await ask('/xmr', {
    measure: measure.id,
    area,
    from,
    to,
    restarts,
    view,
    release,
    group,
    boundaries,
    ...filtersOf(query),
  });
  const first = data[0];
  if (!first)
    throw new PageProblem(400, `no month of this release is in the range: ${from} to ${to}`);
  const {
    sentence: said,
    restarts: used,
    ...meta
  } = answered as typeof answered & {
    sentence: string;
    restarts: string[];
  };
  return {
    meta,
    query: { ...query, view, from: first.period, to: data.at(-1)!.period, release: undefined },
    measure: measure.id,
    view,
    place: await narrowed<ChartPlace>(
      {
        level: first.level,
        code: first.area_code,
        name: readableName(data.at(-1)!.area_name),
      },
      query,
    ),
    months: judgedMonths(data),
    restarts: used,
    said,
    lookup: lookupOf(answered),
  };
}

/** The months, without limits and signals in stretches of too few to show what is usual. */
function judgedMonths(rows: readonly XmrMonth[]): XmrMonth[] {
  const unjudged = { mean: null, lower: null, upper: null, signal: null, direction: null };
  const known = rows.filter(({ value }) => value !== null);
  return rows.map(({ period, value, segment, mean, lower, upper, signal, direction, marker }) => {
    const isTold = known.filter((row) => row.segment === segment).length >= fewestPoints;
    const judged = isTold ? { mean, lower, upper, signal, direction } : unjudged;
    return { period, value, segment, ...judged, marker };
  });
}

/** A number in the form of the view: a change with its sign. */
export const xmrText = ({ view, measure }: XmrData, value: number | null): string =>
  value === null
    ? '[x]'
    : view === 'changes'
      ? signedChange(value, measureOf(measure))
      : bareValue(value, measureOf(measure));

/** The unit of the numbers, as a heading. */
function unitOf({ view, measure }: XmrData): string {
  const one = measureOf(measure);
  if (view === 'changes') return `Change since the month before, ${changeUnit(one)}`;
  return view === 'working_days' ? `${unitTitle(one)}, per working day` : unitTitle(one);
}

function table(data: XmrData) {
  const cell = (value: number | null) => ({ text: xmrText(data, value), value });
  return {
    caption: `${title(data)}: ${subtitle(data)}`,
    columns: [
      { title: 'Month' },
      { title: unitOf(data), numeric: true },
      { title: 'Mean', numeric: true },
      { title: 'Usual from', numeric: true },
      { title: 'to', numeric: true },
      { title: 'Stands out' },
    ],
    rows: [...data.months]
      .reverse()
      .map((month) => [
        { text: formatMonth(month.period), value: month.period },
        month.value === null ? { text: month.marker ?? '[x]', value: null } : cell(month.value),
        ...[month.mean, month.lower, month.upper].map(cell),
        { text: signalText(month), value: month.signal },
      ]),
  };
}

/** Why a month stands out, briefly; empty if it does not. */
export const signalText = ({ signal, direction }: XmrMonth): string =>
  signal && direction ? ruleText(signal, direction) : '';

const title = ({ measure }: XmrData): string => measureOf(measure).title;

function subtitle(data: XmrData): string {
  const { place, months } = data;
  const [first, last] = [months[0]!, months.at(-1)!];
  return `${place.name}${onlyOf(place)}, what is usual from month to month, ${formatMonth(first.period)} to ${formatMonth(last.period)}. ${unitOf(data)}`;
}

function lacks({ months, measure, place }: XmrData) {
  const missing = lacking(months, {
    measure,
    place,
    months: { first: months[0]!.period, last: months.at(-1)!.period },
    level: place.level,
  });
  return missing && !missing.all
    ? { all: false, text: 'Months without a figure are left open.' }
    : missing;
}

const key = ({ view, restarts }: XmrData): string[] => [
  ...(restarts.length
    ? [
        view === 'changes'
          ? `Set aside, because figures break there: ${listed(restarts.map(formatMonth))}.`
          : `Limits start afresh from ${listed(restarts.map(formatMonth))}.`,
      ]
    : []),
];

/** One figure by month against its own mean and the limits of what is usual: which months stand out. */
export const xmrKind: DrawnKind<XmrData> = {
  ...choices.xmr,
  load,
  title,
  subtitle,
  finding: ({ months }) =>
    unusualFinding(months.filter(({ value, mean }) => value !== null && mean !== null)),
  sentence: ({ said }) => said,
  key,
  notes: ({ lookup, place, months }) => [
    ...chosenNotes(place, months.at(-1)!.period, []),
    ...lookupNotes(lookup, place.level),
  ],
  table,
  lacks,
  height: () => ({ wide: 340, narrow: 300 }),
  csv: ({ measure, place, query }) => ({
    path: '/xmr',
    params: {
      measure,
      area: place.code,
      from: query.from,
      to: query.to,
      restarts: query.restarts,
      view: query.view,
      group: query.group,
      boundaries: query.boundaries,
      ...filtersOf(query),
    },
  }),
};
