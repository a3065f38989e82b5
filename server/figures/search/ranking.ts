import { type PlaceIndex, telling } from './placeIndex.ts';
import { isSlipOf, type Meant } from './vocabulary.ts';

/** How well a place answers what was asked. */
export const matches = ['exact', 'every_word', 'near'] as const;
export type Match = (typeof matches)[number];

/** A place that answers: which of its names does best, how well, and a score to order by, at most about 1. */
export interface Ranked {
  place: number;
  name: number;
  match: Match;
  score: number;
}

/** A place that lacks a word is found where it holds this much of what the best one does. */
const nearEnough = 0.6;

/** More words than these are not looked for: each is a bit of a number. */
const mostWords = 24;

/** The bit of a reading whose words are just those that were asked. */
const exactly = 1 << mostWords;

/**
 * What a word is worth in a name of a place, said of it alone, or shared with others such as its town: where a name is
 * asked for, or what lies somewhere.
 */
export const worth = {
  name: { names: 1, own: 0.55, shared: 0.4 },
  where: { names: 0.7, own: 0.8, shared: 1 },
} as const;
type Worth = (typeof worth)[keyof typeof worth];

/** What two words written as one are worth, compared with two; and a former name, compared with the present one. */
const joined = 0.97;
const otherName = 0.97;

/** How much words of a name count that were not asked for, and what lacks a word that was. */
const extra = 0.35;
const lacking = 0.8;

/** The words of names that are typed most, and so mistyped. */
const commonest = ['the', 'and'];

/** Something that holds a word in some way, and what that is worth, from 0 to 1. */
interface Giving {
  value: number;
  to: () => void;
}

/** Ranks places by what their names, and what is said of them, hold of the words of a question. */
export class Ranking {
  private readonly score: Float64Array;
  private readonly matched: Float64Array;
  private readonly held: Int32Array;

  constructor(private readonly index: PlaceIndex) {
    this.score = new Float64Array(index.placeOf.length);
    this.matched = new Float64Array(index.placeOf.length);
    this.held = new Int32Array(index.placeOf.length);
  }

  /** The places that answer a question read in one way, in no order. */
  of(read: readonly string[], by: keyof typeof worth): Ranked[] {
    const words = this.telling(read).slice(0, mostWords);
    this.score.fill(0);
    this.matched.fill(0);
    this.held.fill(0);
    const asked = words.reduce((sum, _, slot) => sum + this.look(words, slot, worth[by]), 0);
    return this.best(words, asked);
  }

  /** The words that count, without those that are one typing error away from a word that does not. */
  private telling(read: readonly string[]): readonly string[] {
    const words = telling(read);
    const known = words.filter(
      (word) => this.index.vocabulary.get(word) !== undefined || !isSlipOf(word, commonest),
    );
    return known.length ? known : words;
  }

  /** Notes who holds a word of a question, each by what is worth most, and returns how much the word counts. */
  private look(words: readonly string[], slot: number, { names, own, shared }: Worth): number {
    const { index } = this;
    const word = words[slot]!;
    const meant = index.vocabulary.meant(word);
    const weight = this.weightOf(meant);
    const bit = 1 << slot;
    const give = (reading: number, value: number, tells: number) => {
      if (this.held[reading]! & bit) return;
      this.held[reading]! |= bit;
      this.score[reading]! += value * weight;
      this.matched[reading]! += tells;
    };
    const named = (term: number, value: number): Giving => ({
      value,
      to: () => {
        const tells = index.weightOf(term);
        for (const reading of index.inNames.of(term)) give(reading, value, tells);
      },
    });
    const said = (places: Int32Array, value: number): Giving => ({
      value,
      to: () => {
        for (const place of places) {
          const end = index.firstOf[place + 1]!;
          for (let reading = index.firstOf[place]!; reading < end; reading++)
            give(reading, value, 0);
        }
      },
    });
    const parted = (terms: readonly number[]): Giving => ({
      value: joined * names,
      to: () => {
        const tells = terms.reduce((sum, term) => sum + index.weightOf(term), 0);
        const [first, ...others] = terms.map((term) => index.inNames.of(term));
        const holding = others.map((readings) => new Set(readings));
        for (const reading of first!)
          if (holding.every((readings) => readings.has(reading)))
            give(reading, joined * names, tells);
      },
    });
    const wholes = [words[slot - 1] + word, word + words[slot + 1]]
      .map((two) => index.vocabulary.get(two))
      .filter((term) => term !== undefined);
    const givings = [
      ...meant.flatMap(({ term, surety }) => [
        named(term, surety * names),
        said(index.inAbout.of(term), surety * own),
        said(index.inShared.of(term), surety * shared),
      ]),
      ...wholes.map((term) => named(term, joined * names)),
      ...index.parted(word).map(parted),
    ];
    for (const { to } of givings.sort((a, b) => b.value - a.value)) to();
    return weight;
  }

  /** How much a word counts: as much as the word it most likely is, or as the rarest if it is none. */
  private weightOf(meant: readonly Meant[]): number {
    const surest = meant.filter(({ surety }) => surety === meant[0]!.surety);
    return surest.length
      ? Math.min(...surest.map(({ term }) => this.index.weightOf(term)))
      : Math.log(1 + this.index.placeOf.length);
  }

  /** Each place that holds enough of what was asked, by the reading of its names that answers best. */
  private best(words: readonly string[], asked: number): Ranked[] {
    const { index, held, score, matched } = this;
    for (const reading of index.named(words)) held[reading]! |= exactly;
    const all = 2 ** words.length - 1;
    let most = 0;
    for (const one of score) if (one > most) most = one;
    const found: Ranked[] = [];
    for (let reading = 0; reading < held.length; reading++) {
      const holds = held[reading]!;
      if (holds === 0) continue;
      const match = holds & exactly ? 'exact' : holds === all ? 'every_word' : 'near';
      if (match === 'near' && score[reading]! < nearEnough * most) continue;
      const place = index.placeOf[reading]!;
      const name = index.nameOf[reading]!;
      const rest = Math.max(0, index.weights[reading]! - matched[reading]!);
      const one: Ranked = {
        place,
        name,
        match,
        score:
          (score[reading]! / (asked + extra * rest)) *
          (name === 0 ? 1 : otherName) *
          (match === 'near' ? lacking : 1),
      };
      const before = found.at(-1);
      if (before?.place !== place) found.push(one);
      else if (isBetter(one, before)) found[found.length - 1] = one;
    }
    return found;
  }
}

/** Whether one answers better than another: an exact name does, else the score decides. */
export const isBetter = (one: Ranked, other: Ranked): boolean =>
  one.match === other.match || (one.match !== 'exact' && other.match !== 'exact')
    ? one.score > other.score
    : one.match === 'exact';
