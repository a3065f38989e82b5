const small = new Set(['and', 'of', 'the', 'in', 'on', 'at', 'for', 'with', 'upon', 'le', 'by']);

/** Initials that have a vowel; words of consonants alone are taken for initials anyway. */
const initials = new Set(
  'ABC ACF AIC APL APMS ARA CIC EBHC ICB IMP IW LSA NEL NEMS SE SHU SMA UEA UHPC UK UOS'.split(' '),
);

/** Words of consonants alone that are no initials: short forms of words, and names. */
const shortForms = new Set(
  'BLVD CNTR CT CTR CTRS DR DRS GRP GT HLTH HTH JNR LTD MR MRS MT NG NTH PTNR PTNRS PTR PTRS RD SNR ST STH STS'.split(
    ' ',
  ),
);

/** Words of two letters that follow "Dr" as a name or the beginning of one, where others are initials. */
const namesOfTwo = new Set('AL DA DE DI DU EL HO LA LE LI MA NG OH WU XU'.split(' '));

/** What extracts say of an area beyond its name; the pages say it once, as its level. */
const kinds = / (commissioning region|area team)$/i;

/**
 * A place's name as people write it. Extracts print many names in capitals; those are set in lower case with
 * capitals where names have them. A name that has small letters of its own is left as it is.
 */
export function readableName(published: string): string {
  let name = readable.get(published);
  if (name === undefined) {
    if (readable.size === mostKept) readable.clear();
    readable.set(published, (name = readableAgain(published)));
  }
  return name;
}

/** Sentences name the same places over and over. */
const readable = new Map<string, string>();
const mostKept = 20_000;

function readableAgain(published: string): string {
  const name = published.replace(kinds, '');
  if (name !== name.toUpperCase()) return name;
  let before = '';
  return name.replace(/[\p{L}\p{N}'’]+/gu, (word) => {
    const own = isInitials(word, before) ? word : cased(word, before === '');
    before = word;
    return own;
  });
}

/** Whether a word in capitals stays so: initials, codes such as "LS25", and first names of doctors such as "SA". */
function isInitials(word: string, before: string): boolean {
  if (/\d/.test(word)) return word.length < 5 && !/^\d+(ST|ND|RD|TH)$/.test(word);
  if (initials.has(word) || (/^[B-DF-HJ-NP-TV-XZ]{2,}$/.test(word) && !shortForms.has(word)))
    return true;
  return /^DRS?$/.test(before) && word.length === 2 && !namesOfTwo.has(word);
}

function cased(word: string, begins: boolean): string {
  const lower = word.toLowerCase();
  if (small.has(lower) && !begins) return lower;
  const capital = lower.charAt(0).toUpperCase() + lower.slice(1);
  return capital
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(
      /^([OD]['’])(\p{L})/u,
      (_, start: string, letter: string) => start + letter.toUpperCase(),
    );
}
