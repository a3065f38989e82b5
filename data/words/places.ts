import { type LevelId, levelOf, type PlaceLevel } from '../definitions/levels.ts';

export interface ValuedPlace {
  level: PlaceLevel;
  name: string;
  value: number;
}

/** The plural of a level: "CCGs". */
export const manyOf = (level: PlaceLevel): string => levelOf(level as LevelId).many;

/** How a list of networks within an STP treats those of several. */
export const dividedRule =
  'A PCN with practices in several STPs is listed in the one that most of them are in, with all of them.';
