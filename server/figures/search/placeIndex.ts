import { generalWords, kindWords, linkingWords } from '../../../data/definitions/nameWords.ts';
import { Postings } from './postings.ts';
import { possibleWords, readings } from './readings.ts';
import { Vocabulary } from './vocabulary.ts';

/** How much a general word counts, as a part of what its rarity would give it. */
const general = 0.5;

/** What is said about a place besides its names: texts of its own, and what others share, such as its town and areas. */
export interface About {
  own: readonly string[];
  shared: readonly string[];
}

/**
 * The words of the names of places, and of what is said about them. A name is held in each way it may be read; its
 * readings are known by number. Search libraries were tried: where a name may lack a word that was typed, one that
 * answers with objects takes ten times as long over seven thousand practices as these lists of numbers.
 */
export class PlaceIndex {
  readonly vocabulary = new Vocabulary();
  /** By reading: its place, which of its names it is, and how much its words count together. */
  readonly placeOf: number[] = [];
  readonly nameOf: number[] = [];
  weights = new Float64Array(0);
  /** The first reading of each place and, at the end, how many there are. */
  readonly firstOf: number[] = [0];
  /** By word: the readings that hold it, the places of which it is said alone, and those that share it. */
  readonly inNames = new Postings();
  readonly inAbout = new Postings();
  readonly inShared = new Postings();
  private byWord = new Float64Array(0);
  /** By all words of a name written as one, the last reading of such a name, and by reading the one before it. */
  private readonly lastOfWhole = new Map<string, number>();
  private readonly beforeOfWhole: number[] = [];
  /** The words of what places share: towns, suppliers and areas. */
  private readonly texts = new Map<string, readonly number[]>();

  /** Adds a place with its names, the present one first, and what says where it is and what it is. */
  add(names: readonly string[], { own, shared }: About): void {
    const place = this.firstOf.length - 1;
    names.forEach((name, i) => {
      for (const words of readings(name)) this.addReading(place, i, telling(words));
    });
    this.firstOf.push(this.placeOf.length);
    for (const text of own) {
      for (const word of telling(possibleWords(text)))
        this.inAbout.add(this.vocabulary.add(word), place);
    }
    for (const text of shared)
      for (const term of this.readShared(text)) this.inShared.add(term, place);
  }

  /** To be called once, when all places are there. */
  close(): void {
    const { length } = this.vocabulary.words;
    this.vocabulary.close();
    this.inNames.close(length);
    this.inAbout.close(length);
    this.inShared.close(length);
    this.texts.clear();
    this.byWord = Float64Array.from({ length }, (_, term) => this.rarity(term));
    this.weights = new Float64Array(this.placeOf.length);
    for (let term = 0; term < length; term++)
      for (const reading of this.inNames.of(term)) this.weights[reading]! += this.byWord[term]!;
  }

  /** How much a word counts: the more, the fewer names have it. */
  weightOf(term: number): number {
    return this.byWord[term]!;
  }

  /** The readings of names whose words are just these, wherever they are parted. */
  *named(words: readonly string[]): Iterable<number> {
    let reading = this.lastOfWhole.get(wholeName(words)) ?? -1;
    for (; reading >= 0; reading = this.beforeOfWhole[reading]!) yield reading;
  }

  /** The words of names that make a word when they are written as one, each time two or more. */
  parted(word: string): number[][] {
    const found: number[][] = [];
    for (let i = 2; i < word.length - 1; i++) {
      for (const read of readings(`${word.slice(0, i)} ${word.slice(i)}`)) {
        const terms = telling(read).map((one) => this.vocabulary.get(one));
        if (terms.every((term) => term !== undefined)) found.push(terms);
      }
    }
    return found;
  }

  /** Adds a name in one reading, unless the place has it so already. */
  private addReading(place: number, name: number, words: readonly string[]): void {
    const whole = wholeName(words);
    const before = this.lastOfWhole.get(whole) ?? -1;
    if (before >= 0 && this.placeOf[before] === place) return;
    const number = this.placeOf.push(place) - 1;
    this.nameOf.push(name);
    this.lastOfWhole.set(whole, number);
    this.beforeOfWhole.push(before);
    words.forEach((word, i) => {
      if (words.indexOf(word) === i) this.inNames.add(this.vocabulary.add(word), number);
    });
  }

  /** The words of a text that many share, by number. */
  private readShared(text: string): readonly number[] {
    let terms = this.texts.get(text);
    if (!terms) {
      terms = telling(possibleWords(text)).map((word) => this.vocabulary.add(word));
      this.texts.set(text, terms);
    }
    return terms;
  }

  private rarity(term: number): number {
    const held =
      this.inNames.countOf(term) || this.inAbout.countOf(term) || this.inShared.countOf(term);
    const rarity = Math.log(1 + this.placeOf.length / held);
    return generalWords.has(this.vocabulary.words[term]!) ? general * rarity : rarity;
  }
}

/** The words that count: all but those that join others, where there are others. */
export function telling(words: readonly string[]): readonly string[] {
  // Most texts have none: these are not copied.
  if (!words.some((word) => linkingWords.has(word))) return words;
  const found = words.filter((word) => !linkingWords.has(word));
  return found.length ? found : words;
}

/** All words written as one, without those that the level of an area says too. */
export function wholeName(words: readonly string[]): string {
  let whole = '';
  for (const word of words) if (!kindWords.has(word)) whole += word;
  return whole || words.join('');
}
