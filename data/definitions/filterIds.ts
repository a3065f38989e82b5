/** What practices can be filtered by, in the order in which filters are described. */
export const filterIds = ['supplier', 'size', 'fifth', 'status', 'switched', 'reported'] as const;
export type FilterId = (typeof filterIds)[number];

/** A choice of practices: for each filter, the values of which one must match. */
export type Chosen = { readonly [Id in FilterId]?: readonly string[] };

/** Filters that take several values; the others take one. */
export const filtersOfSeveral: readonly FilterId[] = ['supplier', 'size', 'fifth', 'status'];
