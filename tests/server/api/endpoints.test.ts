import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../server/api/endpoints.ts';

const aboutPlaces = ['area', 'parent', 'within', 'level'];

describe('every question about places', () => {
  const questions = endpoints.filter(({ parameters }) =>
    aboutPlaces.some((name) => parameters.includes(name)),
  );

  it('can be asked on the boundaries of a lookup, or says why it cannot', () => {
    const silent = questions.filter(
      ({ parameters, description }) =>
        !parameters.includes('boundaries') && !/\bboundaries\b/.test(description),
    );
    expect(questions.length).toBeGreaterThan(20);
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('can be asked there wherever the answer is a figure', () => {
    const published = questions.filter(({ parameters }) => !parameters.includes('boundaries'));
    expect(published.map(({ path }) => path).sort()).toEqual([
      '/boundaries',
      '/continuity',
      '/inequality',
      '/lifecycle',
      '/news',
      '/revisions',
      '/revisions/totals',
      '/vintages',
      '/whereabouts',
    ]);
  });
});
