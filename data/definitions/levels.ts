export interface Level {
  id: 'england' | 'region' | 'subregion' | 'stp' | 'ccg' | 'pcn' | 'practice';
  /** Singular and plural for pages and messages. */
  one: string;
  many: string;
  /** The column of `practice_month` with a practice's area of this level; null for England. */
  column: string | null;
  /** The source of areas of this level: the extracts of each month, or the practice lookup of a release. */
  toldBy: 'extracts' | 'lookup';
  description: string;
}

/** The first month of primary care networks. */
const networksBegan = '2019-07';

/** Whether a month is before the places of a level existed, so that its figures are those of what later became them. */
export const isFormedLater = (level: string, period: string): boolean =>
  level === 'pcn' && period < networksBegan;

/** England's code in every table and answer. */
export const ENGLAND = 'E92000001';

/** The levels of place, from England down to one practice. */
export const levels: readonly Level[] = [
  {
    id: 'england',
    one: 'England',
    many: 'England',
    column: null,
    toldBy: 'extracts',
    description: 'All practices in the extract.',
  },
  {
    id: 'region',
    one: 'region',
    many: 'regions',
    column: 'region_code',
    toldBy: 'extracts',
    description: 'Commissioning regions as published that month (four in 2014-15, seven by 2020).',
  },
  {
    id: 'subregion',
    one: 'subregion',
    many: 'subregions',
    column: 'subregion_code',
    toldBy: 'extracts',
    description:
      'Area teams (to 2015) or regional geographies (to 2019) as published; later files have none.',
  },
  {
    id: 'stp',
    one: 'STP',
    many: 'STPs',
    column: 'stp_code',
    toldBy: 'lookup',
    description:
      'Sustainability and transformation partnerships, since July 2022 integrated care boards, by the practice lookup of the release.',
  },
  {
    id: 'ccg',
    one: 'CCG',
    many: 'CCGs',
    column: 'ccg_code',
    toldBy: 'extracts',
    description:
      'Clinical commissioning groups as published that month; sub-ICB locations from July 2022.',
  },
  {
    id: 'pcn',
    one: 'PCN',
    many: 'PCNs',
    column: 'pcn_code',
    toldBy: 'lookup',
    description:
      'Primary care networks, by the practice lookup of the release. Networks began in July 2019: before, these are the practices that later formed one. One with practices in several areas of a level is within the one of most of them, and its figures are of all.',
  },
  {
    id: 'practice',
    one: 'practice',
    many: 'practices',
    column: 'practice_code',
    toldBy: 'extracts',
    description: 'General practices, by their organisation code, which stays when boundaries move.',
  },
];

export type LevelId = Level['id'];

/** A level of place, or a group of practices that a reader has put together. */
export type PlaceLevel = LevelId | 'group';

/** The code of a reader's own group of practices in questions and answers. */
export const GROUP = 'group';

/** The most practices in a reader's own group. */
export const groupSize = 500;

export const levelIds = levels.map(({ id }) => id);

/** The levels that come from extracts, which every release has. */
const publishedLevels = levels.filter(({ toldBy }) => toldBy === 'extracts');

/** Their ids, from England down to the practice. */
export const publishedLevelIds = publishedLevels.map(({ id }) => id);

/** Levels with boundaries that can be drawn. */
export const boundaryLevels = ['region', 'stp', 'ccg'] as const satisfies readonly LevelId[];
export type BoundaryLevel = (typeof boundaryLevels)[number];

/** The level with an id that the code names. */
export const levelOf = (id: LevelId): Level => levels.find((level) => level.id === id)!;

/** The boundaries that figures can be on: those in the extract of each month, or those of the practice lookup. */
export const boundaryChoices = ['published', 'lookup'] as const;
export type Boundaries = (typeof boundaryChoices)[number];

/** The default level of the places shown within one; null below a practice. */
export const levelBelow: Record<Boundaries, Record<LevelId, LevelId | null>> = {
  published: {
    england: 'region',
    region: 'subregion',
    subregion: 'ccg',
    stp: 'pcn',
    ccg: 'practice',
    pcn: 'practice',
    practice: null,
  },
  lookup: {
    england: 'region',
    region: 'stp',
    subregion: 'ccg',
    stp: 'ccg',
    ccg: 'practice',
    pcn: 'practice',
    practice: null,
  },
};

/**
 * Whether places of one level are within one of another. Areas from the extracts are never within areas from the
 * practice lookup, unless figures are on its boundaries. Practices are within everything, and nothing else is within a
 * group.
 */
export function liesWithin(level: PlaceLevel, around: PlaceLevel, boundaries: Boundaries): boolean {
  if (level === GROUP || around === GROUP) return level === 'practice';
  if (levelIds.indexOf(level) <= levelIds.indexOf(around)) return false;
  if (level === 'practice') return true;
  const toldBy = (id: LevelId) => levelOf(id).toldBy;
  if (boundaries === 'published' && toldBy(around) === 'lookup') return toldBy(level) === 'lookup';
  // The practice lookup has no subregions.
  return !(level === 'stp' && around === 'subregion');
}
