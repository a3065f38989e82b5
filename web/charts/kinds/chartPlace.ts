import { ENGLAND, levelOf, type PlaceLevel } from '../../../data/definitions/levels.ts';
import { type Measure, measureOf } from '../../../data/definitions/measures.ts';
import { formatMonths } from '../../../data/definitions/months.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { fixed, formatCount } from '../../../data/definitions/numbers.ts';
import { atPlaceIn, bareValue, counted, plural } from '../../../data/words/english.ts';
import { countsOf } from '../../../data/words/figure.ts';
import { type Held, notHeldSentence } from '../../../data/words/whereabouts.ts';
import type { JudgedFigure } from '../../../server/figures/judgement.ts';
import type { AreaRow } from '../../../server/store/queries/areas.ts';
import type { Ask, Meta } from '../../ask.ts';
import type { ReportedFigure } from '../../figures.ts';
import { PageProblem } from '../../problem.ts';
import type { ChartCell, ChartQuery } from '../kind.ts';

/** A place's figure in charts. */
export interface PlaceFigure {
  level: PlaceLevel;
  code: string;
  name: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  marker: string | null;
  /** Confidence interval (Wilson) at 95%, in the unit; null if there is none. */
  lower: number | null;
  upper: number | null;
  /** The number of practices, and how many of them it counts, if that is given. */
  practices?: number;
  reported?: number;
  /** A remark that the release revised it. */
  revised?: string;
}

/** A place that a chart is about. */
export interface ChartPlace {
  level: PlaceLevel;
  code: string;
  name: string;
  /** Its first and last month in the release; absent if it is in all of them. */
  held?: Held;
  /** The choice of its practices in words, if only some are meant. */
  only?: string;
}

/** England, which can be used without asking the API. */
export const england = {
  level: 'england',
  code: ENGLAND,
  name: 'England',
} as const satisfies ChartPlace;

export const placeFigure = (row: JudgedFigure): PlaceFigure => ({
  level: row.level,
  code: row.area_code,
  name: readableName(row.area_name),
  numerator: row.numerator,
  denominator: row.denominator,
  value: row.value,
  marker: row.marker,
  lower: row.lower_95,
  upper: row.upper_95,
  practices: row.practices,
  reported: row.practices_reported,
  ...(row.revised && { revised: row.revised }),
});

/** A figure that a page has loaded already. */
export const reportedFigure = (
  { level, code, name }: ChartPlace,
  { numerator, denominator, value, marker, interval, practices, reported }: ReportedFigure,
): PlaceFigure => ({
  level,
  code,
  name,
  numerator,
  denominator,
  value,
  marker,
  lower: interval?.[0] ?? null,
  upper: interval?.[1] ?? null,
  practices,
  reported,
});

/** A figure as text, the same as in tables; not applicable if the place is in no extract of the month. */
export function figureText(
  figure: Omit<PlaceFigure, 'level' | 'code' | 'name' | 'lower' | 'upper'> | undefined,
  measure: string,
): string {
  if (!figure) return '[z]';
  if (figure.value === null) return figure.marker ?? '[x]';
  const counts = countsOf(figure, measureOf(measure));
  const text = bareValue(figure.value, measureOf(measure));
  return counts ? `${text} (${counts})` : text;
}

/** A figure as a cell: its value and counts, or why there is none. */
export function figureCell(
  figure: Omit<PlaceFigure, 'level' | 'code' | 'name' | 'lower' | 'upper'> | undefined,
  measure: Measure,
): ChartCell {
  if (!figure) return { text: '[z]', value: null };
  if (figure.value === null) return { text: figure.marker ?? '[x]', value: null };
  return {
    text: [bareValue(figure.value, measure), figure.revised].filter(Boolean).join(' '),
    value: figure.value,
    of: countsOf(figure, measure),
  };
}

/** A difference with its sign, in the unit. */
export function differenceText(value: number, measure: string): string {
  const one = measureOf(measure);
  const size = one.form === 'share' ? fixed(Math.abs(value), 1) : bareValue(Math.abs(value), one);
  const none = /^[0.]+$/.test(size);
  return `${none ? '' : value < 0 ? '−' : '+'}${size}`;
}

/** A plain number as a cell. */
export const numberCell = (value: number | null, measure: Measure): ChartCell => ({
  text: value === null ? '[z]' : bareValue(value, measure),
  value,
});

/**
 * The name of a place as a cell that links to its page. Pages are about areas as published, so regions and CCGs of a
 * lookup have none.
 */
export const nameCell = (
  { level, code, name }: ChartPlace,
  lookup: object | null = null,
): ChartCell => ({
  text: name,
  value: code,
  ...(!(lookup && (level === 'region' || level === 'ccg')) && { place: { level, code } }),
});

/**
 * The place of a chart's figures in a month, within a sentence: "in England", "in England (only practices with EMIS)".
 */
export const inPlaceIn = (period: string, place: ChartPlace): string =>
  atPlaceIn(period, place.level, place.name) + onlyOf(place);

/** The choice of a place's practices, to follow its name; empty for all. */
export const onlyOf = ({ only }: ChartPlace): string => (only ? ` (${only})` : '');

/** The places with these codes; throws a problem of status 400 if one is unknown. */
export async function fetchChartPlaces(
  ask: Ask,
  codes: string,
  { release, group, boundaries }: ChartQuery,
): Promise<(ChartPlace & { around: string[] })[]> {
  const { data } = await ask('/areas', { area: codes, release, group, boundaries });
  const order = codes.toUpperCase().split(',');
  const at = ({ area_code }: AreaRow) => order.indexOf(area_code.toUpperCase());
  return [...data]
    .sort((a, b) => at(a) - at(b))
    .map((row) => ({
      level: row.level,
      code: row.area_code,
      name: readableName(row.area_name),
      held: { first: row.first_period, last: row.last_period },
      around: [row.ccg_code, row.subregion_code, row.region_code].filter(
        (code): code is string => Boolean(code) && code !== row.area_code,
      ),
    }));
}

/** A number of places: "1 practice", "4 regions". */
export const howMany = (count: number, level: PlaceLevel): string => {
  const { one, many } = level === 'group' ? { one: 'group', many: 'groups' } : levelOf(level);
  return counted(count, one, many);
};

/** A span of months as text: "April 2018 to March 2019", "March 2019". */
export const spanText = ({ first, last }: Held): string => formatMonths(first, last);

/** Says that a place is in no extract of some months, as a sentence; null if it is in one, as far as known. */
export const notHeld = (place: ChartPlace, months: Held): string | null =>
  place.held ? notHeldSentence(place, place.held, months) : null;

/** Why there are no figures to draw for a place or the places in it, or which are missing; null if none are. */
export function lacking(
  figures: readonly { value: number | null; marker: string | null }[],
  what: { measure: string; place: ChartPlace; months: Held; level: PlaceLevel },
): { all: boolean; text: string } | null {
  const missing = figures.filter(({ value }) => value === null);
  if (figures.length && !missing.length) return null;
  if (missing.length < figures.length) {
    return {
      all: false,
      text: `${howMany(missing.length, what.level)} of ${formatCount(figures.length)} ${plural(missing.length, 'is', 'are')} not drawn: no figure was reported.`,
    };
  }
  const { place, months } = what;
  const absent = notHeld(place, months);
  if (absent) return { all: true, text: absent };
  const never = figures.length > 0 && figures.every(({ marker }) => marker === '[z]');
  const [where, when] = [inPlaceIn(months.last, place), spanText(months)];
  if (never)
    return {
      all: true,
      text: `Not in the extracts of ${when}: ${measureOf(what.measure).title}.`,
    };
  // Of chosen practices there may be none, or none that reported.
  if (place.only) return { all: true, text: `There is no figure for ${when} ${where}.` };
  return {
    all: true,
    text: `${where.startsWith('at ') ? `${where.slice(3)} did not report` : `No practice ${where} reported`} this for ${when}.`,
  };
}

/** The single month a question asks for, by default the release's last; throws a problem of status 400 for several. */
export function periodOf({ period }: ChartQuery, meta: Meta): string {
  if (period?.includes(','))
    throw new PageProblem(400, `period takes exactly one value here: ${period}`);
  return period && period !== 'latest' ? period : meta.last_period;
}
