/** What practices can be chosen by, in the order in which that is told. */
export const filterIds = ['supplier', 'size', 'fifth', 'status', 'switched', 'reported'] as const;
export type FilterId = (typeof filterIds)[number];

/** What practices are chosen by: values of each filter, of which one is enough. */
export type Chosen = { readonly [Id in FilterId]?: readonly string[] };

/** Filters that take several values; the others take one. */
export const filtersOfSeveral: readonly FilterId[] = ['supplier', 'size', 'fifth', 'status'];
