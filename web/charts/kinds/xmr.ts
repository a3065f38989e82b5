import { measureOf } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { ruleText } from '../../../data/words/charts.ts';
import { listed, unitTitle } from '../../../data/words/english.ts';
import type { Ask } from '../../ask.ts';
import { PageProblem } from '../../problem.ts';
import type { ChartData, ChartQuery, DrawnKind } from '../kind.ts';
import { measureIn } from '../question.ts';
import { type Lookup, lookupNotes, lookupOf } from './lookup.ts';
import { type ChartPlace, england, lacking, numberCell } from './reading.ts';

export type XmrRule = 'outside_limits' | 'trend' | 'near_limit' | 'one_side';

/** A month of an XmR chart; all numbers in the unit. */
export interface XmrMonth {
  period: string;
  value: number | null;
  /** Number of the stretch between restarts, 1 the first. */
  segment: number;
  mean: number | null;
  lower: number | null;
  upper: number | null;
  signal: XmrRule | null;
  direction: 'up' | 'down' | null;
  /** Why there is no value; null where there is one. */
  marker: string | null;
}

export interface XmrData extends ChartData {
  measure: string;
  place: ChartPlace;
  months: XmrMonth[];
  restarts: string[];
  suggested: string[];
  said: string;
  /** The practice lookup that makes up the place, where one does. */
  lookup: Lookup | null;
}

async function load(ask: Ask, query: ChartQuery): Promise<XmrData> {
  const measure = measureIn(query);
  const { from, to, restarts, release, group, boundaries } = query;
  const area = query.area ?? (group ? 'group' : england.code);
  const { data, meta: answered } = await ask('/xmr', {
    measure: measure.id,
    area,
    from,
    to,
    restarts,
    release,
    group,
    boundaries,
  });
  const first = data[0];
  if (!first)
    throw new PageProblem(400, `no month of this release is in the range: ${from} to ${to}`);
  const {
    sentence: said,
    restarts: used,
    suggested_restarts: suggested,
    ...meta
  } = answered as typeof answered & {
    sentence: string;
    restarts: string[];
    suggested_restarts: string[];
  };
  return {
    meta,
    query: { ...query, from: first.period, to: data.at(-1)!.period, release: undefined },
    measure: measure.id,
    place: {
      level: first.level,
      code: first.area_code,
      name: readableName(data.at(-1)!.area_name),
    },
    months: data.map(
      ({ period, value, segment, mean, lower, upper, signal, direction, marker }) => ({
        period,
        value,
        segment,
        mean,
        lower,
        upper,
        signal,
        direction,
        marker,
      }),
    ),
    restarts: used,
    suggested,
    said,
    lookup: lookupOf(answered),
  };
}

function table(data: XmrData) {
  const unit = measureOf(data.measure);
  return {
    caption: `${title(data)}: ${subtitle(data)}`,
    columns: [
      { title: 'Month' },
      { title: unitTitle(unit), numeric: true },
      { title: 'Mean', numeric: true },
      { title: 'Usual from', numeric: true },
      { title: 'to', numeric: true },
      { title: 'Stands out' },
    ],
    rows: [...data.months]
      .reverse()
      .map((month) => [
        { text: formatMonth(month.period), value: month.period },
        month.value === null
          ? { text: month.marker ?? '[x]', value: null }
          : numberCell(month.value, unit),
        ...[month.mean, month.lower, month.upper].map((value) => numberCell(value, unit)),
        { text: signalText(month), value: month.signal },
      ]),
  };
}

/** Why a month stands out, in few words; empty where it does not. */
export const signalText = ({ signal, direction }: XmrMonth): string =>
  signal && direction ? ruleText(signal, direction) : '';

const title = ({ measure }: XmrData): string => measureOf(measure).title;

function subtitle({ place, months, measure }: XmrData): string {
  const [first, last] = [months[0]!, months.at(-1)!];
  return `${place.name}, what is usual from month to month, ${formatMonth(first.period)} to ${formatMonth(last.period)}. ${unitTitle(measureOf(measure))}`;
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

const notes = ({ restarts, suggested, lookup }: XmrData): string[] => {
  const open = suggested.filter((month) => !restarts.includes(month));
  return [
    ...(restarts.length ? [`Limits start afresh from ${listed(restarts.map(formatMonth))}.`] : []),
    ...(open.length
      ? [`A plain step suggests that limits start afresh from ${listed(open.map(formatMonth))}.`]
      : []),
    ...lookupNotes(lookup),
  ];
};

/** One figure by month against its own mean and the limits of what is usual: which months stand out. */
export const xmrKind: DrawnKind<XmrData> = {
  id: 'xmr',
  name: 'Usual or not',
  parameters: ['measure', 'area', 'boundaries', 'from', 'to', 'group', 'restarts', 'release'],
  load,
  title,
  subtitle,
  sentence: ({ said }) => said,
  notes,
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
      group: query.group,
      boundaries: query.boundaries,
    },
  }),
  fits: () => null,
};
