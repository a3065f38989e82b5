import type { ChartCell, ChartRows } from './kind.ts';

/** Makes each row once, when it is first read, because a page shows only the first of thousands. */
export function rowsOf<Place extends { code: string }>(
  places: readonly Place[],
  row: (place: Place) => ChartCell[],
): ChartRows {
  const made = new Map<Place, ChartCell[]>();
  const rowOf = (place: Place) => {
    const cells = made.get(place) ?? row(place);
    made.set(place, cells);
    return cells;
  };
  return {
    length: places.length,
    slice: (from, to) => places.slice(from, to).map(rowOf),
    codes: places.map(({ code }) => code),
  };
}

/** Codes of the places in rows, in order. */
export const codesOf = (rows: ChartRows): readonly string[] =>
  rows.codes ?? rows.slice().map(([first]) => String(first!.value));
