import { perWorkingDay } from '../../../data/definitions/bankHolidays.ts';
import { GROUP } from '../../../data/definitions/levels.ts';
import { type Measure, measureOf, serviceWords } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { capital, listed, uncapital, unitTitle } from '../../../data/words/english.ts';
import {
  changeWords,
  coverageSentence,
  figureSentence,
  isCoveredOtherwise,
} from '../../../data/words/figure.ts';
import { stagesFinding, trendFinding } from '../../../data/words/findings.ts';
import { groupHeldSentence } from '../../../data/words/group.ts';
import { oddity } from '../../../data/words/oddity.ts';
import { endedSentence } from '../../../data/words/whereabouts.ts';
import { choices } from '../choices.ts';
import { filtersOf, isFiltered } from '../filters.ts';
import type { ChartCell, ChartQuery, DrawnKind } from '../kind.ts';
import { linesHeight } from '../specs/heights.ts';
import {
  type ChartPlace,
  england,
  figureCell,
  inPlaceIn,
  lacking,
  numberCell,
  onlyOf,
  spanText,
} from './chartPlace.ts';
import { comparedLines, comparedSentence, comparedTitle } from './comparedLines.ts';
import { lookupNotes } from './lookup.ts';
import {
  endsOf,
  loadMonths,
  type MonthFigure,
  type MonthLine,
  type MonthsData,
} from './monthLines.ts';
import { chosenNotes } from './within.ts';

/** A measure of the lines, in the unit shown here. */
const told = ({ perDay }: MonthsData, id: string): Measure =>
  perDay ? perWorkingDay(measureOf(id)) : measureOf(id);

const mainLines = ({ lines }: MonthsData) => lines.filter(({ main }) => main);

function sentence(data: MonthsData): string {
  const { lines } = data;
  const [{ place, measure: id }] = lines as [MonthLine];
  const compared = comparedLines(data);
  if (compared?.chosen.some(endsOf))
    return comparedSentence(compared, told(data, id), data.months.at(-1)!);
  const line = mainLines(data).find((one) => endsOf(one)) ?? lines[0]!;
  const ends = endsOf(line);
  if (!ends) return lacks(data)!.text;
  const known = mainLines(data).filter((one) => endsOf(one));
  return known
    .map((one) => {
      const { first, last } = endsOf(one)!;
      const measure = told(data, one.measure);
      const said = figureSentence(one.months[last]!, measure, inPlaceIn(last, place), last);
      const [then, now] = [first === last ? undefined : one.months[first], one.months[last]!];
      const same = isSameGroup(place, now, then);
      const moved = same ? changeWords(now, then, first, measure) : null;
      const whole = moved ? said.replace(/\.$/, `, ${moved}.`) : said;
      return [
        whole,
        coverageSentence(now, then ? { ...then, period: first } : null, measure),
        oddity({ ...now, measure: one.measure }).trim(),
        groupHeld(data, now, last),
      ]
        .filter(Boolean)
        .join(' ');
    })
    .join(' ');
}

/** Whether a place is no reader's group, or as many of the group's practices are in both months. */
const isSameGroup = ({ level }: ChartPlace, now: MonthFigure, then?: MonthFigure): boolean =>
  level !== GROUP || !then || now.practices === then.practices;

/** How many of a reader's group a month has, as a sentence; empty if all, or if it is no group. */
function groupHeld({ lines, query }: MonthsData, { practices }: MonthFigure, period: string) {
  if (lines[0]!.place.level !== GROUP || isFiltered(query) || practices === undefined) return '';
  return groupHeldSentence({ members: query.group!.split(',').length, held: practices }, period);
}

/** For stages, how far they had come; for one place, how it moved; for several chosen places, how they differ. */
function finding(data: MonthsData): string | null {
  const { lines, stages } = data;
  const [main] = lines as [MonthLine];
  const ends = endsOf(lines.find((line) => endsOf(line)) ?? main);
  if (!ends) return null;
  const at = (line: MonthLine | undefined, period: string) => line?.months[period]?.value ?? null;
  if (stages) {
    const stage = (name: string) =>
      at(
        lines.find(({ measure }) => measureOf(measure).stage === name),
        ends.last,
      );
    const found = stagesFinding({
      offered: stage('offered'),
      enabled: stage('enabled'),
      accessed: stage('accessed'),
    });
    return found && `${found} in ${formatMonth(ends.last)}`;
  }
  const measure = measureOf(main.measure);
  const compared = comparedLines(data);
  if (compared) {
    const title = comparedTitle(compared, measure, data.months.at(-1)!);
    return data.perDay && title ? `Per working day, ${uncapital(title)}` : title;
  }
  const own = endsOf(main);
  if (!own) return null;
  const [now, then] = [main.months[own.last]!, main.months[own.first]!];
  if (isCoveredOtherwise(now, then, measure) || !isSameGroup(main.place, now, then)) return null;
  const value = (period: string) => ({
    ...{ period, value: at(main, period)! },
    // Counts are of the month, not of a day.
    numerator: data.perDay ? null : main.months[period]!.numerator,
  });
  const whole = lines.find(({ place, main }) => place.level === 'england' && !main);
  const moved = trendFinding(
    told(data, main.measure),
    { first: value(own.first), last: value(own.last) },
    at(whole, own.last),
    { first: data.months[0]!, last: data.months.at(-1)! },
  );
  return data.perDay && moved ? `Per working day, ${uncapital(moved)}` : moved;
}

const where = ({ lines }: MonthsData): string => lines[0]!.place.name;
const span = ({ months }: MonthsData): string =>
  spanText({ first: months[0]!, last: months.at(-1)! });

function lacks(data: MonthsData) {
  const figures = mainLines(data).flatMap(({ months }) =>
    data.months.map((period) => months[period] ?? { value: null, marker: '[z]' }),
  );
  const missing = figures.filter(({ value }) => value === null).length;
  if (!missing) return null;
  const [{ measure, place }] = data.lines as [MonthLine];
  const months = { first: data.months[0]!, last: data.months.at(-1)! };
  const all = lacking(figures, { measure, place, months, level: place.level })!;
  if (all.all) return all;
  const open =
    'Months without a figure are left open: no file has them, nobody reported it, or it was not collected.';
  return { all: false, text: [...endedPlaces(data), open].join(' ') };
}

/** Says which of the places ended before the last month shown, a sentence each. */
function endedPlaces({ lines, months }: MonthsData): string[] {
  const said = lines.flatMap(({ place }) =>
    place.held && place.held.last < months.at(-1)! ? endedSentence(place, place.held.last) : [],
  );
  return [...new Set(said)];
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

function title(data: MonthsData): string {
  const measure = measureOf(data.lines[0]!.measure);
  return data.stages && measure.service !== 'any'
    ? `${serviceWords[measure.service].name}: offered, set up, used`
    : measure.title;
}

/** The chosen places, by name if they are few. */
function whereAll({ lines, query }: MonthsData): string {
  const asked = query.area?.split(',') ?? [];
  const named = new Map(lines.map(({ place }) => [place.code, place.name]));
  const names = asked.flatMap((code) => named.get(code) ?? []);
  const [first = lines[0]!.place.name, ...others] = names;
  if (others.length > 3) return `${first} and ${others.length} others`;
  return listed([first, ...others]);
}

function subtitle(data: MonthsData): string {
  const narrowed = data.lines.find(({ place }) => place.only)?.place;
  return `${whereAll(data)}${narrowed ? onlyOf(narrowed) : ''}, ${span(data)}. ${unitTitle(told(data, data.lines[0]!.measure))}`;
}

const key = ({ events, said, bands }: MonthsData): string[] => [
  ...(bands.length
    ? [
        'Grey bands: practices in England. Two in ten are in the darkest, six in ten within the middle one, eight in ten within all three.',
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
];

/** What is shown of all its practices beside places that are narrowed to some. */
const wholeNames = ({ lines, bands }: MonthsData): string[] => [
  ...new Set([
    ...lines.flatMap(({ place }) => (place.only ? [] : place.name)),
    ...(bands.length ? [england.name] : []),
  ]),
];

function notes(data: MonthsData): string[] {
  const { remarks, lookup, lines, months } = data;
  const shown = (lines.find(({ place }) => place.only) ?? lines[0]!).place;
  return [
    ...chosenNotes(shown, months.at(-1)!, wholeNames(data)),
    ...remarks,
    ...lookupNotes(lookup, lines[0]!.place.level),
  ];
}

/** The lines that one question to the API answers: those narrowed to chosen practices, or all. */
const ofCsv = (query: ChartQuery, lines: readonly MonthLine[]): readonly MonthLine[] =>
  isFiltered(query) ? lines.filter(({ place }) => place.only) : lines;

/** A place by month: the stages of a service on one scale, or one measure with what it is compared with. */
export const monthsKind: DrawnKind<MonthsData> = {
  ...choices.months,
  load: loadMonths,
  title,
  subtitle,
  finding,
  sentence,
  key,
  notes,
  table,
  lacks,
  // More names at line ends need more height, because long ones take several lines or move into a key below.
  height: ({ lines }) => linesHeight(lines.map(({ name }) => name)),
  csv: ({ query, lines }) => ({
    path: '/figures',
    // Its column `per_working_day` is what is drawn if that was asked for.
    params: {
      measure: [...new Set(lines.map(({ measure }) => measure))].join(','),
      area: [...new Set(ofCsv(query, lines).map(({ place }) => place.code))].join(','),
      from: query.from,
      to: query.to,
      group: query.group,
      boundaries: query.boundaries,
      ...filtersOf(query),
    },
  }),
};
