export interface Level {
  id: 'england' | 'region' | 'subregion' | 'ccg' | 'practice';
  /** Singular and plural for pages and messages. */
  one: string;
  many: string;
  /** The column of `practice_month` that holds a practice's area of this level; null for all England. */
  column: string | null;
  description: string;
}

/** England's code in every table and answer. */
export const ENGLAND = 'E92000001';

/** The levels of place, from all of England down to one practice. */
export const levels: readonly Level[] = [
  {
    id: 'england',
    one: 'England',
    many: 'England',
    column: null,
    description: 'All practices in the extract.',
  },
  {
    id: 'region',
    one: 'region',
    many: 'regions',
    column: 'region_code',
    description: 'Commissioning regions as published that month (four in 2014-15, seven by 2020).',
  },
  {
    id: 'subregion',
    one: 'subregion',
    many: 'subregions',
    column: 'subregion_code',
    description:
      'Area teams (to 2015) or regional geographies (to 2019) as published; later files have none.',
  },
  {
    id: 'ccg',
    one: 'CCG',
    many: 'CCGs',
    column: 'ccg_code',
    description:
      'Clinical commissioning groups as published that month; sub-ICB locations from July 2022.',
  },
  {
    id: 'practice',
    one: 'practice',
    many: 'practices',
    column: 'practice_code',
    description: 'General practices, by their organisation code, which stays when boundaries move.',
  },
];

export type LevelId = Level['id'];

/** A level of place, or a group of practices that a reader has put together. */
export type PlaceLevel = LevelId | 'group';

/** The code under which a reader's own group of practices is asked for and answered. */
export const GROUP = 'group';

/** How many practices a reader's own group can hold. */
export const groupSize = 500;

export const levelIds = levels.map(({ id }) => id);

/** The levels whose figures are added up when a release is made: all but the practice itself. */
export const areaLevels = levels.filter(({ id }) => id !== 'practice');

/** The level of an id the code itself names. */
export const levelOf = (id: LevelId): Level => levels.find((level) => level.id === id)!;
