import { abbreviations } from '../../../data/definitions/abbreviations.ts';

/** The most ways of reading a text that are considered. */
const mostReadings = 8;

/** What each written form may mean, in indexed words. */
const meanings = new Map<string, Meaning[]>();

interface Meaning {
  words: readonly string[];
  notFirst: boolean;
}

/** By first word, the number of words in the longest written form that begins with it. */
const longestForm = new Map<string, number>();

for (const { words, written, notFirst = false } of abbreviations) {
  const meaning = { words: words.split(' ').map(singular), notFirst };
  for (const form of written) {
    const parts = form.split(' ');
    meanings.set(form, [...(meanings.get(form) ?? []), meaning]);
    longestForm.set(parts[0]!, Math.max(longestForm.get(parts[0]!) ?? 0, parts.length));
  }
}

/** For texts with more than letters, digits and plain signs. `h/c`, `p'ship` and `g.p.` are one word each. */
const anyWord = /[a-z][/'](?=[a-z])[a-z\d]+|(?:\b[a-z]\.){2,}|[a-z\d']+|[&+@]|[^\0-\x7f]+/g;

/** The words of a text as written, in lower case and without accents. */
export function writtenWords(text: string): string[] {
  const small = text.toLowerCase();
  if (/^[a-z\d ,()-]*$/.test(small)) return small.match(/[a-z\d]+/g) ?? [];
  const plain = /[^\0-\x7f]/.test(small) ? unaccented(small) : small;
  return (plain.match(anyWord) ?? []).flatMap(cleaned);
}

const unaccented = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/[^\p{L}\p{N}\0-\x7f]/gu, ' ');

function cleaned(written: string): string[] {
  if (written === '&' || written === '+') return ['and'];
  if (written === '@') return ['at'];
  if (meanings.has(written)) return [written];
  if (written.includes('/')) return written.split('/').flatMap(cleaned);
  return [written.replace(/'s$/, '').replace(/['.]/g, '')].filter(Boolean);
}

/** A word without its plural ending. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

/** The ways of reading a text, each as indexed words; at least one. */
export function readings(text: string): string[][] {
  let found: string[][] = [[]];
  for (const part of parts(text)) {
    if (typeof part === 'string') for (const before of found) before.push(part);
    else {
      const meant = meantAt(part, found);
      if (meant.length === 1) for (const before of found) before.push(...meant[0]!.words);
      else found = found.flatMap((before) => meant.map(({ words }) => [...before, ...words]));
    }
  }
  return found;
}

/** The meanings of a written form that fit what was read before, or only the first if there would be too many readings. */
function meantAt(form: readonly Meaning[], before: readonly string[][]): readonly Meaning[] {
  if (form.length === 1) return form;
  const fit = before[0]!.length ? form : form.filter(({ notFirst }) => !notFirst);
  return fit.length && before.length * fit.length <= mostReadings ? fit : form.slice(0, 1);
}

/** All words that any reading of a text contains. */
export function possibleWords(text: string): string[] {
  const found: string[] = [];
  for (const part of parts(text)) {
    if (typeof part === 'string') found.push(part);
    else for (const { words } of part) found.push(...words);
  }
  return found;
}

/** The words and written forms of a text in order, the longest forms first; of each form its meanings. */
function parts(text: string): (string | Meaning[])[] {
  const written = writtenWords(text);
  const found: (string | Meaning[])[] = [];
  for (let i = 0; i < written.length; ) {
    const word = written[i]!;
    let length = longestForm.get(word) ?? 0;
    let meant: Meaning[] | undefined;
    for (; length > 0 && !meant; length--)
      meant = meanings.get(length === 1 ? word : written.slice(i, i + length).join(' '));
    found.push(meant ?? singular(word));
    i += length + 1;
  }
  return found;
}
