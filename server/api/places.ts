import {
  type Boundaries,
  ENGLAND,
  GROUP,
  levelBelow,
  levelIds,
  levelOf,
  liesWithin,
  type PlaceLevel,
} from '../../data/definitions/levels.ts';
import { listedOr } from '../../data/words/english.ts';
import { badParameter } from '../errors.ts';
import { asParent } from '../store/catalogue.ts';
import type { AreaRow } from '../store/queries/areas.ts';
import type { PracticeChoice } from '../store/queries/chosenPractices.ts';
import type { FiguresQuestion } from '../store/queries/figures.ts';
import type { Release } from '../store/releases.ts';
import { parentOf } from './chosenPractices.ts';
import type { Filters } from './parameters.ts';

type Asked = Filters<'level' | 'area' | 'parent' | 'boundaries'>;

/** Every level of place, from large to small; a reader's own group comes last. */
export const placeLevels: readonly PlaceLevel[] = [...levelIds, GROUP];

/** England, for questions that name no place. */
export const england = ({ catalogue }: Release): AreaRow => catalogue.areas.get(ENGLAND)!;

/** The reader's own group among the areas asked for, or undefined. */
export function groupOf(areas: readonly AreaRow[] | undefined) {
  const group = areas?.find(({ level }) => level === GROUP);
  return group && { ...asParent(group), name: group.area_name };
}

/**
 * The places of a question at each of its levels, in the form of figure queries; `only` restricts them to chosen
 * practices.
 */
export const placesOf = (
  filters: Asked,
  only?: PracticeChoice,
): Pick<FiguresQuestion, 'level' | 'areas' | 'parent' | 'group'>[] =>
  levelsOf(filters).map((level) => {
    const group = groupOf(filters.area);
    return {
      level,
      areas: filters.area?.filter((area) => area.level === level).map((area) => area.area_code),
      parent: parentOf(filters, only),
      group: group && { ...group, only },
    };
  });

/**
 * The levels of a question: those named (each of which must have one of the areas, if areas are named), else those of
 * its areas, else the one below its parent, else England. Throws if a place is at none of them, or if none can be
 * within the parent.
 */
export function levelsOf({ level, area, parent, boundaries = 'published' }: Asked): PlaceLevel[] {
  if (level) for (const one of area ?? []) checkLevel(one, level);
  const ofAreas = area && placeLevels.filter((id) => area.some((one) => one.level === id));
  const levels = ofAreas ?? (level && levelIds.filter((id) => level.includes(id)));
  if (parent) {
    if (!levels) return [below(parent, boundaries)];
    for (const one of level ?? levels) checkWithin(one, { level, area, parent, boundaries });
  }
  return levels ?? ['england'];
}

function below(parent: AreaRow, boundaries: Boundaries): PlaceLevel {
  const found = parent.level === GROUP ? 'practice' : levelBelow[boundaries][parent.level];
  if (found) return found;
  const { area_code } = parent;
  throw badParameter('parent', area_code, `nothing can be within a practice: ${area_code}`);
}

function checkLevel({ area_code, level }: AreaRow, asked: readonly PlaceLevel[]): void {
  if (asked.includes(level)) return;
  const message = `${area_code} is ${placeWord(level)}, not ${listedOr(asked.map(placeWord))}`;
  throw badParameter('area', area_code, message);
}

/**
 * Checks that places of a level can be within the parent: no CCG is within a practice, and nothing published is within
 * areas of a lookup.
 */
function checkWithin(
  one: PlaceLevel,
  { level, area, parent, boundaries = 'published' }: Asked,
): void {
  const { area_code: code, level: around } = parent!;
  if (liesWithin(one, around, boundaries)) return;
  const stray = area?.find((place) => place.level === one);
  const [name, value] = level || !stray ? ['level', one] : ['area', stray.area_code];
  const message = liesWithin(one, around, 'lookup')
    ? `${placeWord(one)} as published is not within ${placeWord(around)} of the practice lookup (add boundaries=lookup): ${code}`
    : `${placeWord(one)} cannot be within ${placeWord(around)}: ${code}`;
  throw badParameter(name!, value!, message);
}

const placeNoun = (level: PlaceLevel): string =>
  level === GROUP ? 'group of practices' : levelOf(level).one;

/** One place of a level as messages name it: "a CCG", "an STP", "England". */
function placeWord(level: PlaceLevel): string {
  const noun = placeNoun(level);
  return level === 'england' ? noun : `${level === 'stp' ? 'an' : 'a'} ${noun}`;
}
