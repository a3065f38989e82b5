import { describe, expect, it } from 'vitest';
import type { ReleaseAbout } from '../../../../data/definitions/manifest.ts';
import { chosen } from '../../../../server/store/releases/chosen.ts';
import type { Entry } from '../../../../server/store/releases/folder.ts';

const about = (release: string, day: number, kind: ReleaseAbout['kind'] = 'published') => ({
  release,
  kind,
  made_at: `2026-01-${String(day).padStart(2, '0')}T09:30:00Z`,
  first_period: '2018-04',
  last_period: release.slice(0, 7),
  previous: null,
  note: null,
  months: 1,
  practices: 1,
  acceptances: 0,
  measures: 'any_enabled,any_use',
});

interface Case {
  named: string | null;
  served?: string | null;
  all: ReleaseAbout[];
  /** Releases with damaged files and readable manifests. */
  damaged?: string[];
  /** Releases about which nothing is known. */
  unknown?: string[];
}

function choice({ named, served = null, all, damaged = [], unknown = [] }: Case): string | null {
  const known = new Map(all.map((one) => [one.release, one]));
  const entries = new Map([...known.keys(), ...unknown].map((id) => [id, {} as Entry]));
  const view = { named, entries };
  const servable = new Map([...known].filter(([id]) => !damaged.includes(id)));
  return chosen({ view, servable, aboutOf: (id) => known.get(id), served });
}

const may = about('2018-05.1', 3);
const june = about('2018-06.1', 5);
const again = about('2018-05.2', 7);
const all = [again, june, may];
const invented = about('2015-03.1', 9, 'illustrative');

describe('the current release', () => {
  it.each<[string, Case, string | null]>([
    ['is the one that is named', { named: '2018-05.1', all }, '2018-05.1'],
    ['is none where there is none', { named: null, all: [] }, null],
    [
      'is the last made before the one named, where that is damaged',
      { named: '2018-06.1', all, damaged: ['2018-06.1'] },
      '2018-05.1',
    ],
    [
      'is not one that was made later and went back on, unless there is no other',
      { named: '2018-05.1', all, damaged: ['2018-05.1'] },
      '2018-06.1',
    ],
    [
      'stays the one that has been answering',
      { named: '2018-06.1', served: '2018-05.2', all, damaged: ['2018-06.1'] },
      '2018-05.2',
    ],
    ['is the last made where none is named', { named: null, all }, '2018-05.2'],
    ['is the last made where nonsense is named', { named: '../../etc', all }, '2018-05.2'],
    [
      'stays what it was where the name is lost',
      { named: null, served: '2018-05.1', all },
      '2018-05.1',
    ],
    [
      'is never an invented one in place of a published one',
      { named: '2018-06.1', all: [june, invented], damaged: ['2018-06.1'] },
      null,
    ],
    [
      'is not even then an invented one when that has been answering',
      { named: '2018-06.1', served: '2015-03.1', all: [june, invented], damaged: ['2018-06.1'] },
      null,
    ],
    [
      'is a published one where the name is lost',
      { named: null, all: [invented, may] },
      '2018-05.1',
    ],
    [
      'is never an invented one beside one of which nothing is known',
      { named: '2018-06.1', all: [invented], unknown: ['2018-06.1'] },
      null,
    ],
    [
      'is a published one where an invented one is lost and there is no other of its kind',
      { named: '2015-03.1', all: [invented, may], damaged: ['2015-03.1'] },
      '2018-05.1',
    ],
    [
      'is an invented one where all are',
      { named: null, all: [invented, about('2015-02.1', 8, 'illustrative')] },
      '2015-03.1',
    ],
    [
      'of two made in the same second is the one of the later number',
      { named: null, all: [about('2018-05.9', 3), about('2018-05.10', 3)] },
      '2018-05.10',
    ],
  ])('%s', (_, asked, expected) => {
    expect(choice(asked)).toBe(expected);
  });
});
