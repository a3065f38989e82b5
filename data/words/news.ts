import type { PlaceLevel } from '../definitions/levels.ts';
import type { Measure } from '../definitions/measures.ts';
import { formatDay, formatMonth, movedMonth } from '../definitions/months.ts';
import { readableName } from '../definitions/names.ts';
import { fixed, formatCount, formatOf } from '../definitions/numbers.ts';
import { monthOf } from '../definitions/releaseFolder.ts';
import type { Target } from '../definitions/targets.ts';
import type { NoticeKind } from '../life/events.ts';
import type { Notice } from '../life/life.ts';
import type { TargetOutcome } from '../statistics/targets.ts';
import type { XmrLimits } from '../statistics/xmr.ts';
import { noticeSentence, withdrawnSentence } from './calendar.ts';
import {
  atPlaceIn,
  bareValue,
  capital,
  changeUnit,
  counted,
  listedOr,
  placeText,
  plural,
} from './english.ts';
import { figureSentence } from './figure.ts';
import { type Happened, lifecycleSentence } from './lifecycle.ts';
import { figureSubject } from './measure.ts';
import { type SupplierChangeReading, supplierChangeSentence } from './supplierChange.ts';
import { placesOfRange, usualRange } from './usual.ts';

/** News, as a headline and sentences that can be understood by themselves. */
export interface NewsText {
  title: string;
  sentence: string;
}

/** A place as news names it. */
interface Where {
  level: PlaceLevel;
  name: string;
  period: string;
}

/** A figure that is known. */
interface Known {
  numerator: number;
  denominator: number;
  value: number;
}

const placeOf = ({ level, name }: Where): string => capital(placeText(level, name));

const figureSaid = (figure: Known, measure: Measure, { level, name, period }: Where): string =>
  figureSentence({ ...figure, marker: null }, measure, atPlaceIn(period, level, name), period);

/** An unusual change of an area's figure; `change` and limits in the unit. */
export interface UnusualChange extends Known {
  measure: Measure;
  change: number;
  limits: XmrLimits;
}

/** News that the patients set up in an area changed by more than usual. */
export function unusualChangeNews(where: Where, changes: readonly UnusualChange[]): NewsText {
  const ways = new Set(changes.map(unusualWay));
  const went = ways.size === 1 ? [...ways][0] : 'changed unusually';
  return {
    title: `${placeOf(where)}: share of patients set up ${went} in ${formatMonth(where.period)}`,
    sentence: changes.map((one, i) => unusualChangeSaid(where, one, i > 0)).join(' '),
  };
}

/** The direction of a change, and whether it was more or less than usual. */
function unusualWay({ change, limits }: UnusualChange): string {
  if (change === 0) return 'did not change, which is unusual,';
  const isUp = change > 0;
  const isFar = isUp === change > limits.upper;
  return `${isUp ? 'rose' : 'fell'} ${isFar ? 'unusually' : 'less than usual'}`;
}

/** The change of one measure; brief if another one's precedes it. */
function unusualChangeSaid(
  where: Where,
  { measure, change, limits, ...figure }: UnusualChange,
  briefly: boolean,
): string {
  const by = fixed(Math.abs(change), placesOfRange(limits, [change]));
  const size = `${by} ${changeUnit(measure)} ${change > 0 ? 'more' : 'less'}`;
  const than = change === 0 ? 'the same as' : `${size} than`;
  const usual = usualRange(limits, measure, [change]);
  return briefly
    ? `${figureBriefly(figure, measure)}, ${than} the month before; usually ${usual}.`
    : `${figureSaid(figure, measure, where)} That is ${than} the month before; it usually changes ${usual}.`;
}

/**
 * A figure that follows another of the same place and month: "Set up to see their record online: 7.0% (475 of 6,830)".
 */
const figureBriefly = ({ numerator, denominator, value }: Known, measure: Measure): string =>
  `${capital(measure.phrase.replace(/^were /, ''))}: ${numerator === 0 ? 'none' : `${bareValue(value, measure)} (${formatOf(numerator, denominator)})`}`;

const direction = (changes: readonly number[]): string =>
  changes.every((change) => change > 0)
    ? 'rose'
    : changes.every((change) => change < 0)
      ? 'fell'
      : 'changed';

/** A figure whose value differs from that in the previous release, in the unit; null if one has none. */
export interface RevisedValue {
  measure: Measure;
  period: string;
  before: number | null;
  after: number | null;
}

/** News that a release revised figures of a place; names the one that changed most. */
export function revisedNews(
  { level, name }: Pick<Where, 'level' | 'name'>,
  release: string,
  revised: readonly RevisedValue[],
): NewsText {
  const size = ({ before, after }: RevisedValue) => Math.abs((after ?? 0) - (before ?? 0));
  const [most] = revised.toSorted((a, b) => size(b) - size(a));
  const { measure, period, before, after } = most!;
  const text = (value: number | null) => (value === null ? 'not known' : bareValue(value, measure));
  const [then, now] = [text(before), text(after)];
  const figures = counted(revised.length, 'figure');
  const those = `${figures} of patients set up ${revised.length === 1 ? 'was' : 'were'} revised in release ${release}.`;
  const subject = `${capital(figureSubject(measure, atPlaceIn(period, level, name)))} in ${formatMonth(period)}`;
  return {
    title: `${capital(placeText(level, name))}: figures revised in release ${release}`,
    sentence:
      then === now
        ? `${those} None differs by as much as is shown.`
        : `${those} ${subject} is now ${now}; it was ${then} before.`,
  };
}

/**
 * News that a place's figure reached the level of a target for the first time in the extracts; `before` is the month of
 * its figure before, `outcome` how the target ended, null while its date is to come.
 */
export function targetNews(
  where: Where,
  target: Target,
  measure: Measure,
  { before, outcome, ...figure }: Known & { before: string; outcome: TargetOutcome | null },
): NewsText {
  const month = formatMonth(where.period);
  const reached =
    movedMonth(before, 1) === where.period
      ? `reached ${target.value}% in ${month}`
      : `had reached ${target.value}% by ${month}`;
  const first = `It is the first figure in these extracts of at least ${target.value}%, the target for ${formatMonth(target.date)}`;
  return {
    title: `${placeOf(where)}: share of patients set up ${reached}`,
    sentence: `${figureSaid(figure, measure, where)} ${first}${outcome ? outcomeWords[outcome] : ''}.`,
  };
}

const outcomeWords: Record<TargetOutcome, string> = {
  met: ', which was met',
  missed: ', which was missed',
  cannot_say: '; whether it was met is not known',
};

/** A practice with its code, as news names it among others. */
const practiceName = (name: string, code: string): string => `${readableName(name)} (${code})`;

/** News that a practice appeared, closed, left the extracts or may have merged into another, `heir`. */
export function lifecycleNews(
  happened: Happened & { event: 'appeared' | 'closed' | 'vanished' | 'may_have_merged' },
  heir: { name: string; code: string } | null,
): NewsText {
  const practice = practiceName(happened.practice_name, happened.practice_code);
  const other = heir && practiceName(heir.name, heir.code);
  const sentence = lifecycleSentence(happened, (code) => (code === heir?.code ? heir.name : null));
  switch (happened.event) {
    case 'appeared':
      return {
        title: `${practice} ${happened.before === null ? 'appeared' : 'was back'} in the extracts`,
        sentence,
      };
    case 'closed':
      return { title: `${practice} closed on ${formatDay(happened.date!)}`, sentence };
    case 'vanished':
      return {
        title:
          happened.after === null
            ? `${practice} is no longer in the extracts`
            : `${practice} was not in the extract of ${formatMonth(happened.period)}`,
        sentence,
      };
    case 'may_have_merged':
      return {
        title: `${practice} may have merged into ${other}`,
        sentence: `${sentence} If it did, follow ${other} to go on following its patients.`,
      };
  }
}

/** News that a practice changed supplier, and the effect. */
export const supplierNews = (reading: SupplierChangeReading): NewsText => ({
  title: `${reading.who} moved from ${reading.from} to ${reading.to}`,
  sentence: supplierChangeSentence(reading),
});

/** How supplier news names a practice. */
export const whoMoved = practiceName;

/** A large monthly move of a practice's figure, in percent, with the people of the month before. */
export interface FarMove extends Known {
  measure: Measure;
  before: { value: number } | { people: number };
}

/** News that the patients set up at a practice changed a lot within a month, or fell to none. */
export function farMoveNews(
  { name, code, period }: { name: string; code: string; period: string },
  moves: readonly FarMove[],
): NewsText {
  const where = { level: 'practice' as const, name, period };
  const allGone = moves.every(({ numerator }) => numerator === 0);
  const went = direction(
    moves.map(({ value, before }) => ('people' in before ? -before.people : value - before.value)),
  );
  const said = moves.map(({ measure, before, ...figure }, i) => {
    const [then, there] =
      'people' in before
        ? [formatCount(before.people), plural(before.people, 'there was', 'there were')]
        : [bareValue(before.value, measure), 'it was'];
    if (i === 0) return `${figureSaid(figure, measure, where)} The month before ${there} ${then}.`;
    if (allGone) return `None ${measure.phrase} either, after ${then}.`;
    return `${figureBriefly(figure, measure)}, after ${then} the month before.`;
  });
  const unusual = moves.some(({ before }) => 'value' in before)
    ? ' Few practices of its size and supplier move so far in a month.'
    : '';
  return {
    title: `${practiceName(name, code)}: ${allGone ? 'patients set up fell to none' : `share of patients set up ${went} unusually`} in ${formatMonth(period)}`,
    sentence: `${said.join(' ')}${unusual}`,
  };
}

/** News that a practice did not report what it had reported before. */
export function notReportedNews(
  { name, code, period }: { name: string; code: string; period: string },
  before: string,
  measures: readonly Measure[],
): NewsText {
  const practice = practiceName(name, code);
  const phrases = listedOr(
    measures.map(({ phrase }, i) => (i ? phrase.replace(/^were set up /, '') : phrase)),
  );
  return {
    title: `${practice} did not report for ${formatMonth(period)}`,
    sentence: `It is not known how many patients at ${practice} ${phrases} in ${formatMonth(period)}, because the practice did not report it. It did in ${formatMonth(before)}.`,
  };
}

/** News that a release was published. */
export const releaseNews = (release: string): NewsText => ({
  title: `New figures, to ${formatMonth(monthOf(release))}`,
  sentence: `Release ${release} was published, with figures to ${formatMonth(monthOf(release))}.`,
});

const noticeTitles: Record<NoticeKind, string> = {
  correction: 'Correction to',
  note: 'Note on',
  quality: 'Data quality of',
};

/** News of a notice about a release. */
export const noticeNews = (release: string, notice: Notice): NewsText => ({
  title: `${noticeTitles[notice.kind]} release ${release}`,
  sentence: noticeSentence(notice),
});

/** News that a release was withdrawn. */
export const withdrawnNews = (
  release: string,
  withdrawn: { at: number; reason: string },
): NewsText => ({
  title: `Release ${release} was withdrawn`,
  sentence: withdrawnSentence(release, withdrawn),
});
