import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../../../../server/figures/search/vocabulary.ts';

const words = 'surgery densham denham brook brooklands hall hill wolverhampton 12 1234'.split(' ');
const vocabulary = new Vocabulary();
for (const word of words) vocabulary.add(word);
vocabulary.close();
const meant = (word: string) => vocabulary.meant(word).map(({ term }) => vocabulary.words[term]);

describe('what a word may mean', () => {
  it.each([
    ['two letters changed round', 'surgrey', 'surgery'],
    ['a letter too few', 'sugery', 'surgery'],
    ['a letter twice', 'surggery', 'surgery'],
    ['a wrong letter', 'surgety', 'surgery'],
    ['a wrong first letter', 'furgery', 'surgery'],
    ['first letters changed round', 'usrgery', 'surgery'],
    ['two errors in a long word', 'wolverhmptom', 'wolverhampton'],
    ['a beginning', 'wolv', 'wolverhampton'],
  ])('by %s', (_, typed, word) => expect(meant(typed)[0]).toBe(word));

  it('is first of all what was typed, if it is a word', () => {
    expect(meant('densham')).toEqual(['densham', 'denham']);
    expect(meant('brook')).toEqual(['brook', 'brooklands']);
  });

  it('is less sure if what was typed is a word itself, and for short words', () => {
    const surety = (typed: string, word: string) =>
      vocabulary.meant(typed).find(({ term }) => vocabulary.words[term] === word)!.surety;
    expect(surety('hill', 'hall')).toBeLessThan(surety('hull', 'hall'));
    expect(surety('hull', 'hall')).toBeLessThan(surety('densam', 'densham'));
  });

  it('is no other word of two letters', () => {
    const short = new Vocabulary();
    for (const word of ['st', 'stn']) short.add(word);
    short.close();
    const found = short.meant('sn').map(({ term }) => short.words[term]);
    expect(found).toEqual(['stn']);
  });

  it('is nothing for two errors in a short word, or a different number', () => {
    expect(meant('hul')).toEqual([]);
    expect(meant('hu')).toEqual([]);
    expect(meant('123')).toEqual([]);
    expect(meant('12')).toEqual(['12']);
  });
});
