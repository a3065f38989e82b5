import {
  askingWords,
  generalWords,
  linkingWords,
  locatingWords,
} from '../../../data/definitions/nameWords.ts';
import { singular, writtenWords } from './readings.ts';

/** The words of a search for places. */
export interface Words {
  text: string;
  /** Whether any practice there is meant, as in "surgery in Leeds". */
  practicesOnly: boolean;
}

/** The words that matter, without those like "find a GP near". */
export function wordsAsked(text: string): Words {
  const words = text.split(/\s+/).filter((word) => writtenWords(word).length);
  const place = words.findIndex((word) => is(locatingWords, word));
  const practicesOnly =
    place > 0 && place < words.length - 1 && words.slice(0, place).every(isAside);
  const rest = practicesOnly ? words.slice(place + 1) : words;
  const first = rest.findIndex((word) => !isAsking(word));
  if (first < 0) return { text: rest.join(' '), practicesOnly };
  const last = rest.findLastIndex((word) => !isAsking(word));
  return { text: rest.slice(first, last + 1).join(' '), practicesOnly };
}

/**
 * If a text combines general words with others, as in "surgery leeds" or "leeds health centre": the others; null if it
 * lacks either.
 */
export function placeBeside(text: string): string | null {
  const words = text.split(/\s+/).filter((word) => writtenWords(word).length);
  const others = words.filter((word) => !isGeneral(word) && !isAsking(word));
  return others.length > 0 && words.some(isGeneral) ? others.join(' ') : null;
}

/** Whether a text names nothing: it asks for any practice, or for nothing. */
export const namesNothing = (text: string): boolean => writtenWords(text).every(isAside);

const is = (words: ReadonlySet<string>, word: string): boolean => {
  const written = writtenWords(word);
  return written.length === 1 && words.has(written[0]!);
};
const isAsking = (word: string): boolean => is(askingWords, word);
const isAside = (word: string): boolean =>
  isAsking(word) || is(linkingWords, word) || is(locatingWords, word) || isGeneral(word);
const isGeneral = (word: string): boolean =>
  writtenWords(word).every((one) => generalWords.has(singular(one)));
