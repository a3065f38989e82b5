import { type PlaceIndex, telling } from './placeIndex.ts';

/** How well a place answers what was asked. */
export const matches = ['exact', 'every_word', 'near'] as const;
export type Match = (typeof matches)[number];

/** A place that answers: which of its names does best, how well, and a score to order by, at most about 1. */
export interface Ranked {
  place: number;
  name: number;
  match: Match;
  score: number;
  /** How much of what was asked it holds, from 0 to 1. */
  share: number;
}

/** A place that lacks a word is found where it holds this much of what the best one does. */
const nearEnough = 0.6;

/** More words than these are not looked for: each is a bit of a number. */
const mostWords = 24;

/** The bit of a reading whose words are just those that were asked. */
const exactly = 1 << mostWords;

/**
 * What counts how much: a word said of a place beside one in its name, two words written as one, a name that is not
 * the present one, a word of a name that was not asked for, a place that lacks a word that was.
 */
const worth = { about: 0.55, pair: 0.97, otherName: 0.97, extra: 0.35, near: 0.8 };

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
  of(read: readonly string[]): Ranked[] {
    const words = telling(read).slice(0, mostWords);
    this.score.fill(0);
    this.matched.fill(0);
    this.held.fill(0);
    const asked = words.reduce((sum, _, slot) => sum + this.look(words, slot), 0);
    return this.best(words, asked);
  }

  /** Notes who holds a word of a question, and returns how much the word tells. */
  private look(words: readonly string[], slot: number): number {
    const { index } = this;
    const word = words[slot]!;
    const meant = index.vocabulary.meant(word);
    const surest = meant.filter(({ surety }) => surety === meant[0]!.surety);
    const weight = meant.length
      ? Math.min(...surest.map(({ term }) => index.weightOf(term)))
      : Math.log(1 + index.placeOf.length);
    const bit = 1 << slot;
    const give = (reading: number, value: number, tells: number) => {
      if (this.held[reading]! & bit) return;
      this.held[reading]! |= bit;
      this.score[reading]! += value * weight;
      this.matched[reading]! += tells;
    };
    const giveNames = (term: number, value: number) => {
      const tells = index.weightOf(term);
      for (const reading of index.inNames.of(term)) give(reading, value, tells);
    };
    if (meant[0]?.surety === 1) giveNames(meant[0].term, 1);
    for (const two of [words[slot - 1] + word, word + words[slot + 1]]) {
      const term = index.vocabulary.get(two);
      if (term !== undefined) giveNames(term, worth.pair);
    }
    for (const [one, other] of index.parted(word)) {
      const tells = index.weightOf(one) + index.weightOf(other);
      const holding = new Set(index.inNames.of(other));
      for (const reading of index.inNames.of(one))
        if (holding.has(reading)) give(reading, worth.pair, tells);
    }
    for (const { term, surety } of meant) giveNames(term, surety);
    for (const { term, surety } of meant) {
      for (const place of index.inAbout.of(term)) {
        const end = index.firstOf[place + 1]!;
        for (let reading = index.firstOf[place]!; reading < end; reading++)
          give(reading, surety * worth.about, 0);
      }
    }
    return weight;
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
      const extra = Math.max(0, index.weights[reading]! - matched[reading]!);
      const one: Ranked = {
        place,
        name,
        match,
        score:
          (score[reading]! / (asked + worth.extra * extra)) *
          (name === 0 ? 1 : worth.otherName) *
          (match === 'near' ? worth.near : 1),
        share: score[reading]! / asked,
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
