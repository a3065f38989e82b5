import { afterAll, describe, expect, inject, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { keepLevel } from '../../../server/figures/levelFigures.ts';
import { figuresOfLatest, isAboutFew, isOfLatest } from '../../../server/figures/placeFigures.ts';
import { heldMeasure } from '../../../server/store/catalogue.ts';
import type { FiguresQuestion } from '../../../server/store/queries/figures.ts';
import { type Release, Releases } from '../../../server/store/releases.ts';

const measure = measureOf('records_enabled');
/** A measure that a program counts in its own way. */
const other = { ...measure };
const lacking = heldMeasure(measure, { lacking: ['records_enabled'] });
const codes = (count: number) => Array.from({ length: count }, (_, i) => `P${i}`);
const ccg = { level: 'ccg', code: '02N' } as const;
const release = {
  about: { last_period: '2015-03' },
  database: {},
  catalogue: { codesByLevel: { region: codes(4), ccg: codes(5) } },
} as unknown as Release;

const question: FiguresQuestion = {
  level: 'practice',
  measures: [measure],
  periods: ['2015-03'],
  areas: ['P1'],
};
type Case = [name: string, more: Partial<FiguresQuestion>, answer: boolean];

describe('kept figures of all practices answer a question', () => {
  it.each<Case>([
    ['about a practice in the latest month', {}, true],
    ['about 300 of them', { areas: codes(300) }, true],
    ['about more', { areas: codes(301) }, false],
    ['about those of a CCG', { areas: undefined, parent: ccg }, true],
    ['about some of a CCG', { parent: ccg }, false],
    ['about all of England', { areas: undefined }, false],
    ['about those in it', { areas: undefined, parent: { ...ccg, level: 'england' } }, false],
    ['about chosen ones', { areas: undefined, parent: { ...ccg, only: ['P1'] } as never }, false],
    ['about another month', { periods: ['2015-02'] }, false],
    ['about two months', { periods: ['2015-03', '2015-02'] }, false],
    ['about a range of codes', { between: ['A', 'B'] }, false],
    ['about an area', { level: 'ccg' }, false],
    ['about a measure that the release lacks', { measures: [lacking] }, true],
    ['also about one counted in another way', { measures: [measure, other] }, false],
  ])('%s', (_, more, answer) => {
    expect(isOfLatest(release, { ...question, ...more })).toBe(answer);
  });
});

describe('all figures of a place are read and kept for a question', () => {
  it.each<Case>([
    ['about a practice, in any months', { periods: ['2014-05', '2014-06'] }, true],
    ['about four', { areas: codes(4) }, true],
    ['about five', { areas: codes(5) }, false],
    ['about all of a level, even if they are few', { level: 'region', areas: undefined }, false],
    ['about a group', { level: 'group' }, false],
    ['about practices of a CCG', { parent: ccg }, false],
    ['about a range of codes', { between: ['A', 'B'] }, false],
    ['also about a measure counted in another way', { measures: [measure, other] }, false],
  ])('%s', (_, more, answer) => {
    expect(isAboutFew(release, { ...question, ...more })).toBe(answer);
  });
});

describe('of a level that is kept, they are taken from it', () => {
  const releases = new Releases(inject('illustrative'));
  afterAll(() => releases.close());

  it.each<Case>([
    ['for all its places', { areas: undefined }, true],
    ['for 300 of them', { areas: codes(300) }, true],
    ['not for more', { areas: codes(301) }, false],
    ['for 4,000 figures', { areas: codes(40), periods: codes(100) }, true],
    ['not for more figures', { areas: codes(40), periods: codes(101) }, false],
  ])('%s', async (_, more, answer) => {
    const kept = await releases.get();
    await keepLevel(kept, 'region');
    expect(isAboutFew(kept, { ...question, level: 'region', ...more })).toBe(answer);
  });
});

it('figures of the latest month are of the practices that there are', async () => {
  const releases = new Releases(inject('illustrative'));
  try {
    const areas = ['ZZ9999', 'ZZ0002', 'ZZ0001'];
    const rows = await figuresOfLatest(await releases.get(), { ...question, areas });
    expect(rows.map(({ area_code }) => area_code)).toEqual(['ZZ0001', 'ZZ0002']);
  } finally {
    await releases.close();
  }
});
