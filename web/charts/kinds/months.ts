import {
  type Measure,
  measureOf,
  type Stage,
  serviceWords,
} from '../../../data/definitions/measures.ts';
import { formatMonth, monthsBetween } from '../../../data/definitions/months.ts';
import type { JudgedFigure } from '../../../server/judgement.ts';
import { changeWords, figureSentence } from '../../../server/words.ts';
import type { DecilesRow } from '../../apiTypes.ts';
import type { Ask } from '../../page.ts';
import { PageProblem } from '../../problem.ts';
import type { ChartCell, ChartData, ChartKind, ChartQuery } from '../kind.ts';
import { measureIn, serviceIn } from '../question.ts';
import {
  type ChartPlace,
  england,
  fetchChartPlaces,
  figureCell,
  inPlace,
  lacking,
  numberCell,
  type PlaceFigure,
  placeFigure,
  unitText,
  valueText,
} from './reading.ts';

type MonthFigure = Pick<
  PlaceFigure,
  'numerator' | 'denominator' | 'value' | 'marker' | 'lower' | 'upper'
>;

export interface MonthLine {
  place: ChartPlace;
  measure: string;
  /** What it is called at its end and over its column. */
  name: string;
  /** The line looked at, or one it is held against. */
  main: boolean;
  months: Record<string, MonthFigure>;
}

/** Deciles of England's practices in a month, in the unit. */
export interface MonthBand {
  period: string;
  p10: number;
  p20: number;
  p30: number;
  p40: number;
  p50: number;
  p60: number;
  p70: number;
  p80: number;
  p90: number;
}

const hasPractices = (row: DecilesRow): row is DecilesRow & MonthBand => row.p50 !== null;

/** Something that happened in a month shown, numbered in the picture. */
export interface MonthEvent {
  period: string;
  number: number;
  title: string;
}

/** A figure that was said in public at the time. */
export interface SaidFigure {
  period: string;
  measure: string;
  /** Null where a count alone was said. */
  value: number | null;
  said: string;
  source: string;
}

export interface MonthsData extends ChartData {
  /** Whether the lines are the stages of a service, on one scale to 100%. */
  stages: boolean;
  months: string[];
  lines: MonthLine[];
  bands: MonthBand[];
  events: MonthEvent[];
  said: SaidFigure[];
  /** Of what bears on all months shown. */
  remarks: string[];
}

const stages: readonly Stage[] = ['offered', 'enabled', 'accessed'];
const stageNames: Partial<Record<Stage, string>> = {
  offered: 'could',
  enabled: 'set up',
  accessed: 'did',
};

/** So many lines can be told apart. */
const mostLines = 8;

async function load(ask: Ask, query: ChartQuery): Promise<MonthsData> {
  const measure = query.measure ? measureIn(query) : null;
  const service = measure ? null : serviceIn(query);
  const ids = measure ? [measure.id] : stages.map((stage) => `${service}_${stage}`);
  const asked = (query.area ?? (query.group ? 'group' : england.code)).split(',');
  if (asked.length > mostLines || (!measure && asked.length > 1)) {
    throw new PageProblem(
      400,
      `too many areas: ${asked.length} (at most ${measure ? mostLines : 1})`,
    );
  }
  const { release, group } = query;
  const [main, ...rest] = await fetchChartPlaces(ask, asked.join(','), query);
  if (!main) throw new PageProblem(400, `unknown area: ${asked[0]}`);
  const beside = await comparedWith(ask, main, { measure, alone: rest.length === 0, query });
  const places: ChartPlace[] = [main, ...rest, ...beside];
  const { from, to, meta } = await range(ask, query);
  const codes = places.map(({ code }) => code).join(',');
  const inRange = { from, to, release };
  const level = main.level === 'group' ? undefined : main.level;
  const banded = measure && measure.stage !== 'offered';
  const [figures, bands, events, said] = await Promise.all([
    ask('/figures', { measure: ids.join(','), area: codes, group, ...inRange }),
    banded ? ask('/deciles', { measure: measure.id, ...inRange }) : null,
    ask('/annotations', { measure: ids.join(','), level, from, to, release }),
    main.level === 'england'
      ? ask('/published-figures', { measure: ids.join(','), ...inRange })
      : null,
  ]);
  const lines = places.flatMap((place) =>
    ids.map((id) =>
      lineOf(figures.data, place, id, { main: place === main, several: places.length > 1 }),
    ),
  );
  const dated = eventsIn(events.data, from);
  return {
    meta,
    query: { ...query, from, to, release: undefined },
    stages: !measure,
    months: monthsBetween(from, to),
    lines: lines.filter(({ months }, i) => i === 0 || (measure ? true : isCollected(months))),
    bands: (bands?.data ?? []).filter(hasPractices),
    events: dated.events,
    said: said?.data ?? [],
    remarks: dated.remarks,
  };
}

const isCollected = (months: MonthLine['months']): boolean =>
  Object.values(months).some(({ marker }) => marker !== '[z]');

async function range(ask: Ask, { from, to, release }: ChartQuery) {
  const { data, meta } = await ask('/periods', { release });
  const all = data.map(({ period }) => period);
  const within = all.filter((one) => (!from || one >= from) && (!to || one <= to));
  if (!within.length) {
    throw new PageProblem(
      400,
      `no month of this release is in the range: ${from ?? ''} to ${to ?? ''}`,
    );
  }
  return { from: within[0]!, to: within.at(-1)!, meta };
}

/** What one place is held against: a practice beside its CCG and England, an area beside England. */
async function comparedWith(
  ask: Ask,
  main: ChartPlace & { around: string[] },
  { measure, alone, query }: { measure: Measure | null; alone: boolean; query: ChartQuery },
): Promise<ChartPlace[]> {
  if (!measure || !alone || main.level === 'england') return [];
  const ccg = main.level === 'practice' ? main.around[0] : undefined;
  return ccg ? [...(await fetchChartPlaces(ask, ccg, query)), england] : [england];
}

function lineOf(
  rows: readonly JudgedFigure[],
  place: ChartPlace,
  measure: string,
  { main, several }: { main: boolean; several: boolean },
): MonthLine {
  const months: MonthLine['months'] = {};
  for (const row of rows) {
    if (row.area_code !== place.code || row.measure !== measure) continue;
    const { level: _, code: __, name: ___, ...figure } = placeFigure(row);
    months[row.period] = figure;
  }
  const { level, code, name } = place;
  const stage = measureOf(measure).stage;
  return {
    place: { level, code, name },
    measure,
    name: several ? name : (stageNames[stage] ?? ''),
    main,
    months,
  };
}

interface EventRow {
  period_from: string | null;
  period_to: string | null;
  title: string;
}

function eventsIn(rows: readonly EventRow[], first: string) {
  const dated = rows.filter(({ period_from: from }) => from !== null && from >= first);
  const events = dated.map(({ period_from, title }, i) => ({
    period: period_from!,
    number: i + 1,
    title,
  }));
  const remarks = rows
    .filter((row) => !dated.includes(row))
    .map(
      ({ title, period_to: to }) => `${to ? `Until ${formatMonth(to)}` : 'All along'}: ${title}.`,
    );
  return { events, remarks };
}

const mainLines = ({ lines }: MonthsData) => lines.filter(({ main }) => main);

/** The first and last months of a line that have a value. */
export function endsOf({ months }: MonthLine) {
  const known = Object.keys(months)
    .filter((period) => months[period]!.value !== null)
    .sort();
  return known.length ? { first: known[0]!, last: known.at(-1)! } : null;
}

function sentence(data: MonthsData): string {
  const { lines } = data;
  const place = lines[0]!.place;
  const line = mainLines(data).find((one) => endsOf(one)) ?? lines[0]!;
  const ends = endsOf(line);
  if (!ends) return lacks(data)!.text;
  const told = mainLines(data).filter((one) => endsOf(one));
  return told
    .map((one) => {
      const { first, last } = endsOf(one)!;
      const measure = measureOf(one.measure);
      const said = figureSentence(one.months[last]!, measure, inPlace(place), last);
      const moved = changeWords(one.months[last]!.value, one.months[first]!.value, first, (value) =>
        valueText(value, measure),
      );
      return moved && first !== last ? said.replace(/\.$/, `, ${moved}.`) : said;
    })
    .join(' ');
}

const where = ({ lines }: MonthsData): string => lines[0]!.place.name;
const span = ({ months }: MonthsData): string =>
  months.length > 1
    ? `${formatMonth(months[0]!)} to ${formatMonth(months.at(-1)!)}`
    : formatMonth(months[0]!);

function lacks(data: MonthsData) {
  const figures = mainLines(data).flatMap(({ months }) =>
    data.months.map((period) => months[period] ?? { value: null, marker: '[x]' }),
  );
  const missing = figures.filter(({ value }) => value === null).length;
  if (!missing) return null;
  const all = lacking(figures, {
    measure: data.lines[0]!.measure,
    where: inPlace(data.lines[0]!.place),
    when: span(data),
    level: data.lines[0]!.place.level,
  })!;
  return all.all
    ? all
    : {
        all: false,
        text: 'Months without a figure are left open: nobody reported it, or it was not collected.',
      };
}

function table(data: MonthsData) {
  const { lines, months, bands, events, said } = data;
  const band = new Map(bands.map((one) => [one.period, one]));
  const measure = measureOf(lines[0]!.measure);
  const marked = events.length > 0;
  const quoted = said.length > 0;
  return {
    caption: `${title(data)}: ${subtitle(data)}`,
    columns: [
      { title: 'Month' },
      ...lines.map((line) => ({ title: capital(line.name) || where(data), numeric: true })),
      ...(bands.length
        ? [
            'A tenth of practices below',
            'Half of practices below',
            'A tenth of practices above',
          ].map((name) => ({ title: name, numeric: true }))
        : []),
      ...(quoted ? [{ title: 'Said in public' }] : []),
      ...(marked ? [{ title: 'What happened' }] : []),
    ],
    rows: [...months].reverse().map((period): ChartCell[] => {
      const one = band.get(period);
      return [
        { text: formatMonth(period), value: period },
        ...lines.map((line) => figureCell(line.months[period], measureOf(line.measure))),
        ...(bands.length
          ? [one?.p10, one?.p50, one?.p90].map((value) => numberCell(value ?? null, measure))
          : []),
        ...(quoted
          ? [textCell(said.filter((one) => one.period === period).map((one) => one.said))]
          : []),
        ...(marked
          ? [textCell(events.filter((one) => one.period === period).map((event) => event.title))]
          : []),
      ];
    }),
  };
}

const textCell = (texts: readonly string[]): ChartCell => ({
  text: texts.join('; '),
  value: texts.join('; ') || null,
});
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function title(data: MonthsData): string {
  const measure = measureOf(data.lines[0]!.measure);
  return data.stages && measure.service !== 'any'
    ? `${serviceWords[measure.service].name}: who could, who was set up, who did`
    : measure.title;
}

/** The places that were asked for, by name where they are few. */
function whereAll({ lines, query }: MonthsData): string {
  const asked = query.area?.split(',') ?? [];
  const named = new Map(lines.map(({ place }) => [place.code, place.name]));
  const names = asked.flatMap((code) => named.get(code) ?? []);
  const [first = lines[0]!.place.name, ...others] = names;
  if (others.length > 3) return `${first} and ${others.length} others`;
  return others.length
    ? `${[first, ...others.slice(0, -1)].join(', ')} and ${others.at(-1)}`
    : first;
}

function subtitle(data: MonthsData): string {
  return `${whereAll(data)}, ${span(data)}. ${unitText(measureOf(data.lines[0]!.measure))}`;
}

const notes = ({ events, said, bands, remarks }: MonthsData): string[] => [
  ...(bands.length
    ? [
        'Grey bands: practices in England. Two in ten lie in the innermost, six in ten up to the middle one, eight in ten in all three.',
      ]
    : []),
  ...events.map(
    ({ number, period, title: what }) => `Mark ${number}, ${formatMonth(period)}: ${what}.`,
  ),
  ...(said.length
    ? [
        `Diamonds: said in public at the time (${[...new Set(said.map(({ source }) => source))].join('; ')}).`,
      ]
    : []),
  ...remarks,
];

/** A place by month: the stages of a service on one scale, or one measure beside what it is held against. */
export const monthsKind: ChartKind<MonthsData> = {
  id: 'months',
  name: 'Trend',
  parameters: ['measure', 'service', 'area', 'from', 'to', 'group', 'release'],
  load,
  title,
  subtitle,
  sentence,
  notes,
  table,
  lacks,
  // More names at their ends take more room, where each takes several lines.
  height: ({ lines }) => ({ wide: 340, narrow: lines.length > 4 ? 400 : 300 }),
  csv: ({ query, lines }) => ({
    path: '/figures',
    params: {
      measure: [...new Set(lines.map(({ measure }) => measure))].join(','),
      area: [...new Set(lines.map(({ place }) => place.code))].join(','),
      from: query.from,
      to: query.to,
      group: query.group,
    },
  }),
  fits: () => null,
};
