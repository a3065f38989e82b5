import type { Tile as Square } from '../../data/definitions/tiles.ts';

/** Places that stay together among tiles. */
export interface TileGroup {
  name: string;
  codes: string[];
}

/** Positions of places on the map, by code; or their groups, if no map has all of them. */
export interface Layout {
  squares: Record<string, Square> | null;
  groups: TileGroup[];
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
  /** Height and greatest width of a tile, in pixels. */
  height: number;
  widest: number;
  tiles: Tile[];
  /** The names of the groups, and the position of their lines, in pixels from the top. */
  names: { name: string; top: number }[];
  /** Bottom of the whole map, in pixels. */
  bottom: number;
}

/** From the top of a map to below the key of its colours, in pixels. */
export const keyHeight = 46;
const nameHeight = 28;
const fewTiles = 30;

/** A map with at most this many columns has room for names in its tiles, if the chart is wide. */
const namedColumns = 6;

/** Lays out tiles below the key of the colours: as on a map or, if there is none, in rows, group by group. */
export function layTiles({ squares, groups }: Layout, room: 'wide' | 'narrow'): Tiles {
  return squares ? onMap(squares, room) : inGroups(groups, room);
}

function onMap(squares: Record<string, Square>, room: 'wide' | 'narrow'): Tiles {
  const all = Object.entries(squares);
  const columns = Math.max(...all.map(([, { column }]) => column)) + 1;
  const rows = Math.max(...all.map(([, { row }]) => row)) + 1;
  const named = columns <= (room === 'wide' ? namedColumns : 3);
  const height = named ? 64 : room === 'wide' ? 36 : 26;
  return {
    columns,
    height,
    widest: named ? 210 : room === 'wide' ? 48 : 72,
    tiles: all.map(([code, { column, row }]) => ({ code, column, top: keyHeight + row * height })),
    names: [],
    bottom: keyHeight + rows * height + 6,
  };
}

/** The number of columns of tiles, and their height, so that a value always fits, and a name if there are few. */
function measured(groups: readonly TileGroup[], room: 'wide' | 'narrow') {
  const few = groups.reduce((sum, { codes }) => sum + codes.length, 0) <= fewTiles;
  if (few) return room === 'wide' ? { columns: 5, height: 64 } : { columns: 2, height: 60 };
  return room === 'wide' ? { columns: 20, height: 38 } : { columns: 9, height: 30 };
}

function inGroups(groups: readonly TileGroup[], room: 'wide' | 'narrow'): Tiles {
  const { columns, height } = measured(groups, room);
  const tiles: Tile[] = [];
  const names: Tiles['names'] = [];
  let top = keyHeight;
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
  return { columns, height, widest: Number.POSITIVE_INFINITY, tiles, names, bottom: top };
}
