const small = new Set(['and', 'of', 'the', 'in', 'on', 'at', 'for', 'with', 'upon', 'le', 'by']);
const initials = new Set(['NHS', 'CCG', 'ICB', 'GP', 'PCN', 'UK', 'HMP', 'PMS', 'GMS', 'APMS']);

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
  let first = true;
  return name.replace(/[\p{L}\p{N}'’]+/gu, (word) => {
    const begins = first;
    first = false;
    return initials.has(word) || (/\d/.test(word) && word.length < 5) ? word : cased(word, begins);
  });
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
