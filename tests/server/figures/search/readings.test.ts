import { describe, expect, it } from 'vitest';
import { possibleWords, readings } from '../../../../server/figures/search/readings.ts';

const read = (text: string) => readings(text).map((words) => words.join(' '));

describe('readings', () => {
  it.each([
    ['ALDERWICK & BIRCHAM MED.CTR.', 'alderwick and bircham medical centre'],
    ["ST QUENBY'S SURGERY", 'saint quenby surgery'],
    ['St. Quenbys Surgeries', 'saint quenby surgery'],
    ['Dr K.S. Tarlowe + Ptnrs', 'doctor ks tarlowe and partner'],
    ['ELMSTEAD RD H/C', 'elmstead road health centre'],
    ['Fernley M/PRACT (2)', 'fernley medical practice 2'],
    ["Gt Bridge P'SHIP", 'great bridge partnership'],
    ['Ó’Hara’s @ The Ford', 'ohara at the ford'],
    ['N. Yorks', 'north yorkshire'],
    ['Alder—Birch · Cedar', 'alder birch cedar'],
    ['Hill House PCC', 'hill house primary care centre'],
    ['Haughton/Thornley', 'haughton thornley'],
    ['ELM A/BIRCH', 'elm a birch'],
    ['Practice Two', 'practice 2'],
    ['', ''],
  ])('of %s', (text, words) => expect(read(text)).toEqual([words]));

  it('are as many as the meanings of a word', () => {
    expect(read('LOW ST')).toEqual(['low saint', 'low street']);
    expect(read('GP Suite')).toEqual(['general practitioner suite', 'group suite']);
  });

  it('of a first word leave out meanings that cannot come first', () => {
    expect(read('Dr Lowe')).toEqual(['doctor lowe']);
    expect(read('Lowe Dr')).toEqual(['lowe doctor', 'lowe drive']);
  });

  it('stay few, however ambiguous the text', () => {
    expect(readings('a st st st st st st st').length).toBeLessThanOrEqual(8);
  });
});

describe('possibleWords', () => {
  it('include those of every reading', () => {
    expect(possibleWords('1 Low St')).toEqual(['1', 'low', 'saint', 'street']);
  });
});
