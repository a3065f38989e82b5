import leven from 'leven';
import { askingWords, generalWords } from '../../../data/definitions/nameWords.ts';
import { singular } from './readings.ts';

/** Letters typed by mistake for the digits of a code. */
const digits: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** A word that looks like the code of a practice, a PCN or an area of official statistics. */
const likely = /^[A-Z]{1,2}\d[\dOIL]{3,8}$/;

/**
 * The codes in a text, whatever its capitals and spaces: words that are codes with a digit in them or, after words like
 * "GP code" are taken out, the whole text. Letters typed for digits (`A8l0O1`) are corrected if that gives a known
 * code.
 */
export function codesIn(text: string, known: { has(code: string): boolean }): string[] {
  const words = text.toUpperCase().match(/[A-Z\d]+/g) ?? [];
  const bare = words.filter((word) => !isAsking(word));
  const whole = [words.join(''), bare.join('')].map(asCode).find((code) => known.has(code));
  if (whole) return [whole];
  const found = words.map(asCode).filter((code) => likely.test(code) && known.has(code));
  return [...new Set(found)];

  function asCode(word: string): string {
    if (known.has(word) || !likely.test(word)) return word;
    return word.slice(0, 2) + word.slice(2).replace(/[OIL]/g, (letter) => digits[letter]!);
  }
}

const isAsking = (word: string): boolean => {
  const small = word.toLowerCase();
  return askingWords.has(small) || generalWords.has(singular(small));
};

/** How many codes similar to a mistyped one are worth showing. */
const mostNear = 10;

/**
 * The codes that begin with a text or, if none do, those one typing error away from it, longest common beginning first.
 */
export function codesNear(text: string, codes: readonly string[]): string[] {
  const word = text.toUpperCase().replace(/[^A-Z\d]/g, '');
  if (!/^[A-Z]{0,2}\d[\dA-Z]{1,8}$/.test(word)) return [];
  const begun = codes.filter((code) => code.startsWith(word));
  if (begun.length) return begun;
  return codes
    .filter((code) => leven(code, word, { maxDistance: 2 }) === 1 || isSwapped(code, word))
    .sort((one, other) => alike(other, word) - alike(one, word))
    .slice(0, mostNear);
}

/** How many letters two words have in common at their beginning. */
function alike(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** Whether two words differ by two neighbouring letters swapped. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  return one === other.slice(0, at) + other[at + 1] + other[at] + other.slice(at + 2);
}
