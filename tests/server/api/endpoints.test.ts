import { describe, expect, it } from 'vitest';
import { supplierChangeTold } from '../../../data/definitions/annotations.ts';
import { findingKinds, limits } from '../../../data/definitions/findings.ts';
import { mergerRule } from '../../../data/definitions/lifecycle.ts';
import { leastChangeTold, newsKinds } from '../../../data/definitions/news.ts';
import { switchedWithin } from '../../../data/definitions/practiceFilters.ts';
import { monthsAround } from '../../../data/definitions/suppliers.ts';
import { fewestPoints } from '../../../data/definitions/xmrViews.ts';
import { leastHeld } from '../../../data/statistics/leastHeld.ts';
import { peersTaken } from '../../../data/statistics/peers.ts';
import { fewestErrors } from '../../../data/statistics/projectionErrors.ts';
import { fewestPlaces } from '../../../data/statistics/verdict.ts';
import { endpoints } from '../../../server/api/endpoints.ts';
import { parameters } from '../../../server/api/parameters.ts';

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

/** What an endpoint says of itself and of its columns. */
const saidOf = (path: string): string => {
  const { description, columns = [] } = endpoints.find((one) => one.path === path)!;
  return [description, ...columns.map((column) => column.description)].join(' ');
};

const words = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];
const partOf: Record<number, string> = { 0.5: 'half', 0.25: 'a quarter', 0.05: 'a twentieth' };

describe('descriptions name the numbers that answers are made with', () => {
  const [before, after] = [monthsAround[0], monthsAround.at(-1)!];
  const { fell_to_none: fell, unusual_move: moved, coverage_drop: drop } = findingKinds;
  const national = findingKinds.national_move.description;
  const unusual = newsKinds.find(({ id }) => id === 'unusual_change')!.description;
  it.each([
    ['/peers', saidOf('/peers'), `The ${peersTaken} practices nearest to one`],
    ['/comparisons', saidOf('/comparisons'), `the ${peersTaken} practices most like it`],
    ['/comparisons', saidOf('/comparisons'), `of ${fewestPlaces} places or more`],
    ['/reach', saidOf('/reach'), `the ${peersTaken} practices most like it`],
    ['/projections', saidOf('/projections'), `Without ${fewestErrors} such errors`],
    ['/projections', saidOf('/projections'), `less than ${leastHeld * 100}% were within`],
    ['/projections', saidOf('/projections'), `fewer than ${fewestPlaces})`],
    ['/annotations', saidOf('/annotations'), `at least ${supplierChangeTold}% of`],
    [
      '/events/supplier',
      saidOf('/events/supplier'),
      `from ${words[-before]} months before to ${words[after]} months after`,
    ],
    [
      '/lifecycle',
      saidOf('/lifecycle'),
      `at least ${partOf[mergerRule.shareOfList]} of its list and by ${partOf[mergerRule.shareOfOwnList]} of its own`,
    ],
    [
      'switched',
      parameters.switched.description,
      `${switchedWithin === 12 ? 'twelve' : ''} months`,
    ],
    ['unusual_change', unusual, `at least ${partOf[leastChangeTold]} of the least difference`],
    ['fell_to_none', fell.description, `though ${limits.fellFrom} or more were`],
    ['unusual_move', moved.description, `by ${limits.leastPracticeMove} percentage points or more`],
    ['unusual_move', moved.description, `more than ${words[limits.usualSpreads]} times`],
    ['coverage_drop', drop.description, `by more than ${limits.coverageDrop * 100}% of`],
    ['national_move', national, `more than ${words[limits.usualMoves]} times its median`],
    ['national_move', national, `fewer than ${words[fewestPoints]} moves`],
    ['national_move', national, `more than ${limits.leastMove * 100} percentage point (`],
  ])('%s', (_, said, number) => {
    expect(said).toContain(number);
  });
});
