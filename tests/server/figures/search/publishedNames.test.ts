import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type PlaceSearch, placeSearch } from '../../../../server/figures/search/placeSearch.ts';
import { due, shareDue } from '../../../support/due.ts';
import { seededRandom } from '../../../support/random.ts';
import { releasesIn } from '../../../support/sharedReleases.ts';

/** How names in extracts abbreviate words, and the words that people say for them. */
const inFull: [RegExp, string][] = [
  [/\./g, '. '],
  [/\b(CTRE?|CNTR|CENTR|CEN)\b|\bCT$/g, 'CENTRE'],
  [/\bDRS?\b/g, 'DOCTOR'],
  [/\bM\/PRACT\b/g, 'MEDICAL PRACTICE'],
  [/\bMED\b/g, 'MEDICAL'],
  [/\bPRACT?\b/g, 'PRACTICE'],
  [/\bSRGIES\b/g, 'SURGERIES'],
  [/\bSURG\b/g, 'SURGERY'],
  [/\bGRP\b/g, 'GROUP'],
  [/\bP['/]SHIP\b/g, 'PARTNERSHIP'],
  [/\b(PTN?RS?|PARTN)\b/g, 'PARTNERS'],
  [/\bPCC\b/g, 'PRIMARY CARE CENTRE'],
  [/\bP\/CARE\b/g, 'PRIMARY CARE'],
  [/\bH\/CARE\b/g, 'HEALTHCARE'],
  [/\bH\/CENTRE\b|\bH\/?C\b/g, 'HEALTH CENTRE'],
  [/\bMC$/g, 'MEDICAL CENTRE'],
  [/\b(HLTH|HTH)\b/g, 'HEALTH'],
  [/\bRD\b/g, 'ROAD'],
  [/\bST\b\.?(?= +(SURG|MED|PRAC|HEALTH|&))/g, 'STREET'],
  [/\bST\b/g, 'SAINT'],
  [/\bUNIV\b/g, 'UNIVERSITY'],
  [/\bLTD\b/g, 'LIMITED'],
  [/&/g, ' AND '],
  [/@/g, ' AT '],
  [/['’]/g, ''],
  [/[^A-Z0-9]+/g, ' '],
];

const said = (name: string): string =>
  inFull
    .reduce((text, [short, full]) => text.replace(short, full), name.toUpperCase())
    .trim()
    .toLowerCase();

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The text with one typing error: two letters swapped, or one left out, doubled or wrong. */
function mistyped(text: string, random: () => number): string {
  for (;;) {
    const i = Math.floor(random() * (text.length - 1));
    const [one, next] = [text[i]!, text[i + 1]!];
    if (!letters.includes(one) || !letters.includes(next)) continue;
    const wrong = letters[Math.floor(random() * 26)]!;
    const instead = [next + one, next, one + one + next, wrong + next][Math.floor(random() * 4)]!;
    const typed = text.slice(0, i) + instead + text.slice(i + 2);
    if (typed !== text) return typed;
  }
}

describe.skipIf(!inject('published2018'))('the names of April to September 2018', () => {
  const releases = releasesIn(inject('published2018') ?? '');
  let search: PlaceSearch;
  let practices: { code: string; name: string }[];
  /** Those whose names are asked for today. */
  let asked: typeof practices;
  /** Practices whose names sound the same, so that any of them is a correct result. */
  const alike = new Map<string, Set<string>>();

  beforeAll(async () => {
    const release = await releases.get();
    search = await placeSearch(release);
    practices = [...release.catalogue.areas.values()]
      .filter(({ level }) => level === 'practice')
      .map(({ area_code, area_name }) => ({ code: area_code, name: area_name }));
    asked = due(practices, 5);
    for (const { code, name } of practices) {
      const group = alike.get(said(name));
      if (group) group.add(code);
      else alike.set(said(name), new Set([code]));
    }
  });

  /**
   * The shares of practices, in percent, that are found first, and among the first ten, for what people say for their
   * names.
   */
  function shares(say: (name: string) => string): { first: number; amongTen: number } {
    let first = 0;
    let amongTen = 0;
    for (const { name } of asked) {
      const meant = alike.get(said(name))!;
      const codes = search
        .find(say(name))
        .slice(0, 10)
        .map(({ known }) => known.area.area_code);
      if (meant.has(codes[0]!)) first++;
      if (codes.some((code) => meant.has(code))) amongTen++;
    }
    const share = (count: number) => (count / asked.length) * 100;
    return { first: share(first), amongTen: share(amongTen) };
  }

  const random = seededRandom(12);
  it.each([
    ['in full words', said, 95, 99],
    ['in full words with one typing error', (name: string) => mistyped(said(name), random), 90, 95],
  ])(
    `find their practices (${shareDue(5)}) when said %s`,
    (way, say, leastFirst, leastAmongTen) => {
      const { first, amongTen } = shares(say);
      console.log(
        `${asked.length} published names ${way}: ${first.toFixed(1)}% found first, ${amongTen.toFixed(1)}% among ten`,
      );
      expect(practices.length).toBeGreaterThan(6500);
      expect(first).toBeGreaterThan(leastFirst);
      expect(amongTen).toBeGreaterThan(leastAmongTen);
    },
  );
});
