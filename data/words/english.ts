import { GROUP, isFormedLater, type PlaceLevel } from '../definitions/levels.ts';
import type { Measure } from '../definitions/measures.ts';
import { readableName } from '../definitions/names.ts';
import { formatCount, formatPercent, formatRate } from '../definitions/numbers.ts';
import { things } from '../definitions/units.ts';

/** Made when first needed: the first one takes as long as loading all other words. */
const formats = new Map<Intl.ListFormatType, Intl.ListFormat>();

function listFormat(type: Intl.ListFormatType): Intl.ListFormat {
  const made = formats.get(type) ?? new Intl.ListFormat('en-GB', { type });
  formats.set(type, made);
  return made;
}

/** A list with "and": "a", "a and b", "a, b and c"; empty for none. */
export const listed = (things: Iterable<string>): string =>
  listFormat('conjunction').format(things);

/** A list with "or": "a, b or c". */
export const listedOr = (things: Iterable<string>): string =>
  listFormat('disjunction').format(things);

/** A text with a capital, to begin a sentence or heading. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A text without its capital, to continue a sentence: "the share of …". */
export const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The singular or plural for a number: "patient", "patients". */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  count === 1 ? one : many;

/** A number of things: "1 practice", "7,813 practices". */
export const counted = (count: number, one: string, many?: string): string =>
  `${formatCount(count)} ${plural(count, one, many)}`;

const bare = { share: formatPercent, rate: formatRate, count: formatCount } as const;

/** A value for a heading or axis that names the unit: "4.5%", "134", "1,204". */
export const bareValue = (value: number, { form }: Measure): string => bare[form](value);

/** A value with its unit, for a sentence: "4.5%", "134 per 1,000 patients", "1,204 practices". */
export function valueText(value: number, measure: Measure): string {
  const { form, unit, counts } = measure;
  if (form === 'count') return counted(value, things[counts]);
  return form === 'share' ? formatPercent(value) : `${formatRate(value)} ${unit}`;
}

/** The heading of a measure's column in a table of one service: "Set up", "Transactions per 1,000 patients". */
export const columnTitle = ({ form, unit, heading }: Measure): string =>
  form === 'rate' ? `${heading} ${unit}` : heading;

/**
 * The unit of a measure, to head a column or axis: "Percent of patients", "Transactions per 1,000 patients (not
 * people)".
 */
export function unitTitle(measure: Measure): string {
  const { form, unit, counts } = measure;
  if (form === 'share') return capital(unit);
  if (form === 'count') return `Number of ${counts}`;
  return `${columnTitle(measure)}${counts === 'transactions' ? ' (not people)' : ''}`;
}

/** The unit of a change: "percentage points", "per 1,000 patients", "practices". */
export const changeUnit = ({ form, unit, counts }: Measure): string =>
  ({ share: 'percentage points', rate: unit, count: counts })[form];

/** Regions named by their position take an article, as in "in the North of England"; London does not. */
const takesArticle = /^(north|south|east|west|midlands)\b/i;

/** A place within a sentence: "Elm Road Surgery", "the South East", "the custom group of 3 practices". */
export function placeText(level: PlaceLevel, name: string): string {
  if (level === GROUP) return `the ${uncapital(name)}`;
  const readable = readableName(name);
  return level === 'region' && takesArticle.test(readable) ? `the ${readable}` : readable;
}

/** The place of a figure, within a sentence: "in England", "at Elm Road Surgery", "in the South East". */
export const atPlace = (level: PlaceLevel, name: string): string =>
  `${level === 'practice' ? 'at' : 'in'} ${placeText(level, name)}`;

/** The place of a figure in a month. Before networks existed, it is what later became one. */
export const atPlaceIn = (period: string, level: PlaceLevel, name: string): string =>
  isFormedLater(level, period)
    ? `in what later became ${placeText(level, name)}`
    : atPlace(level, name);

/** All of some, to be followed by what they are: "both", "all 4". */
export const allOf = (count: number): string =>
  count === 2 ? 'both' : `all ${formatCount(count)}`;
