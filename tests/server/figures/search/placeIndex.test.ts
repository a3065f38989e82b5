import { expect, it } from 'vitest';
import { PlaceIndex } from '../../../../server/figures/search/placeIndex.ts';

/** Ten places, of which three have an oak in their names, all share a town, and one has a street of its own. */
const index = new PlaceIndex();
for (let i = 0; i < 10; i++) {
  const names = [i < 3 ? `oak p${i}` : `elm surgery p${i}`];
  index.add(names, { own: i === 0 ? ['mill'] : [], shared: ['oak', 'york'] });
}
index.close();
const weight = (word: string) => index.weightOf(index.vocabulary.get(word)!);
const rarity = (share: number) => Math.log(1 + 1 / share);

it('a word weighs the more, the fewer names contain it', () => {
  expect(weight('p7')).toBeCloseTo(rarity(0.1), 9);
  expect(weight('elm')).toBeCloseTo(rarity(0.7), 9);
  expect(weight('oak')).toBeCloseTo(rarity(0.3), 9);
});

it('a word that is in no name weighs by the places that it is said of', () => {
  expect(weight('mill')).toBeCloseTo(rarity(0.1), 9);
  expect(weight('york')).toBeCloseTo(rarity(1), 9);
});

it('a general word weighs half', () => {
  expect(weight('surgery')).toBeCloseTo(0.5 * rarity(0.7), 9);
});
