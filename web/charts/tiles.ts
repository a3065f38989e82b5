/** Places that stand together among tiles. */
export interface TileGroup {
  name: string;
  codes: string[];
}

export interface Tile {
  code: string;
  /** In columns from the left. */
  column: number;
  /** In pixels from the top, to the tile's upper edge. */
  top: number;
}

export interface Tiles {
  columns: number;
  /** Height of a tile in pixels. */
  height: number;
  tiles: Tile[];
  /** The names of the groups, and where their lines stand, in pixels from the top. */
  names: { name: string; top: number }[];
  /** Of all together, in pixels. */
  bottom: number;
}

const key = 46;
const nameHeight = 28;
const fewTiles = 30;

/** How many columns of tiles, and how high each, so that a name fits where there are few and a value always does. */
function measured(groups: readonly TileGroup[], room: 'wide' | 'narrow') {
  const few = groups.reduce((sum, { codes }) => sum + codes.length, 0) <= fewTiles;
  if (few) return room === 'wide' ? { columns: 5, height: 64 } : { columns: 2, height: 60 };
  return room === 'wide' ? { columns: 20, height: 38 } : { columns: 9, height: 30 };
}

/** Tiles in rows, group by group, below the key of the colours. */
export function groupedTiles(groups: readonly TileGroup[], room: 'wide' | 'narrow'): Tiles {
  const { columns, height } = measured(groups, room);
  const tiles: Tile[] = [];
  const names: Tiles['names'] = [];
  let top = key;
  for (const { name, codes } of groups) {
    if (name) {
      names.push({ name, top: top + nameHeight - 8 });
      top += nameHeight;
    }
    codes.forEach((code, i) => {
      tiles.push({ code, column: i % columns, top: top + Math.floor(i / columns) * height });
    });
    top += Math.ceil(codes.length / columns) * height + 6;
  }
  return { columns, height, tiles, names, bottom: top };
}

/** Height in pixels of tiles in groups. */
export const groupedHeight = (groups: readonly TileGroup[], room: 'wide' | 'narrow'): number =>
  groupedTiles(groups, room).bottom;
