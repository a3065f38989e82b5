import { describe, expect, it } from 'vitest';
import {
  namesNothing,
  placeBeside,
  wordsAsked,
} from '../../../../server/figures/search/question.ts';

describe('wordsAsked', () => {
  it.each([
    ['Hill Surgery', 'Hill Surgery', false],
    ['find hill surgery please', 'hill surgery', false],
    ['my GP Hill Surgery', 'Hill Surgery', false],
    ['surgery in Leeds', 'Leeds', true],
    ['doctors near LS1 4AB', 'LS1 4AB', true],
    ['find a medical practice near Stoke on Trent', 'Stoke on Trent', true],
    ['health centre', 'health centre', false],
    ['Hill in Leeds', 'Hill in Leeds', false],
    ['in Leeds', 'in Leeds', false],
    ['surgery near', 'surgery near', false],
    ['gp', 'gp', false],
    ['', '', false],
  ])('of "%s"', (text, rest, practicesOnly) =>
    expect(wordsAsked(text)).toEqual({ text: rest, practicesOnly }),
  );
});

describe('placeBeside', () => {
  it.each([
    ['surgery leeds', 'leeds'],
    ['Leeds health centre', 'Leeds'],
    ['find a doctor stoke on trent', 'stoke on trent'],
    ['leeds', null],
    ['surgery', null],
    ['hill surgery leeds', 'hill leeds'],
  ])('of "%s"', (text, place) => expect(placeBeside(text)).toBe(place));
});

describe('namesNothing', () => {
  it.each(['', 'doctors near', 'GP', 'find a surgery in', '.'])('"%s" does', (text) =>
    expect(namesNothing(text)).toBe(true),
  );
  it.each(['Hill Surgery', 'Leeds'])('"%s" does not', (text) =>
    expect(namesNothing(text)).toBe(false),
  );
});
