import type { LevelId } from '../../../data/definitions/levels.ts';
import { measureOf } from '../../../data/definitions/measures.ts';
import { formatMonth, monthsBetween } from '../../../data/definitions/months.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { movesSentence } from '../../../data/words/charts.ts';
import { unitTitle } from '../../../data/words/english.ts';
import { movesFinding } from '../../../data/words/findings.ts';
import type { JudgedFigure } from '../../../server/figures/judgement.ts';
import type { Ask } from '../../ask.ts';
import { PageProblem } from '../../problem.ts';
import { choices } from '../choices.ts';
import { filtersOf, isFiltered } from '../filters.ts';
import type { ChartData, ChartQuery, DrawnKind } from '../kind.ts';
import { measureIn } from '../question.ts';
import { panelsHeight } from '../specs/panelsHeight.ts';
import {
  type ChartPlace,
  figureCell,
  howMany,
  inPlaceIn,
  lacking,
  type PlaceFigure,
  placeFigure,
} from './chartPlace.ts';
import { type Lookup, lookupNotes, lookupOf } from './lookup.ts';
import { levelsOfCsv } from './places.ts';
import { chosenNotes, fetchParent, levelBelow, withinOf } from './within.ts';

type MonthFigure = Pick<PlaceFigure, 'numerator' | 'denominator' | 'value' | 'marker'>;

export interface MultiplesData extends ChartData {
  measure: string;
  level: LevelId;
  parent: ChartPlace;
  months: string[];
  /** The place with the highest last figure comes first. */
  panels: { code: string; name: string; months: Record<string, MonthFigure> }[];
  /** England by month, the same in every panel. */
  england: Record<string, MonthFigure>;
  /** The practice lookup that defines the places, if one does. */
  lookup: Lookup | null;
}

/** The most panels that can be taken in together. */
const mostPanels = 45;

async function load(ask: Ask, query: ChartQuery): Promise<MultiplesData> {
  const measure = measureIn(query);
  const { release, boundaries } = query;
  const within = withinOf(query);
  const parent = await fetchParent(ask, query);
  const level = levelBelow(query, parent);
  const periods = await ask('/periods', { release });
  const { meta } = periods;
  const all = periods.data
    .map(({ period }) => period)
    .filter((one) => (!query.from || one >= query.from) && (!query.to || one <= query.to));
  if (!all.length) throw new PageProblem(400, 'no month of this release is in the range');
  const span = { from: all[0]!, to: all.at(-1)!, measure: measure.id, release, boundaries };
  const chosen = filtersOf(query);
  const asked = { level, ...within, boundaries, release };
  const known = isFiltered(query)
    ? await ask('/figures', { ...asked, ...chosen, measure: measure.id, period: span.to })
    : await ask('/areas', asked);
  if (known.data.length > mostPanels) {
    throw new PageProblem(
      400,
      `too many places for a panel each: ${howMany(known.data.length, level)} (at most ${mostPanels})`,
    );
  }
  const [own, england] = await Promise.all([
    ask('/figures', { ...span, ...within, ...chosen, level }),
    ask('/figures', { ...span, level: 'england' }),
  ]);
  const panels = new Map<string, MultiplesData['panels'][number]>();
  for (const row of own.data) {
    let panel = panels.get(row.area_code);
    if (!panel) {
      panel = { code: row.area_code, name: '', months: {} };
      panels.set(row.area_code, panel);
    }
    panel.name = readableName(row.area_name);
    panel.months[row.period] = monthOf(row);
  }
  const last = ({ months }: MultiplesData['panels'][number]) => months[span.to]?.value ?? -Infinity;
  return {
    meta,
    query: { ...query, level, from: span.from, to: span.to, release: undefined },
    measure: measure.id,
    level,
    parent,
    months: monthsBetween(span.from, span.to),
    panels: [...panels.values()].sort(
      (a, b) => last(b) - last(a) || a.name.localeCompare(b.name, 'en'),
    ),
    england: Object.fromEntries(england.data.map((row) => [row.period, monthOf(row)])),
    lookup: lookupOf(own.meta),
  };
}

function monthOf(row: JudgedFigure): MonthFigure {
  const { numerator, denominator, value, marker } = placeFigure(row);
  return { numerator, denominator, value, marker };
}

/** The places with at least two months, at their first and last. */
const movingOf = (data: MultiplesData) =>
  data.panels.flatMap(({ name, months }) => {
    const known = data.months.filter((period) => months[period]?.value != null);
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last || first === last) return [];
    const at = (period: string) => ({ period, value: months[period]!.value! });
    return [{ level: data.level, name, first: at(first), last: at(last) }];
  });

function sentence(data: MultiplesData): string {
  const moving = movingOf(data);
  return moving.length
    ? movesSentence(measureOf(data.measure), moving)
    : (lacks(data)?.text ?? 'One month alone shows no movement.');
}

function table(data: MultiplesData) {
  const unit = measureOf(data.measure);
  return {
    caption: `${title(data)}: ${subtitle(data)}`,
    columns: [
      { title: 'Month' },
      ...data.panels.map(({ name }) => ({ title: name, numeric: true })),
      { title: 'England', numeric: true },
    ],
    rows: [...data.months]
      .reverse()
      .map((period) => [
        { text: formatMonth(period), value: period },
        ...data.panels.map(({ months }) => figureCell(months[period], unit)),
        figureCell(data.england[period], unit),
      ]),
  };
}

const title = ({ measure }: MultiplesData): string => measureOf(measure).title;

function subtitle({ panels, level, parent, months, measure }: MultiplesData): string {
  const [first, last] = [months[0]!, months.at(-1)!];
  return `${howMany(panels.length, level)} ${inPlaceIn(last, parent)}, ${formatMonth(first)} to ${formatMonth(last)}. ${unitTitle(measureOf(measure))}`;
}

function lacks({ panels, measure, parent, months, level }: MultiplesData) {
  const figures = panels.flatMap((panel) =>
    months.map((period) => panel.months[period] ?? { value: null, marker: '[z]' }),
  );
  const span = { first: months[0]!, last: months.at(-1)! };
  const missing = lacking(figures, { measure, place: parent, months: span, level });
  return missing && !missing.all
    ? { all: false, text: 'Months without a figure are left open.' }
    : missing;
}

/** Places by month, in a small panel each on the same axes, with England in the background. */
export const multiplesKind: DrawnKind<MultiplesData> = {
  ...choices.multiples,
  load,
  title,
  subtitle,
  finding: (data) => movesFinding(measureOf(data.measure), movingOf(data)),
  sentence,
  key: () => ['All panels have the same axes. The grey line is England.'],
  notes: ({ lookup, level, parent, months }) => [
    ...chosenNotes(parent, months.at(-1)!),
    ...lookupNotes(lookup, level),
  ],
  table,
  lacks,
  height: ({ panels }) => panelsHeight(panels.map(({ name }) => name)),
  csv: ({ measure, level, query }) => ({
    path: '/figures',
    params: {
      measure,
      level: levelsOfCsv(level, query),
      boundaries: query.boundaries,
      from: query.from,
      to: query.to,
      ...withinOf(query),
      ...filtersOf(query),
    },
  }),
};
