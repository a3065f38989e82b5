import { valuePerWorkingDay } from '../definitions/bankHolidays.ts';
import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatCount, formatOf, formatRate } from '../definitions/numbers.ts';
import { bareValue, capital, changeUnit, listed, plural, valueText } from './english.ts';
import { claim, isFew, someOf } from './figure.ts';
import { figureSubject } from './measure.ts';
import { excess } from './oddity.ts';
import { placesOf, signedIn } from './signed.ts';

export const changeParts = [
  'uptake',
  'changed_supplier',
  'list_sizes',
  'came',
  'left',
  'began_reporting',
  'stopped_reporting',
] as const;
export type ChangePart = (typeof changeParts)[number];

/** The source of each part of a change, to follow "from". */
export const partWords: Record<ChangePart, string> = {
  uptake: 'practices whose own figure changed',
  changed_supplier: 'practices that changed supplier',
  list_sizes: 'practices whose share of the patients changed',
  came: 'new practices',
  left: 'practices that closed or left',
  began_reporting: 'practices that began to report',
  stopped_reporting: 'practices that stopped reporting',
};

/** A figure that has a value, with its counts. */
interface KnownFigure {
  value: number;
  numerator: number;
  denominator: number;
}

export interface ChangeReading {
  measure: Measure;
  where: string;
  /** Whether the place is one practice, whose change has no other source. */
  alone?: boolean;
  /** Null if the release has no earlier month. */
  from: string | null;
  to: string;
  /** The figures of both months; null if there is none. */
  before: KnownFigure | null;
  after: KnownFigure | null;
  /** In the unit; null if the change cannot be broken down. */
  parts: Record<ChangePart, number> | null;
  /** The figure's usual monthly change, as a sentence; absent or null if not known or not asked for. */
  usual?: string | null;
}

/** A difference in the unit, with its sign: "+1.8 percentage points". */
export const formatChange = (change: number, measure: Measure): string =>
  `${signed(change, measure)} ${changeUnit(measure)}`;

function signed(change: number, { form }: Measure): string {
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  const size = Math.abs(change);
  return `${sign}${form === 'count' ? formatCount(size) : formatRate(size)}`;
}

/** Parts smaller than a twentieth of the largest are left out of the sentence. */
const worthNaming = 1 / 20;

/**
 * A change between two months and its larger parts, as one or two sentences. Small numbers of people are given as
 * people.
 */
export function changeSentence(reading: ChangeReading): string {
  const { measure, before, after, usual } = reading;
  const said = countsPeople(reading)
    ? peopleSaid(reading)
    : [changeSaid(reading), before && after && usual];
  return [...said, byDaySaid(reading), after && beyondAll(after, measure)]
    .filter(Boolean)
    .join(' ');
}

/** Whether a change is told as people, because both figures count few of them. */
export const countsPeople = ({ measure, before, after }: ChangeReading): boolean =>
  [before, after].every((one) => one !== null && isFew(one, measure));

/**
 * The change of transactions per working day, as a sentence: some months have up to a fifth more working days than
 * others.
 */
function byDaySaid({ measure, from, to, before, after }: ChangeReading): string {
  if (!before || !after || from === null) return '';
  const [then, now] = [
    valuePerWorkingDay(before.value, measure, from),
    valuePerWorkingDay(after.value, measure, to),
  ];
  if (then === null || now === null) return '';
  const [first, last] = [formatRate(then), formatRate(now)];
  return first === last
    ? `Per working day it stayed at ${last}.`
    : `Per working day it ${now < then ? 'fell' : 'rose'} from ${first} to ${last}.`;
}

const beyondAll = ({ numerator, denominator }: KnownFigure, { form }: Measure): string =>
  form === 'share' && numerator > denominator ? excess.trim() : '';

/** A change among few people: "In March 2019, 3 of 4,095 patients at … , one more patient than in February 2019." */
function peopleSaid({ measure, where, from, to, before, after }: ChangeReading): string[] {
  const by = after!.numerator - before!.numerator;
  const size = Math.abs(by);
  const more = `${size === 1 ? 'one' : formatCount(size)} ${by > 0 ? 'more' : 'fewer'} ${plural(size, 'patient')} than`;
  const said = claim(after!, measure, where, to);
  const then = formatOf(before!.numerator, before!.denominator);
  return [`${said}, ${by === 0 ? 'as many as' : more} in ${formatMonth(from!)} (${then}).`];
}

function changeSaid(reading: ChangeReading): string {
  const { measure, where, from, to, before, after, parts } = reading;
  if (from === null) {
    return `This release has no month before ${formatMonth(to)}, so there is no change to show.`;
  }
  const missing = before === null ? from : after === null ? to : null;
  if (before === null || after === null) {
    return `For ${formatMonth(missing!)} there is no figure ${where}, so there is no change to show.`;
  }
  const change = after.value - before.value;
  const months = `between ${formatMonth(from)} and ${formatMonth(to)}`;
  const [wasFew, isNowFew] = [isFew(before, measure), isFew(after, measure)];
  const then = wasFew ? fewOf(before, measure) : bareValue(before.value, measure);
  const stands = isNowFew ? fewOf(after, measure) : valueText(after.value, measure);
  const isSame = !wasFew && !isNowFew && then === bareValue(after.value, measure);
  const moved = isSame
    ? `stayed at ${stands}`
    : `${change < 0 ? 'fell' : 'rose'} from ${then} to ${stands}`;
  const by = change === 0 ? '' : ` (${formatChange(change, measure)})`;
  const lead = `${capital(figureSubject(measure, where))} ${moved} ${months}${by}`;
  if (measure.form === 'count') return `${lead}.`;
  if (!parts) {
    return `${lead}. No practice reported in both months, so where the change came from is not known.`;
  }
  if (reading.alone) return `${lead}.`;
  return [lead, ...partsSaid(parts, change, measure)].map((sentence) => `${sentence}.`).join(' ');
}

/** None at all, or a few of all. */
const fewOf = ({ numerator, denominator }: KnownFigure, measure: Measure): string =>
  numerator === 0 ? bareValue(0, measure) : someOf(numerator, denominator, measure.of!);

/** Parts that are not named are given as the rest if they are at least this share of the whole change. */
const worthSaying = 1 / 20;

/** The sources of a change, as a sentence; empty if nothing moved. */
function partsSaid(parts: Record<ChangePart, number>, change: number, measure: Measure): string[] {
  const moving = changeParts.filter((part) => parts[part] !== 0);
  const largest = Math.max(...moving.map((part) => Math.abs(parts[part])));
  const named = moving
    .filter((part) => Math.abs(parts[part]) >= largest * worthNaming)
    .sort((a, b) => Math.abs(parts[b]) - Math.abs(parts[a]));
  const [first] = named;
  if (!first) return [];
  const rest = change - named.reduce((sum, part) => sum + parts[part], 0);
  // Where parts cancel out, a tiny sum is rounding error.
  const isRest = Math.abs(rest) > Math.max(worthSaying * Math.abs(change), largest * 1e-9);
  if (named.length === 1 && !isRest) {
    return [`${moving.length === 1 ? 'All' : 'Nearly all'} of it came from ${partWords[first]}`];
  }
  const came = change === 0 ? '' : 'came ';
  // With the same decimal places, so that a reader can add them up, unless that would round everything to 0.
  const places = placesOf(largest);
  const inPlaces = (part: number) => {
    const said = signedIn(places, part, measure);
    return /[1-9]/.test(said) ? said : signed(part, measure);
  };
  const each = named.map(
    (part, i) => `${inPlaces(parts[part])} ${i ? '' : came}from ${partWords[part]}`,
  );
  if (isRest) each.push(`${inPlaces(rest)} from the rest`);
  return [`${change === 0 ? 'Its parts cancel out:' : 'Of this,'} ${listed(each)}`];
}
