import {
  ENGLAND,
  GROUP,
  levelBelow,
  levelIds,
  levelOf,
  type PlaceLevel,
} from '../../data/definitions/levels.ts';
import { type Measure, measures } from '../../data/definitions/measures.ts';
import { badParameter } from '../errors.ts';
import { asParent, type Catalogue, collectedIn } from '../store/catalogue.ts';
import type { AreaRow } from '../store/queries/areas.ts';
import type { Release } from '../store/releases.ts';
import type { Filters } from './parameters.ts';

/** A reader's own group among the areas asked for, or undefined. */
export function groupOf(areas: readonly AreaRow[] | undefined) {
  const group = areas?.find(({ level }) => level === GROUP);
  return group && { ...asParent(group), name: group.area_name };
}

/** Months of a question: those named, a range, or the latest. Throws where they contradict each other. */
export function periodsOf(
  { period, from, to }: Filters<'period' | 'from' | 'to'>,
  { periods }: Catalogue,
): string[] {
  if (period && (from || to)) {
    const other = from ? 'from' : 'to';
    throw badParameter(other, (from ?? to)!, `${other} cannot be combined with period`);
  }
  if (period) return [...new Set(period)].sort();
  const all = periods.map((row) => row.period);
  if (!from && !to) return [all.at(-1)!];
  if (from && to && from > to) throw badParameter('from', from, `from is later than to: ${from}`);
  const range = all.filter((one) => (!from || one >= from) && (!to || one <= to));
  if (!range.length) {
    const [name, value] = from && from > all.at(-1)! ? ['from', from] : ['to', to!];
    throw badParameter(
      name!,
      value!,
      `no month of this release is in the range: ${value} (it has ${all[0]} to ${all.at(-1)})`,
    );
  }
  return range;
}

/** All measures that at least one of the months holds, in their declared order. */
export function measuresIn(catalogue: Catalogue, periods: readonly string[]): Measure[] {
  const collected = collectedIn(catalogue, periods);
  return measures.filter(({ id }) => collected.has(id));
}

/** Every level that a place can be of, from large to small; a reader's own group comes last. */
export const placeLevels: readonly PlaceLevel[] = [...levelIds, GROUP];

/** Levels of a question: those named, else those of its areas, the one below its parent, or England. */
export function levelsOf({
  level,
  area,
  parent,
  boundaries = 'published',
}: Filters<'level' | 'area' | 'parent' | 'boundaries'>): PlaceLevel[] {
  if (level) {
    for (const one of area ?? []) checkLevel(one, level);
    if (parent && boundaries === 'published') checkWithin(parent, level);
    return levelIds.filter((id) => level.includes(id));
  }
  if (area) return placeLevels.filter((id) => area.some((one) => one.level === id));
  if (parent) {
    if (parent.level === 'group') return ['practice'];
    const below = levelBelow[boundaries][parent.level];
    if (!below) {
      throw badParameter(
        'parent',
        parent.area_code,
        `nothing lies within a practice: ${parent.area_code}`,
      );
    }
    return [below];
  }
  return ['england'];
}

function checkLevel({ area_code, level }: AreaRow, asked: readonly PlaceLevel[]): void {
  if (!asked.includes(level)) {
    throw badParameter(
      'area',
      area_code,
      `${area_code} is a ${level}, not a ${asked.join(' or ')}`,
    );
  }
}

/** What is published each month lies in no area of the practice lookup, save the practices themselves. */
function checkWithin({ area_code, level }: AreaRow, asked: readonly PlaceLevel[]): void {
  if (level === 'group' || levelOf(level).toldBy === 'extracts') return;
  const stray = asked.find(
    (one) => one !== 'group' && one !== 'practice' && levelOf(one).toldBy === 'extracts',
  );
  if (!stray) return;
  throw badParameter(
    'level',
    stray,
    `a ${stray} as published lies in no ${level} of the practice lookup (add boundaries=lookup): ${area_code}`,
  );
}

/** The one value of a list parameter where only one makes sense; throws where it is missing or several. */
export function single<T>(
  name: string,
  values: readonly T[] | undefined,
  text: (value: T) => string,
): T {
  if (!values) throw badParameter(name, '', `${name} is missing: give exactly one`);
  if (values.length > 1) {
    const sent = values.map(text).join(',');
    throw badParameter(name, sent, `${name} takes exactly one value here: ${sent}`);
  }
  return values[0]!;
}

/** England, where a question names no place. */
export const england = ({ catalogue }: Release): AreaRow => catalogue.areas.get(ENGLAND)!;
