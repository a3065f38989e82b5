import type { PlaceLevel } from '../definitions/levels.ts';
import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatCount } from '../definitions/numbers.ts';
import type { Verdict } from '../statistics/verdict.ts';
import { atPlaceIn, capital, counted, valueText } from './english.ts';
import { claim, type Figure, outOfThousand, type Stages } from './figure.ts';

/** A place's figure compared with England's, on a page of several places. */
export interface Side extends Figure {
  level: PlaceLevel;
  name: string;
  word: Verdict;
  /** Why there is no verdict; null if there is one. */
  reason: string | null;
}

/** A place and its figure. */
type Valued = Omit<Side, 'word' | 'reason'>;

type Known = Valued & { value: number };

/** Places with the same verdict against England, highest first. */
export interface SidesAlike {
  /** "Higher than England", "Not compared". */
  title: string;
  /** "NHS Darlington CCG (2.4%)", with the reason if it is not compared. */
  places: string[];
}

const order = ['higher', 'about the same', 'no clear difference', 'lower'] as const;

const besideEngland = {
  higher: 'higher than England',
  'about the same': 'about the same as England',
  'no clear difference': 'no clear difference from England',
  lower: 'lower than England',
} as const;

const isKnown = <S extends Valued>(side: S): side is S & Known => side.value !== null;

const fromTheTop = <S extends Valued>(sides: readonly S[]): (S & Known)[] =>
  sides.filter(isKnown).sort((a, b) => b.value - a.value);

/** How several places compare with England, as a heading: "higher than England in 1 place, lower in 7". */
export function sidesHeading(sides: readonly Side[]): string {
  const standing = order.flatMap((word) => {
    const count = sides.filter((side) => side.word === word).length;
    return count ? [{ word, count }] : [];
  });
  const [first, ...others] = standing;
  if (!first) {
    return sides.some(isKnown) ? 'not compared with England' : 'no figures';
  }
  const all = first.count === sides.length;
  if (all) return `${besideEngland[first.word]}${inAll(sides.length)}`;
  const rest = sides.length - standing.reduce((sum, { count }) => sum + count, 0);
  return [
    `${besideEngland[first.word]} in ${counted(first.count, 'place')}`,
    ...others.map(({ word, count }) => `${word} in ${count}`),
    ...(rest ? [`not compared in ${rest}`] : []),
  ].join(', ');
}

function inAll(count: number): string {
  if (count === 1) return '';
  return count === 2 ? ' in both places' : ` in all ${count} places`;
}

/**
 * The figures of several places and of England in a sentence or two: both of two places, of more the highest and
 * lowest.
 */
export function sidesSentence(
  sides: readonly Valued[],
  england: number | null,
  measure: Measure,
  period: string,
): string {
  const known = fromTheTop(sides);
  const [high, second] = known;
  if (!high) return `There is no figure for ${formatMonth(period)}.`;
  const text = ({ value }: Known) => valueText(value, measure);
  const where = ({ level, name }: Valued) => atPlaceIn(period, level, name);
  const said = claim(high, measure, where(high), period);
  const beside = england === null ? '' : ` In England it was ${valueText(england, measure)}.`;
  if (!second) return `${said}.${beside}`;
  const low = known.at(-1)!;
  if (low.value === high.value) {
    return `${said}, as in the other ${known.length === 2 ? 'place' : `${known.length - 1} places`}.${beside}`;
  }
  if (known.length === 2) return `${said}, and ${text(low)} ${where(low)}.${beside}`;
  const alike = (one: Known) => known.filter(({ value }) => value === one.value).length;
  const [highest, lowest] = [alike(high), alike(low)];
  const asHigh = highest > 1 ? `, as in ${counted(highest - 1, 'other')}` : '';
  const atLow = lowest > 1 ? `in ${formatCount(lowest)} of them` : where(low);
  return `${said}, the highest of the ${known.length}${asHigh}, and ${text(low)} ${atLow}, the lowest.${beside}`;
}

/** Groups places by their verdict against England, higher first, those not compared last. */
export function sidesAlike(sides: readonly Side[], measure: Measure): SidesAlike[] {
  const inOrder = [...fromTheTop(sides), ...sides.filter((side) => !isKnown(side))];
  return ([...order, 'not compared'] as const).flatMap((word) => {
    const places = inOrder.filter((side) => side.word === word);
    const title = word === 'not compared' ? 'Not compared' : capital(besideEngland[word]);
    return places.length ? [{ title, places: places.map((side) => sideText(side, measure)) }] : [];
  });
}

/** A place with its figure and, if it has no verdict, the reason: "North CCG (2.4%)". */
function sideText({ name, value, reason }: Side, measure: Measure): string {
  const said = [value === null ? null : valueText(value, measure), reason].filter(Boolean);
  return said.length ? `${name} (${said.join(': ')})` : name;
}

/** The rule of the verdicts, as sentences; empty if there are none. */
export function sidesRule(sides: readonly Side[]): string {
  const sided = sides.filter(({ word }) => word === 'higher' || word === 'lower');
  const practices = sided.some(({ level }) => level === 'practice');
  const areas = sided.some(({ level }) => level !== 'practice');
  return [
    practices
      ? 'A practice is called higher or lower where its 95% confidence interval (Wilson) excludes the figure of the rest of England and the difference matters.'
      : '',
    areas
      ? 'An area is called higher or lower where it differs by more than is usual between areas of its kind and size.'
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The three stages as text below a place's name in the picture: "All offered it, 45 set up, 4 did". */
export function thousandCounts(stages: Stages): string {
  const said = (
    [
      [stages.offered, 'offered it'],
      [stages.enabled, 'set up'],
      [stages.accessed, 'did'],
    ] as const
  ).flatMap(([value, done]) => (value === null ? [] : [`${outOfThousand(value)} ${done}`]));
  if (!said.length) return 'Not known.';
  return `${capital(said.join(', '))}.`;
}
