import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, inject, it } from 'vitest';
import { drawing } from './drawing.ts';

/** The parts of a page that are read as text: not tables, pictures, lists of files or texts to copy. */
const unread = /<(svg|table|select|pre|form|footer|header|nav)\b.*?<\/\1>/gs;
const read = /<(h1|h2|h3|p|li|dd)\b[^>]*>(.*?)<\/\1>/gs;

/** The sentences on a page, including their numbers. */
function sentencesOf(html: string): string[] {
  const [, main] = /<main\s[^>]*>(.*)<\/main>/s.exec(html)!;
  const own = main!.replace(/<!--.*?-->/gs, '').replace(unread, ' ');
  return [...own.matchAll(read)]
    .map(([, , inside]) =>
      inside!
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .flatMap((text) => text.split(/(?<=[.?!:;])\s+(?=[A-Z0-9“])/))
    .filter((text) => text.split(' ').length > 3);
}

/** The age at which a text is easy to read, by Flesch and Kincaid: the school grade plus five years. */
function readingAge(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}’'-]+|[\d.,%+−]+/gu) ?? []);
  const syllables = words.map((word) =>
    // A number counts as one short word, and so do initials.
    /^[\d.,%+−]+$|^[A-Z]{2,}$/.test(word) ? 1 : syllable(word),
  );
  const counts = {
    sentence: sentences.length,
    word: words.length,
    syllable: syllables.reduce((sum, one) => sum + one, 0),
  };
  return fleschKincaid(counts) + 5;
}

describe('the reading age of', () => {
  const { draw } = drawing(inject('referenced'));

  it('a hard sentence is higher than that of an easy one', () => {
    const easy = readingAge(['The practice has 12 patients who can see their record.']);
    const hard = readingAge([
      'Notwithstanding considerable heterogeneity, practitioners predominantly experienced disproportionately unsatisfactory utilisation.',
    ]);
    expect(easy).toBeLessThan(11);
    expect(hard).toBeGreaterThan(25);
  });

  it.each([
    ['the first page', '/'],
    ['an area', '/areas/Q66'],
    ['a practice', '/practices/ZZ0100'],
  ])('%s is about 12', async (_, path) => {
    const sentences = sentencesOf((await draw(path)).html);
    expect(sentences.length).toBeGreaterThan(20);
    expect(readingAge(sentences)).toBeLessThan(12.5);
  });
});
