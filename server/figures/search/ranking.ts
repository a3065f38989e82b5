import { type PlaceIndex, telling } from './placeIndex.ts';
import { isSlipOf, type Meant } from './vocabulary.ts';

/** How well a place matches a search. */
export const matches = ['exact', 'every_word', 'near'] as const;
export type Match = (typeof matches)[number];

/** A place that matches: the best of its names, how well it matches, and a score for sorting, at most about 1. */
export interface Ranked {
  place: number;
  name: number;
  match: Match;
  score: number;
  /** Whether it has a word only if that was mistyped. */
  isSlip: boolean;
}

/** A place that lacks a word still matches if it scores at least this share of the best score. */
const nearEnough = 0.6;

/** Further words are ignored, because each takes a bit of a number. */
const mostWords = 24;

/** The bit of a reading whose words are exactly those asked for. */
const exactly = 1 << mostWords;

/**
 * The worth of a word in a place's name, in its own texts, or in texts shared with others such as its town: for a
 * search by name, and for a search by place.
 */
export const worth = {
  name: { names: 1, own: 0.55, shared: 0.4 },
  where: { names: 0.7, own: 0.8, shared: 1 },
} as const;
type Worth = (typeof worth)[keyof typeof worth];

/** The worth of two words written as one, compared with two, and of a former name, compared with the present one. */
const joined = 0.97;
const otherName = 0.97;

/** The weight of a name's words that were not asked for, and the factor for names that lack a word. */
const extra = 0.35;
const lacking = 0.8;

/** The words typed most often in names, and so mistyped most often. */
const commonest = ['the', 'and'];

/** Readings that contain a word in some way, and what that is worth, from 0 to 1. */
interface Giving {
  value: number;
  to: () => void;
}

/** Ranks places by how well their names, and what is said about them, match the words of a search. */
export class Ranking {
  private readonly score: Float64Array;
  private readonly matched: Float64Array;
  private readonly held: Int32Array;
  private readonly slipped: Uint8Array;

  constructor(private readonly index: PlaceIndex) {
    this.score = new Float64Array(index.placeOf.length);
    this.matched = new Float64Array(index.placeOf.length);
    this.held = new Int32Array(index.placeOf.length);
    this.slipped = new Uint8Array(index.placeOf.length);
  }

  /** The places that match a search read in one way, in no order. */
  of(read: readonly string[], by: keyof typeof worth): Ranked[] {
    const words = this.telling(read).slice(0, mostWords);
    this.score.fill(0);
    this.matched.fill(0);
    this.held.fill(0);
    this.slipped.fill(0);
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

  /** Credits each reading with the best worth it has for one word of a search, and returns the word's weight. */
  private look(words: readonly string[], slot: number, { names, own, shared }: Worth): number {
    const { index } = this;
    const word = words[slot]!;
    const meant = index.vocabulary.meant(word);
    const weight = this.weightOf(meant);
    const bit = 1 << slot;
    const give = (reading: number, value: number, tells: number, isSlip = false) => {
      if (this.held[reading]! & bit) return;
      this.held[reading]! |= bit;
      if (isSlip) this.slipped[reading] = 1;
      this.score[reading]! += value * weight;
      this.matched[reading]! += tells;
    };
    const named = (term: number, value: number, isSlip = false): Giving => ({
      value,
      to: () => {
        const tells = index.weightOf(term);
        for (const reading of index.inNames.of(term)) give(reading, value, tells, isSlip);
      },
    });
    const said = (places: Int32Array, value: number, isSlip: boolean): Giving => ({
      value,
      to: () => {
        for (const place of places) {
          const end = index.firstOf[place + 1]!;
          for (let reading = index.firstOf[place]!; reading < end; reading++)
            give(reading, value, 0, isSlip);
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
      ...meant.flatMap(({ term, surety, isSlip }) => [
        named(term, surety * names, isSlip),
        said(index.inAbout.of(term), surety * own, isSlip),
        said(index.inShared.of(term), surety * shared, isSlip),
      ]),
      ...wholes.map((term) => named(term, joined * names)),
      ...index.parted(word).map(parted),
    ];
    for (const { to } of givings.sort((a, b) => b.value - a.value)) to();
    return weight;
  }

  /** The weight of a word: that of the word it most likely means or, if it means none, that of the rarest. */
  private weightOf(meant: readonly Meant[]): number {
    const surest = meant.filter(({ surety }) => surety === meant[0]!.surety);
    return surest.length
      ? Math.min(...surest.map(({ term }) => this.index.weightOf(term)))
      : Math.log(1 + this.index.placeOf.length);
  }

  /** Each place with a good enough match, by the best reading of its names. */
  private best(words: readonly string[], asked: number): Ranked[] {
    const { index, held, score, matched } = this;
    for (const reading of index.named(words)) held[reading]! |= exactly;
    const all = 2 ** words.length - 1;
    let most = 0;
    for (let reading = 0; reading < score.length; reading++)
      if (score[reading]! > most) most = score[reading]!;
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
        isSlip: this.slipped[reading] === 1,
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

/** Whether one matches better than another: an exact name wins, otherwise the score decides. */
export const isBetter = (one: Ranked, other: Ranked): boolean =>
  one.match === other.match || (one.match !== 'exact' && other.match !== 'exact')
    ? one.score > other.score
    : one.match === 'exact';
