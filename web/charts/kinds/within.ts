import {
  ENGLAND,
  GROUP,
  type LevelId,
  levelBelow as levelsBelow,
  type PlaceLevel,
} from '../../../data/definitions/levels.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { capital, listed, placeText } from '../../../data/words/english.ts';
import { isAtEnd, placeAmong } from '../../../data/words/verdict.ts';
import type { Ask } from '../../ask.ts';
import { PageProblem } from '../../problem.ts';
import { chosenBy, isFiltered } from '../filters.ts';
import type { ChartQuery } from '../kind.ts';
import { type ChartPlace, england, fetchChartPlaces } from './chartPlace.ts';

/** Notes that practices are chosen by what they are like in a month, and on what still counts all. */
export function chosenNotes(
  { only }: ChartPlace,
  period: string,
  benchmarks: readonly string[] = [england.name],
): string[] {
  if (!only) return [];
  const chosen = `Practices are chosen by what they are like in ${formatMonth(period)}.`;
  const [first, ...others] = benchmarks;
  if (!first) return [chosen];
  return [
    `${chosen} Figures of ${listed(benchmarks)} are of all ${others.length ? 'their' : 'its'} practices.`,
  ];
}

/**
 * The place that a question looks within, as the API takes it: none for England, and a group only where it is that
 * place, since it may be what others are compared with.
 */
export function withinOf({ parent, group }: ChartQuery): { parent?: string; group?: string } {
  const around = group && !parent ? GROUP : parent;
  return {
    parent: around === ENGLAND ? undefined : around,
    group: around === GROUP ? group : undefined,
  };
}

/** A place with the choice of its practices that a question makes; a practice is always whole. */
export async function narrowed<Place extends ChartPlace>(
  place: Place,
  query: ChartQuery,
): Promise<Place> {
  if (!isFiltered(query) || place.level === 'practice') return place;
  // Loaded only if practices are chosen, because most pages do not need it.
  const { onlyText } = await import('../../../data/words/practiceFilters.ts');
  return { ...place, only: onlyText(chosenBy(query))! };
}

/** The place that a chart looks within: that of `parent`, or England; and which of its practices only. */
export const fetchParent = async (ask: Ask, query: ChartQuery): Promise<ChartPlace> =>
  narrowed(await fetchAround(ask, query), query);

async function fetchAround(ask: Ask, query: ChartQuery): Promise<ChartPlace> {
  const { parent } = withinOf(query);
  if (!parent) return england;
  const [place] = await fetchChartPlaces(ask, parent, query);
  if (!place) throw new PageProblem(400, `unknown area: ${parent}`);
  const { around: _, ...chartPlace } = place;
  return chartPlace;
}

/**
 * The single level a chart looks at: practices of a group, else that asked for, or the one below its parent; throws a
 * problem of status 400 for several.
 */
export function levelBelow(query: ChartQuery, parent: ChartPlace): LevelId {
  if (parent.level === GROUP) return 'practice';
  if (query.level?.includes(',')) {
    throw new PageProblem(400, `level takes exactly one value here: ${query.level}`);
  }
  if (query.level) return query.level as LevelId;
  const boundaries = query.boundaries === 'lookup' ? 'lookup' : 'published';
  return levelsBelow[boundaries][parent.level] ?? 'practice';
}

/** A sentence mentions up to this many of the places looked at. */
const mostTold = 3;

/** The ranks of the places looked at among all: "NHS Bolton CCG, at 5.3%, is 12th of 191, counted from the highest." */
export function standingsOf(
  here: readonly string[],
  figures: readonly { level: PlaceLevel; code: string; name: string; value: number }[],
  text: (value: number) => string,
): string {
  const told = here.flatMap((asked) => figures.find(({ code }) => code === asked) ?? []);
  const sentences = told.slice(0, mostTold).map(({ level, name, value }) => {
    const rank = {
      place: 1 + figures.filter((other) => other.value > value).length,
      places: figures.length,
      equal: figures.filter((other) => other.value === value).length - 1,
    };
    return `${capital(placeText(level, name))}, at ${text(value)}, is ${placeAmong(rank)}${isAtEnd(rank) ? '' : ', counted from the highest'}.`;
  });
  return figures.length > 1 ? sentences.join(' ') : '';
}
