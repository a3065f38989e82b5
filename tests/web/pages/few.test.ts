import { describe, expect, inject, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { spreadSentence } from '../../../data/words/charts.ts';
import { drawing } from '../drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));

describe('sentences about few', () => {
  it('use the singular for an area of one practice', () => {
    const sentence = spreadSentence({
      measure: measureOf('records_enabled'),
      period: '2015-03',
      where: 'in Elm CCG',
      practices: 1,
      p10: 4.5,
      p50: 4.5,
      p90: 4.5,
      here: null,
    });
    expect(sentence).toMatch(/^In March 2015, the one practice in Elm CCG is at 4\.5% in /);
  });

  it('name a practice once in its events', async () => {
    const { data } = await ask('/lifecycle', {});
    const codes = data.map(({ practice_code }) => practice_code);
    const twice = codes.find((code, k) => code && codes.indexOf(code) < k)!;
    const own = data.filter(({ practice_code }) => practice_code === twice);
    const { text } = await draw(`/practices/${twice}`);
    const said = own.filter(({ sentence }) => text.includes(sentence));
    expect(said).toHaveLength(1);
    expect(text).toContain(`${said[0]!.sentence} It `);
  });

  it('say that a practice did not report, without the explanation of a chart', async () => {
    const { data } = await ask('/figures', { measure: 'records_enabled', level: 'practice' });
    const silent = data.find(({ marker }) => marker === '[x]')!;
    const { text } = await draw(`/explore?chart=months&area=${silent.area_code}`);
    expect(text).not.toContain('No practice at');
    if (text.includes('No figures to show')) expect(text).not.toContain('Grey bands');
  });
});
