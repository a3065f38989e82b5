import { describe, expect, it } from 'vitest';
import {
  boundariesOf,
  forms,
  type Holdings,
  questionOf,
  wished,
} from '../../../../web/pages/explore/choice.ts';
import { settledOf } from '../../../../web/pages/explore/told.ts';

const choose = (...asked: Parameters<typeof settledOf>) => settledOf(...asked).choice;

const early: Holdings = {
  periods: [
    { period: '2015-02', measures: ['records_offered', 'records_enabled'] },
    { period: '2015-03', measures: ['records_offered', 'records_enabled', 'records_accessed'] },
  ],
  areas: [
    { level: 'region', code: 'Y54', name: 'North of England' },
    { level: 'ccg', code: 'X01', name: 'NHS Amber CCG' },
  ],
  levels: ['region', 'subregion', 'ccg', 'practice'],
  told: ['extracts'],
  boundaries: 'published',
};
const late: Holdings = {
  ...early,
  periods: [{ period: '2018-09', measures: ['records_enabled', 'any_enabled'] }],
  levels: ['region', 'ccg', 'practice'],
};

describe('the boundaries looked on', () => {
  const told = ['extracts', 'lookup', 'boundary-ccg'];

  it('are those published, or the lookup’s where an address asks for them, which every chart of areas can', () => {
    expect(boundariesOf({}, told)).toBe('published');
    expect(boundariesOf({ boundaries: 'lookup' }, told)).toBe('lookup');
    for (const { id, kind } of forms) {
      const asked = boundariesOf({ chart: id, boundaries: 'lookup' }, told);
      const can = !['variance', 'deprivation', 'supplier'].includes(id);
      expect([id, asked]).toEqual([id, can ? 'lookup' : 'published']);
      const takes = kind.id === 'boundaries' || kind.parameters.includes('boundaries');
      expect([id, takes]).toEqual([id, can]);
    }
  });

  it('are the lookup’s for a map of boundaries, where there are shapes', () => {
    expect(boundariesOf({ chart: 'boundaries' }, told)).toBe('lookup');
    expect(boundariesOf({ chart: 'boundaries' }, ['extracts', 'lookup'])).toBe('published');
  });

  it('are refused if the release has no lookup, or no such boundaries', () => {
    expect(() => boundariesOf({ boundaries: 'lookup' }, ['extracts'])).toThrow(
      'no such boundaries in this release: lookup',
    );
    expect(() => boundariesOf({ boundaries: 'mine' }, told)).toThrow('no such boundaries');
  });

  it('let CCGs be within STPs like for like alone', () => {
    const stp = { level: 'stp', code: 'QE1', name: 'Lancashire' } as const;
    const both: Holdings = {
      ...late,
      told,
      areas: [stp],
      levels: ['region', 'stp', 'ccg', 'pcn', 'practice'],
    };
    const like = { parent: 'QE1', boundaries: 'lookup', level: 'ccg' };
    const chosen = choose(like, { ...both, boundaries: 'lookup' });
    expect(chosen.level).toBe('ccg');
    expect(questionOf(chosen, like)).toMatchObject({ boundaries: 'lookup', parent: 'QE1' });
    expect(choose({ parent: 'QE1', level: 'ccg' }, both).level).toBe('practice');
  });
});

describe('what an address leaves open', () => {
  it('is CCGs of all England in the latest month, by patients set up', () => {
    expect(choose({}, early)).toMatchObject({
      form: 'places',
      measure: 'records_enabled',
      level: 'ccg',
      period: '2015-03',
      within: { level: 'england' },
    });
  });

  it('is any service where the month holds it, and the service chosen elsewhere otherwise', () => {
    expect(choose({}, late).measure).toBe('any_enabled');
    expect(wished({ service: 'appointments' }, early).measure).toBe('appointments_enabled');
  });

  it('is a level that the chart can show and that is within the area', () => {
    expect(choose({ chart: 'spread' }, early).level).toBe('practice');
    expect(choose({ parent: 'X01' }, early).level).toBe('practice');
    expect(choose({ parent: 'X01', level: 'region' }, early).level).toBe('practice');
    expect(choose({ chart: 'multiples' }, late).level).toBe('region');
  });

  it('is practices of a group of one’s own', () => {
    const chosen = choose({ group: 'ZZ0001,ZZ0002' }, early);
    expect(chosen.level).toBe('practice');
    expect(chosen.within.name).toBe('your group of 2 practices');
    expect(questionOf(chosen, { group: 'ZZ0001,ZZ0002' })).toEqual({
      measure: 'records_enabled',
      period: '2015-03',
      group: 'ZZ0001,ZZ0002',
    });
  });

  it.each([{ chart: 'pie' }, { measure: 'joy' }, { period: '2031-01' }, { parent: 'NOPE' }])(
    'refuses %o',
    (query) => {
      expect(() => choose(query, early)).toThrow(/^no /);
    },
  );
});

describe('the question of a chart', () => {
  it('has the place that others are compared with, and a group that is nothing else', () => {
    const asked = (query: Parameters<typeof choose>[0]) => questionOf(choose(query, early), query);
    expect(asked({ against: 'Y56' })).toMatchObject({ against: 'Y56', level: 'ccg' });
    expect(asked({ against: 'Y56', chart: 'funnel' })).not.toHaveProperty('against');
    const group = 'ZZ0001,ZZ0002';
    expect(asked({ against: 'group', group, parent: 'E92000001' })).toEqual({
      measure: 'records_enabled',
      level: 'ccg',
      parent: 'E92000001',
      period: '2015-03',
      group,
      against: 'group',
    });
    expect(asked({ against: 'group', group, parent: 'Y54', chart: 'months' })).toEqual({
      measure: 'records_enabled',
      area: 'Y54',
      group,
      against: 'group',
    });
    expect(asked({ against: 'group' })).not.toHaveProperty('against');
  });

  it('holds only what the chart takes', () => {
    const query = { parent: 'Y54', limits: 'plain', from: '2015-02', area: 'X01' };
    expect(questionOf(choose({ ...query, chart: 'funnel' }, early), query)).toEqual({
      measure: 'records_enabled',
      level: 'ccg',
      parent: 'Y54',
      area: 'X01',
      period: '2015-03',
      limits: 'plain',
    });
  });

  it('is about the area looked within, where the chart shows one place', () => {
    const query = { chart: 'months', parent: 'Y54' };
    expect(questionOf(choose(query, early), query)).toEqual({
      measure: 'records_enabled',
      area: 'Y54',
    });
  });
});
