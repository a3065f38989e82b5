import leven from 'leven';
import { LRUCache } from 'lru-cache';

/** A word of the index that a typed one may mean, and how surely, from 0 to 1. */
export interface Meant {
  term: number;
  surety: number;
  /** Whether only with typing errors. */
  isSlip: boolean;
}

/** The fewest letters of a word for which beginnings, one error and two errors are looked for. */
const shortest = { beginning: 2, error: 2, twoErrors: 8 };

/**
 * The words of an index by number. Finds those that a typed word may mean: it may be their beginning, or have typing
 * errors.
 */
export class Vocabulary {
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** The letters of each word, a bit each, so that most words can be ruled out quickly. */
  private readonly letters: number[] = [];
  /** The numbers of the words in alphabetical order and by length, once all have been added. */
  private ordered: number[] = [];
  private readonly byLength: number[][] = [];
  /** Results for words looked up before, because people type the same ones again and again. */
  private readonly found = new LRUCache<string, readonly Meant[]>({ max: 2000 });

  /** The number of a word, assigned when it is first seen. */
  add(word: string): number {
    let number = this.numbers.get(word);
    if (number === undefined) {
      number = this.words.push(word) - 1;
      this.numbers.set(word, number);
      this.letters.push(lettersOf(word));
    }
    return number;
  }

  /** Call once all words have been added. */
  close(): void {
    this.words.forEach(({ length }, term) => {
      (this.byLength[length] ??= []).push(term);
    });
    this.ordered = this.words.toSorted().map((word) => this.numbers.get(word)!);
  }

  get(word: string): number | undefined {
    return this.numbers.get(word);
  }

  /** What a word may mean, surest first. */
  meant(word: string): readonly Meant[] {
    let meant = this.found.get(word);
    if (!meant) this.found.set(word, (meant = this.look(word)));
    return meant;
  }

  private look(word: string): Meant[] {
    const found = new Map<number, number>();
    const begun = new Set(/\d/.test(word) ? [] : this.begun(word));
    const note = (term: number | undefined, surety: number) => {
      if (term !== undefined && surety > (found.get(term) ?? 0)) found.set(term, surety);
    };
    const own = this.numbers.get(word);
    note(own, 1);
    const doubt = own === undefined ? 1 : doubted;
    if (!/\d/.test(word)) {
      for (const term of begun)
        note(term, doubt * (0.65 + 0.25 * (word.length / this.words[term]!.length)));
      for (const swapped of swaps(word)) note(this.numbers.get(swapped), doubt * oneError(word));
      for (const [term, errors] of this.mistyped(word))
        note(term, doubt * (errors === 1 ? oneError(word) : 0.55));
    }
    return [...found]
      .map(([term, surety]) => ({ term, surety, isSlip: term !== own && !begun.has(term) }))
      .sort((a, b) => b.surety - a.surety);
  }

  /** The words that begin with some letters. */
  private begun(beginning: string): number[] {
    if (beginning.length < shortest.beginning) return [];
    const { words, ordered } = this;
    let low = 0;
    for (let high = ordered.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (words[ordered[middle]!]! < beginning) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < ordered.length && words[ordered[end]!]!.startsWith(beginning)) end++;
    return ordered.slice(low, end);
  }

  /** The words that differ by a letter too many, too few or wrong, or by two errors if the word is long. */
  private mistyped(word: string): [term: number, errors: number][] {
    if (word.length < shortest.error) return [];
    const most = word.length < shortest.twoErrors ? 1 : 2;
    const mask = lettersOf(word);
    const found: [number, number][] = [];
    for (let length = word.length - most; length <= word.length + most; length++) {
      for (const term of this.byLength[length] ?? []) {
        if (bits(this.letters[term]! ^ mask) > 2 * most) continue;
        const errors = leven(word, this.words[term]!, { maxDistance: most + 1 });
        if (errors > 0 && errors <= most && (word.length > 2 || length > 2))
          found.push([term, errors]);
      }
    }
    return found;
  }
}

/** The factor for other meanings of a word that is itself in the index. */
const doubted = 0.75;

/** Whether a word is one of some with a letter too many, too few or wrong, or two swapped. */
export const isSlipOf = (word: string, words: readonly string[]): boolean =>
  words.some((one) => leven(word, one, { maxDistance: 2 }) === 1 || swaps(one).includes(word));

/** How surely a word is meant by one with a single error: the longer it is, the surer. */
const oneError = ({ length }: string): number => Math.min(0.82, 0.26 + 0.075 * length);

/** The word with each pair of neighbouring letters swapped. */
const swaps = (word: string): string[] =>
  Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
  );

/** A bit for each letter of a word. */
function lettersOf(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) % 32);
  return mask;
}

/** The number of bits set. */
function bits(number: number): number {
  let n = number - ((number >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
