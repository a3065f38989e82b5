import type { PlaceLevel } from '../definitions/levels.ts';
import type { Measure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import type { Comparison, ComparisonWord } from '../statistics/benchmark.ts';
import { whyNotCompared } from './comparison.ts';
import { atPlace, capital, counted, listed, valueText } from './english.ts';
import { claim, type Figure, outOfThousand, type Stages } from './figure.ts';

/** A place's figure beside England's, as a page of several places says it. */
export interface Side extends Figure {
  level: PlaceLevel;
  name: string;
  word: ComparisonWord;
  comparison_998: Comparison;
}

type Known = Side & { value: number };

/** Places whose figures stand alike beside England's, from the highest down. */
export interface SidesAlike {
  /** "Better than England", "Not compared". */
  title: string;
  /** "NHS Darlington CCG (2.4%)", with the reason where it is not compared. */
  places: string[];
}

const order = ['better', 'higher', 'similar', 'worse', 'lower'] as const;

const thanEngland = (word: (typeof order)[number]): string =>
  word === 'similar' ? 'similar to England' : `${word} than England`;

const isKnown = (side: Side): side is Known => side.value !== null;

const fromTheTop = (sides: readonly Side[]): Known[] =>
  sides.filter(isKnown).sort((a, b) => b.value - a.value);

const where = ({ level, name }: Side): string => atPlace(level, name);

/** How so many places stand beside England, as a heading: "better than England in 1 place, worse in 7". */
export function sidesHeading(sides: readonly Side[]): string {
  const standing = order.flatMap((word) => {
    const count = sides.filter((side) => side.word === word).length;
    return count ? [{ word, count }] : [];
  });
  const [first, ...others] = standing;
  if (!first) {
    return sides.some(isKnown) ? 'not compared with England' : 'not reported';
  }
  const all = first.count === sides.length;
  if (all) return `${thanEngland(first.word)}${inAll(sides.length)}`;
  const rest = sides.length - standing.reduce((sum, { count }) => sum + count, 0);
  return [
    `${thanEngland(first.word)} in ${counted(first.count, 'place')}`,
    ...others.map(({ word, count }) => `${word} in ${count}`),
    ...(rest ? [`not compared in ${rest}`] : []),
  ].join(', ');
}

function inAll(count: number): string {
  if (count === 1) return '';
  return count === 2 ? ' in both places' : ` in all ${count} places`;
}

/** The figures of several places and England's in a sentence or two: each of two, of more the highest and the lowest. */
export function sidesSentence(
  sides: readonly Side[],
  england: number | null,
  measure: Measure,
  period: string,
): string {
  const known = fromTheTop(sides);
  const [high, second] = known;
  if (!high) return `For ${formatMonth(period)} none of them reported it.`;
  const text = ({ value }: Known) => valueText(value, measure);
  const said = claim(high.value, measure, where(high), period);
  const beside = england === null ? '' : ` In England it was ${valueText(england, measure)}.`;
  if (!second) return `${said}.${beside}`;
  const low = known.at(-1)!;
  if (low.value === high.value) {
    return `${said}, as in the other ${known.length === 2 ? 'place' : `${known.length - 1} places`}.${beside}`;
  }
  if (known.length === 2) return `${said}, and ${text(low)} ${where(low)}.${beside}`;
  return `${said}, the highest of the ${known.length}, and ${text(low)} ${where(low)}, the lowest.${beside}`;
}

/** Those of several places that stand alike beside England, the better first; those not compared last, and why. */
export function sidesAlike(
  sides: readonly Side[],
  england: number | null,
  measure: Measure,
): SidesAlike[] {
  const ranked = fromTheTop(sides);
  const compared = order.flatMap((word) => {
    const places = ranked.filter((side) => side.word === word);
    return places.length
      ? [
          {
            title: capital(thanEngland(word)),
            places: places.map(({ name, value }) => `${name} (${valueText(value, measure)})`),
          },
        ]
      : [];
  });
  const others = [...ranked, ...sides.filter((side) => !isKnown(side))]
    .filter(({ word }) => word === 'not compared')
    .map((side) => {
      const why = whyNotCompared({ ...side, measure: measure.id }, england);
      const value = isKnown(side) ? `${valueText(side.value, measure)}: ` : '';
      return `${side.name} (${value}${why})`;
    });
  return others.length ? [...compared, { title: 'Not compared', places: others }] : compared;
}

/** How sure the differences from England are; empty where none differs. */
export function sidesSurety(sides: readonly Side[]): string {
  const differ = sides.filter(({ word }) => word !== 'similar' && word !== 'not compared');
  if (!differ.length) return '';
  const unsure = differ.filter(({ comparison_998 }) => comparison_998 === 'similar');
  const rule =
    'A difference is named where all of a place’s natural variation at 95% lies on one side of England’s figure.';
  if (!unsure.length) return `${rule} At 99.8% it does so too.`;
  if (unsure.length === differ.length) return `${rule} At 99.8% it does not.`;
  return `${rule} At 99.8% it does so too, save for ${listed(unsure.map(({ name }) => name))}.`;
}

/** The three stages as the picture says them below a place's name: "All could, 45 set up, 4 did". */
export function thousandCounts(stages: Stages): string {
  const said = (
    [
      [stages.offered, 'could'],
      [stages.enabled, 'set up'],
      [stages.accessed, 'did'],
    ] as const
  ).flatMap(([value, done]) => (value === null ? [] : [`${outOfThousand(value)} ${done}`]));
  if (!said.length) return 'Not known.';
  return `${capital(said.join(', '))}.`;
}
