import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatCount, formatOf } from '../definitions/numbers.ts';
import { things } from '../definitions/units.ts';
import { type ChangePart, changeParts, partWords, placesAlone, signed } from './changeParts.ts';
import { endsByDay, endsOf, movedText, placeOf, placesToAddUp } from './ends.ts';
import { capital, changeUnit, listed, plural } from './english.ts';
import { claim, countedSentence, isFew, isFewCounted } from './figure.ts';
import { decided } from './figureRow.ts';
import { figureSubject } from './measure.ts';
import { excess } from './oddity.ts';

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

/** Parts smaller than a twentieth of the largest are not named. */
const worthNaming = 1 / 20;

/**
 * A change between two months and its larger parts, as one or two sentences. Small numbers of people or transactions
 * are given as such.
 */
export function changeSentence(reading: ChangeReading): string {
  const { measure, before, after, usual } = reading;
  if (isDecided(reading)) return decidedSaid(reading);
  const said = countsFew(reading)
    ? [fewSaid(reading)]
    : [changeSaid(reading), before && after && usual, byDaySaid(reading)];
  return [...said, after && beyondAll(after, measure)].filter(Boolean).join(' ');
}

/** Whether a change has nothing usual, because one practice decides it or both figures count few. */
export const isOfFew = (reading: ChangeReading): boolean =>
  isDecided(reading) || countsFew(reading);

/** Whether a change is told as people or transactions, because both figures count few of them. */
const countsFew = ({ measure, before, after }: ChangeReading): boolean =>
  [before, after].every(
    (one) => one !== null && (isFew(one, measure) || isFewCounted(one, measure)),
  );

/** Whether a change is of what one practice decides for all of its patients. */
const isDecided = ({ measure, alone, before, after }: ChangeReading): boolean =>
  alone === true && measure.allOrNone && before !== null && after !== null;

/** Whether a practice offers something in both months: "Elm Road let its patients … in both … and …". */
function decidedSaid({ measure, where, from, to, before, after }: ChangeReading): string {
  const who = where.slice('at '.length);
  const [first, last] = [formatMonth(from!), formatMonth(to)];
  const [then, now] = [before!.value > 0, after!.value > 0];
  if (then === now) {
    const months = then ? `both ${first} and ${last}` : `either ${first} or ${last}`;
    return `${who} ${decided(measure, then)} in ${months}.`;
  }
  const [when, not] = now ? [last, first] : [first, last];
  return `${who} ${decided(measure, true)} in ${when} but not in ${not}.`;
}

/**
 * The change of transactions per working day, as a sentence: some months have up to a fifth more working days than
 * others.
 */
function byDaySaid({ measure, from, to, before, after }: ChangeReading): string {
  if (!before || !after || from === null) return '';
  const [then, now] = [
    { period: from, value: before.value },
    { period: to, value: after.value },
  ];
  const ends = endsByDay(then, now, measure);
  return ends ? `Per working day it ${movedText(ends, ends.now)}.` : '';
}

const beyondAll = ({ numerator, denominator }: KnownFigure, { form }: Measure): string =>
  form === 'share' && numerator > denominator ? excess.trim() : '';

/**
 * A change among few people or transactions: "In March 2019, 3 of 4,095 patients at …, one more patient than in
 * February 2019 (2 of 4,080)."
 */
function fewSaid({ measure, where, from, to, before, after }: ChangeReading): string {
  const by = after!.numerator - before!.numerator;
  const size = Math.abs(by);
  const more = `${size === 1 ? 'one' : formatCount(size)} ${by > 0 ? 'more' : 'fewer'} ${plural(size, things[measure.counts])} than`;
  const same = after!.numerator === 0 ? 'as' : 'as many as';
  const [said, then] =
    measure.form === 'share'
      ? [claim(after!, measure, where, to), formatOf(before!.numerator, before!.denominator)]
      : [
          `In ${formatMonth(to)}, ${countedSentence(after!.numerator, measure, where)}`,
          formatCount(before!.numerator),
        ];
  return `${said}, ${by === 0 ? same : more} in ${formatMonth(from!)} (${then}).`;
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
  const months = ` between ${formatMonth(from)} and ${formatMonth(to)}`;
  const ends = endsOf(before.value, after.value, measure);
  const stands = `${ends.stands}${fewCounts(after, measure)}`;
  const moved = movedText(ends, stands, months, fewCounts(before, measure));
  const told = parts && !reading.alone ? partsOf(parts, change) : null;
  const least = Math.max(ends.places, placesAlone(change, measure));
  const places = told ? placesOfParts(told, change, least) : least;
  const by = change === 0 ? '' : ` (${signed(change, places)} ${changeUnit(measure)})`;
  const lead = `${capital(figureSubject(measure, where))} ${moved}${by}`;
  if (measure.form === 'count') return `${lead}.`;
  if (!parts) {
    return `${lead}. No practice reported in both months, so where the change came from is not known.`;
  }
  if (!told) return `${lead}.`;
  return [lead, ...partsSaid(told, change, places)].map((sentence) => `${sentence}.`).join(' ');
}

/** The counts of few people beside their share; empty for none and for many. */
const fewCounts = (figure: KnownFigure, measure: Measure): string =>
  figure.numerator !== 0 && isFew(figure, measure)
    ? ` (${formatOf(figure.numerator, figure.denominator)})`
    : '';

interface ToldParts {
  /** How many parts there are, and the larger ones in their order. */
  moving: number;
  named: readonly { part: ChangePart; size: number }[];
  rest: number;
}

/** What is told of the parts of a change; null if nothing moved. */
function partsOf(parts: Record<ChangePart, number>, change: number): ToldParts | null {
  const moving = changeParts
    .map((part) => ({ part, size: parts[part] }))
    .filter(({ size }) => size !== 0)
    .sort((a, b) => Math.abs(b.size) - Math.abs(a.size));
  const [largest] = moving;
  if (!largest) return null;
  const named = moving.filter(({ size }) => Math.abs(size) >= Math.abs(largest.size) * worthNaming);
  const rest = change - named.reduce((sum, { size }) => sum + size, 0);
  return { moving: moving.length, named, rest };
}

/** The decimal places with which the parts of a change add up to it as they are shown. */
function placesOfParts({ named, rest }: ToldParts, change: number, least: number): number {
  const sizes = named.map(({ size }) => size);
  return placesToAddUp(change, [...sizes, rest], Math.max(least, ...sizes.map(placeOf)));
}

/** Parts that are not named are left out beside a single one if they are below this share of the whole change. */
const worthSaying = 1 / 20;

/** The sources of a change, as a sentence. */
function partsSaid({ moving, named, rest }: ToldParts, change: number, places: number): string[] {
  const [first] = named;
  if (named.length === 1 && Math.abs(rest) <= worthSaying * Math.abs(change)) {
    return [`${moving === 1 ? 'All' : 'Nearly all'} of it came from ${partWords[first!.part]}`];
  }
  const came = change === 0 ? '' : 'came ';
  const each = named.map(
    ({ part, size }, i) => `${signed(size, places)} ${i ? '' : came}from ${partWords[part]}`,
  );
  const others = signed(rest, places);
  if (/[1-9]/.test(others)) each.push(`${others} from the rest`);
  return [`${change === 0 ? 'Its parts cancel out:' : 'Of this,'} ${listed(each)}`];
}
