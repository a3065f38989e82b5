const small = new Set(['and', 'of', 'the', 'in', 'on', 'at', 'for', 'with', 'upon', 'le', 'by']);

/** Initials that contain a vowel. Words of consonants alone are taken for initials anyway. */
const initials = new Set(
  'ABC ACF AIC APL APMS ARA CIC EBHC ICB IMP IW LSA NEL NEMS SE SHU SMA UEA UHPC UK UOS'.split(' '),
);

/** Words of consonants alone that are not initials but abbreviations and names. */
const shortForms = new Set(
  'BLVD CNTR CT CTR CTRS DR DRS GRP GT HLTH HTH JNR LTD MR MRS MT NG NTH PTNR PTNRS PTR PTRS RD SNR ST STH STS'.split(
    ' ',
  ),
);

/** Two-letter words after "Dr" that are a name or the beginning of one. Others are initials. */
const namesOfTwo = new Set('AL DA DE DI DU EL HO LA LE LI MA NG OH WU XU'.split(' '));

/** Kinds of area in the extracts' names, removed because pages show them as the level. */
const kinds = / (commissioning region|area team)$/i;

/**
 * A place's name as people write it. Extracts print many names in capitals; those are set in mixed case. A name that
 * already has lower case letters is left as it is.
 */
export function readableName(published: string): string {
  let name = readable.get(published);
  if (name === undefined) {
    if (readable.size === mostKept) readable.clear();
    readable.set(published, (name = readableAgain(published)));
  }
  return name;
}

/** Kept, because sentences name the same places again and again. */
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
