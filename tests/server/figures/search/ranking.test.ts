import { describe, expect, it } from 'vitest';
import { PlaceIndex } from '../../../../server/figures/search/placeIndex.ts';
import {
  isBetter,
  type Match,
  type Ranked,
  Ranking,
} from '../../../../server/figures/search/ranking.ts';

interface Told {
  names: string[];
  own?: string[];
  shared?: string[];
}

function ranking(places: readonly Told[]): Ranking {
  const index = new PlaceIndex();
  for (const { names, own = [], shared = [] } of places) index.add(names, { own, shared });
  index.close();
  return new Ranking(index);
}

const named = (...names: string[]) => ranking(names.map((name) => ({ names: [name] })));

/** The places that match, best first, each as its number and how it matches. */
const told = (found: readonly Ranked[]): [number, Match][] =>
  found.toSorted((a, b) => b.score - a.score).map(({ place, match }) => [place, match]);

describe('a search by words', () => {
  it('takes a name of the same words for exact, and one with more for a match of every word', () => {
    const found = named('Alder Hill', 'Alder Hill Wood', 'Birch').of(['alder', 'hill'], 'name');
    expect(told(found)).toEqual([
      [0, 'exact'],
      [1, 'every_word'],
    ]);
  });

  it('takes a word for two of one name, and not for two of different names', () => {
    const places = named('Alder Hill Wood', 'Alder Wood', 'Hill Wood', 'Birch Wood');
    expect(told(places.of(['alderhill'], 'name'))).toEqual([[0, 'every_word']]);
    const centres = named('Alder Health Centre', 'Alder Health', 'Birch Health');
    expect(told(centres.of(['alderhc'], 'name'))).toEqual([[0, 'every_word']]);
    // Nothing of the name is left over, so that it scores nearly as much as when asked for in two words.
    const [one] = places.of(['alderhill', 'wood'], 'name');
    expect(one!.score).toBeGreaterThan(0.9);
  });

  it('takes two words for one of a name, in their order', () => {
    const places = named('Alderhill Wood', 'Alder Wood', 'Hillalder Wood');
    const found = places.of(['alder', 'hill', 'wood'], 'name');
    const every = found.filter(({ match }) => match !== 'near').map(({ place }) => place);
    expect(every).toEqual([0]);
  });

  it('takes at most 24 words, and never takes the next for an exact name', () => {
    const words = Array.from({ length: 26 }, (_, i) => `${String.fromCharCode(97 + i)}lder`);
    const all = named(words.join(' '), `${words.join(' ')} birch`);
    expect(told(all.of(words, 'name'))).toEqual([
      [0, 'every_word'],
      [1, 'every_word'],
    ]);
    expect(told(named(words.slice(0, 24).join(' ')).of(words, 'name'))).toEqual([[0, 'exact']]);
  });

  it('leaves out a typing error in a linking word', () => {
    const places = named('Alder and Birch', 'Alder');
    expect(told(places.of(['alder', 'adn', 'birch'], 'name'))[0]).toEqual([0, 'exact']);
  });

  it('puts words of the name before those of its own address, and those before its town', () => {
    const places = ranking([
      { names: ['Birch Surgery'], shared: ['Alder'] },
      { names: ['Birch Surgery'], own: ['Alder'] },
      { names: ['Birch Surgery Alder'] },
    ]);
    const order = (by: 'name' | 'where') =>
      told(places.of(['birch', 'alder'], by)).map(([place]) => place);
    expect(order('name')).toEqual([2, 1, 0]);
    expect(order('where').indexOf(0)).toBeLessThan(order('where').indexOf(1));
  });

  it('lets a place lack a word only if it comes near the best', () => {
    const places = named('Alder Birch Cedar', 'Alder Birch', 'Cedar');
    const found = told(places.of(['alder', 'birch', 'cedar'], 'name'));
    expect(found).toEqual([
      [0, 'exact'],
      [1, 'near'],
    ]);
  });

  it('names the best of a place’s names, a former one only if it matches better', () => {
    const places = ranking([{ names: ['Alder Surgery', 'Birch Surgery'] }]);
    const name = (word: string) => places.of([word], 'name').map((one) => one.name);
    expect([name('alder'), name('birch'), name('surgery')]).toEqual([[0], [1], [0]]);
    const [now] = places.of(['alder', 'surgery'], 'name');
    const [former] = places.of(['birch', 'surgery'], 'name');
    expect(former!.score / now!.score).toBeCloseTo(0.97, 12);
  });
});

describe('of two matches', () => {
  const of = (match: Match, score: number): Ranked => ({
    place: 0,
    name: 0,
    match,
    score,
    isSlip: false,
  });

  it('an exact name is better, whatever the scores; else the higher score', () => {
    expect(isBetter(of('exact', 0.1), of('every_word', 1))).toBe(true);
    expect(isBetter(of('every_word', 1), of('exact', 0.1))).toBe(false);
    expect(isBetter(of('exact', 0.9), of('exact', 0.8))).toBe(true);
    expect(isBetter(of('near', 0.9), of('every_word', 0.8))).toBe(true);
    expect(isBetter(of('every_word', 0.8), of('near', 0.9))).toBe(false);
    expect(isBetter(of('near', 0.8), of('near', 0.8))).toBe(false);
  });
});
