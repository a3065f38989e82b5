import { expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { answerFileName } from '../../../server/api/fileName.ts';
import type { Release } from '../../../server/store/releases.ts';

const release = {
  id: '2018-09.1',
  about: { kind: 'published' },
  catalogue: { periods: [{ period: '2018-08' }, { period: '2018-09' }] },
} as unknown as Release;

const places = (...codes: string[]) => codes.map((area_code) => ({ area_code })) as never[];
const measures = (...ids: string[]) => ids.map(measureOf);
const records = measures('records_enabled');

it.each<[string, Parameters<typeof answerFileName>[2], string]>([
  ['of all', {}, 'figures-2018-09.1'],
  ['of one measure', { measure: records }, 'records-enabled-2018-09.1'],
  [
    'of several measures of one service',
    { measure: measures('records_enabled', 'records_offered') },
    'records-2018-09.1',
  ],
  [
    'of several services',
    { measure: measures('records_enabled', 'any_enabled') },
    'figures-2018-09.1',
  ],
  ['of levels', { level: ['region', 'ccg'] }, 'regions-ccgs-2018-09.1'],
  ['of three places', { area: places('Y54', 'Y55', 'Y56') }, 'y54-y55-y56-2018-09.1'],
  ['of four places', { area: places('Y54', 'Y55', 'Y56', 'Y57') }, '4-places-2018-09.1'],
  ['of a practice', { practice: places('A81001')[0] }, 'a81001-2018-09.1'],
  [
    'of places in an area',
    { level: ['practice'], parent: places('00K')[0] },
    'practices-in-00k-2018-09.1',
  ],
  [
    'of chosen practices',
    { level: ['ccg'], supplier: ['EMIS'] },
    'ccgs-of-chosen-practices-2018-09.1',
  ],
  [
    'of everything at once',
    {
      measure: records,
      level: ['ccg'],
      area: places('00K'),
      parent: places('Y54')[0],
      size: ['a'],
    },
    'records-enabled-ccgs-00k-in-y54-of-chosen-practices-2018-09.1',
  ],
  ['of the latest month', { measure: records, period: ['2018-09'] }, 'records-enabled-2018-09.1'],
  [
    'of a month before',
    { measure: records, period: ['2018-08'] },
    'records-enabled-2018-08-release-2018-09.1',
  ],
  [
    'of several months',
    { measure: records, period: ['2018-05', '2018-06', '2018-08'] },
    'records-enabled-2018-05-to-2018-08-release-2018-09.1',
  ],
  [
    'of a range',
    { measure: records, from: '2018-05', to: '2018-07' },
    'records-enabled-2018-05-to-2018-07-release-2018-09.1',
  ],
  [
    'from a month on',
    { measure: records, from: '2018-05' },
    'records-enabled-2018-05-to-2018-09-release-2018-09.1',
  ],
])('the name of a file says what it is of: %s', (_, asked, name) => {
  const parameters = { parameters: ['period'] };
  expect(answerFileName('figures', parameters, asked, release, 'csv')).toBe(
    `gp-online-${name}.csv`,
  );
});

it('names another endpoint, and no month where it takes none', () => {
  const asked = { measure: records, from: '2018-05' };
  expect(answerFileName('xmr', { parameters: [] }, asked, release, 'xlsx')).toBe(
    'gp-online-records-enabled-xmr-2018-09.1.xlsx',
  );
});
