import { valuePerWorkingDay } from '../definitions/bankHolidays.ts';
import type { PlaceLevel } from '../definitions/levels.ts';
import { type Measure, measureOf, serviceWords } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatCount, formatRate } from '../definitions/numbers.ts';
import { atPlaceIn, placeText } from './english.ts';
import { claim, countsOf, type Figure, figureSentence } from './figure.ts';
import { oddity } from './oddity.ts';

/** A figure with its place, month and coverage, as in tables. */
export interface WordedFigure extends Figure {
  period: string;
  level: PlaceLevel;
  area_name: string;
  measure: string;
  practices: number;
  practices_reported: number;
}

const where = ({ period, level, area_name }: WordedFigure): string =>
  atPlaceIn(period, level, area_name);

/** Whether a figure is about what one practice offers, to all of its patients or none, so that chance plays no part. */
export const isAllOrNothing = ({ level, measure }: WordedFigure): boolean =>
  level === 'practice' && measureOf(measure).allOrNone;

/**
 * The beginning of a sentence about a figure with a value: month, place and value, without counts. `percent` is the
 * text of a share, if not the usual one.
 */
export function claimOf(row: WordedFigure & { value: number }, percent?: string): string {
  const measure = measureOf(row.measure);
  if (!isAllOrNothing(row)) return claim(row, measure, where(row), row.period, percent);
  const place = placeText(row.level, row.area_name);
  return `In ${formatMonth(row.period)}, ${place} ${decided(measure, row.value > 0)}`;
}

/** What a practice decides for its patients, as a clause: "let its patients …", "did not let its patients …". */
export function decided({ counts, service, phrase }: Measure, isOn: boolean): string {
  const does =
    counts === 'practices' || service === 'any'
      ? phrase
      : `let its patients ${serviceWords[service].does}`;
  return isOn ? does : `did not ${does}`;
}

/**
 * A row of figures as English: the figure with its month, place, numerator and denominator; its coverage if fewer than
 * 95% of practices reported (for a rate or count: fewer than all); and a remark if it exceeds its whole.
 */
export function rowSentence(row: WordedFigure): string {
  const measure = measureOf(row.measure);
  const { value } = row;
  if (isAllOrNothing(row) && value === null && row.marker === '[x]') {
    const { does } = serviceWords[measure.service];
    return `For ${formatMonth(row.period)}, ${placeText(row.level, row.area_name)} did not report whether it lets its patients ${does}.`;
  }
  if (value !== null && isAllOrNothing(row)) {
    const counts = measure.counts === 'practices' ? '' : ` (${countsOf(row, measure)})`;
    return `${claimOf({ ...row, value })}${counts}.`;
  }
  const sentence = figureSentence(row, measure, where(row), row.period, byDay(row, measure));
  return value === null ? sentence : [sentence, ...remarks(row, measure)].join(' ');
}

/** A rate of transactions per working day, after that of the month; empty for anything else. */
function byDay({ value, period }: WordedFigure, measure: Measure): string {
  const daily = valuePerWorkingDay(value, measure, period);
  return daily === null || daily === 0 ? '' : `, or ${formatRate(daily)} per working day`;
}

function remarks(row: WordedFigure, measure: Measure): string[] {
  const { practices, practices_reported: reported } = row;
  const said: string[] = [];
  if (oddity(row)) said.push(oddity(row).trim());
  // The sentence of a rate or count gives numbers, from which those who did not report are missing.
  const told = measure.form === 'share' ? 95 : 100;
  if (row.level !== 'practice' && reported * 100 < practices * told) {
    const those = `${formatCount(practices - reported)} of ${formatCount(practices)} practices`;
    said.push(
      measure.base === 'extract'
        ? `Of ${those} it is not known; they count as not offering it.`
        : `It leaves out ${those}, which did not report it.`,
    );
  }
  return said;
}
