import { type Chosen, type FilterId, filterIds } from '../../data/definitions/filterIds.ts';

/** What a question chooses practices by, as the API takes it. */
export type FilterQuery = { [Id in FilterId]?: string };

/** The filters of a question, those that it has. */
export const filtersOf = (query: FilterQuery): FilterQuery =>
  Object.fromEntries(filterIds.flatMap((id) => (query[id] ? [[id, query[id]]] : [])));

/** The same with the values of each apart. */
export const chosenBy = (query: FilterQuery): Chosen =>
  Object.fromEntries(filterIds.flatMap((id) => (query[id] ? [[id, query[id].split(',')]] : [])));

/** Whether a question is about some practices only. */
export const isFiltered = (query: FilterQuery): boolean => filterIds.some((id) => query[id]);
