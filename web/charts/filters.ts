import { type Chosen, type FilterId, filterIds } from '../../data/definitions/filterIds.ts';

/** The practice filters of a question, in the API's format. */
export type FilterQuery = { [Id in FilterId]?: string };

/** The filters that a question has. */
export const filtersOf = (query: FilterQuery): FilterQuery =>
  Object.fromEntries(filterIds.flatMap((id) => (query[id] ? [[id, query[id]]] : [])));

/** The same, with the values of each filter as a list. */
export const chosenBy = (query: FilterQuery): Chosen =>
  Object.fromEntries(filterIds.flatMap((id) => (query[id] ? [[id, query[id].split(',')]] : [])));

/** A question's filters taken back. */
export const unfiltered = Object.fromEntries(filterIds.map((id) => [id, undefined])) as Record<
  FilterId,
  undefined
>;

/** Whether a question is about some practices only. */
export const isFiltered = (query: FilterQuery): boolean => filterIds.some((id) => query[id]);
