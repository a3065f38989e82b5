import { generalWords, kindWords, linkingWords } from '../../../data/definitions/nameWords.ts';
import { Postings } from './postings.ts';
import { possibleWords, readings } from './readings.ts';
import { Vocabulary } from './vocabulary.ts';

/** The weight of a general word, as a share of what its rarity would give it. */
const general = 0.5;

/**
 * What is said about a place besides its names: its own texts, and those it shares with others, such as its town and
 * areas.
 */
export interface About {
  own: readonly string[];
  shared: readonly string[];
}

/**
 * An index of the words in the names of places, and in what is said about them. A name is indexed in each way it may be
 * read, and these readings are numbered. Search libraries were tried: for names that may lack a typed word, one that
 * returns objects takes ten times as long over seven thousand practices as these lists of numbers.
 */
export class PlaceIndex {
  readonly vocabulary = new Vocabulary();
  /** Of each reading: its place, which of the place's names it is, and the total weight of its words. */
  readonly placeOf: number[] = [];
  readonly nameOf: number[] = [];
  weights = new Float64Array(0);
  /** The first reading of each place and, at the end, the number of readings. */
  readonly firstOf: number[] = [0];
  /** By word: the readings that contain it, the places whose own texts do, and those whose shared texts do. */
  readonly inNames = new Postings();
  readonly inAbout = new Postings();
  readonly inShared = new Postings();
  private byWord = new Float64Array(0);
  /**
   * The last reading of each name, with its words written as one, and for each reading the one before it with that
   * name.
   */
  private readonly lastOfWhole = new Map<string, number>();
  private readonly beforeOfWhole: number[] = [];
  /** The words of texts that places share: towns, suppliers and areas. */
  private readonly texts = new Map<string, readonly number[]>();

  /** Adds a place with its names, the present one first, and what is said about it. */
  add(names: readonly string[], { own, shared }: About): void {
    const place = this.firstOf.length - 1;
    names.forEach((name, i) => {
      for (const words of readings(name)) this.addReading(place, i, telling(words));
    });
    this.firstOf.push(this.placeOf.length);
    for (const text of own) for (const term of this.read(text)) this.inAbout.add(term, place);
    for (const text of shared)
      for (const term of this.readShared(text)) this.inShared.add(term, place);
  }

  /** Call once, when all places have been added. */
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

  /** The weight of a word: the fewer names contain it, the higher. */
  weightOf(term: number): number {
    return this.byWord[term]!;
  }

  /** The readings of names that consist of just these words, however they are split. */
  *named(words: readonly string[]): Iterable<number> {
    let reading = this.lastOfWhole.get(wholeName(words)) ?? -1;
    for (; reading >= 0; reading = this.beforeOfWhole[reading]!) yield reading;
  }

  /** Words of names, two or more at a time, that together spell this word. */
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

  /** Adds one reading of a name, unless the place already has it. */
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

  /** The words of a shared text, by number. */
  private readShared(text: string): readonly number[] {
    let terms = this.texts.get(text);
    if (!terms) this.texts.set(text, (terms = this.read(text)));
    return terms;
  }

  /** The words of a text, by number. */
  private read(text: string): number[] {
    return telling(possibleWords(text)).map((word) => this.vocabulary.add(word));
  }

  private rarity(term: number): number {
    const held =
      this.inNames.countOf(term) || this.inAbout.countOf(term) || this.inShared.countOf(term);
    const rarity = Math.log(1 + this.placeOf.length / held);
    return generalWords.has(this.vocabulary.words[term]!) ? general * rarity : rarity;
  }
}

/** The words that count: all except linking words, unless there are no others. */
export function telling(words: readonly string[]): readonly string[] {
  const found = words.filter((word) => !linkingWords.has(word));
  return found.length ? found : words;
}

/** All words written as one, leaving out those that name the kind of area. */
export function wholeName(words: readonly string[]): string {
  let whole = '';
  for (const word of words) if (!kindWords.has(word)) whole += word;
  return whole || words.join('');
}
