import type { LevelId } from './levels.ts';

/** A position on a grid of equal squares: columns from west to east, rows from north to south, both from 0. */
export interface Tile {
  column: number;
  row: number;
}

/** The tiles of all areas of one level at one time, laid out so that neighbours are near each other. */
interface TileSet {
  level: LevelId;
  /** Rows from north to south; a dot is an empty square. */
  rows: string;
}

/** Maps of equal squares for levels without boundaries, each for one generation of areas. */
const tileSets: readonly TileSet[] = [
  {
    level: 'region',
    rows: `
      Y54 .
      Y55 .
      Y57 Y56`,
  },
  {
    level: 'region',
    rows: `
      .   Y54 .
      .   Y55 .
      Y58 Y59 Y56`,
  },
  {
    level: 'region',
    rows: `
      Y62 Y63 .
      Y60 Y61 .
      Y58 Y59 Y56`,
  },
  {
    level: 'subregion',
    rows: `
      .   .   Q49 Q45 .
      .   Q47 Q52 Q50 .
      Q48 Q46 Q51 .   .
      Q44 Q60 Q55 Q59 .
      .   Q53 Q54 Q58 Q56
      .   Q64 Q69 Q71 Q57
      Q66 Q65 Q70 Q68 Q67`,
  },
  {
    level: 'subregion',
    rows: `
      .   Q74 .
      Q84 Q83 Q72
      Q75 Q76 .
      Q77 Q78 Q79
      Q86 Q87 Q71
      Q85 .   Q88`,
  },
  {
    level: 'stp',
    rows: `
      .   .   .   QHM .   .   .
      .   .   QE1 QWO QOQ .   .
      .   QYG QOP QF7 .   .   .
      .   QOC QNC QJ2 QT1 QJM .
      .   QGH QUA QHL QK1 QUE QMM
      .   .   QR1 QWU QPM QHG QJG
      .   QUY QOX QU9 QM7 QMJ QH8
      .   QSL QVV QNQ QRV QMF .
      QT6 QJK .   QRL QWE QKK QKS
      .   .   .   .   QXU QNX .`,
  },
];

function tilesIn({ rows }: TileSet): Map<string, Tile> {
  const lines = rows.trim().split('\n');
  return new Map(
    lines.flatMap((line, row) =>
      line
        .trim()
        .split(/\s+/)
        .map((code, column): [string, Tile] => [code, { column, row }])
        .filter(([code]) => code !== '.'),
    ),
  );
}

/** The tiles of a level's areas by code, if one map has all of them; else null. */
export function tilesOf(level: LevelId, codes: readonly string[]): Map<string, Tile> | null {
  const fitting = tileSets
    .filter((set) => set.level === level)
    .map(tilesIn)
    .filter((tiles) => codes.every((code) => tiles.has(code)))
    .sort((a, b) => a.size - b.size)[0];
  return fitting ? new Map(codes.map((code) => [code, fitting.get(code)!])) : null;
}

/**
 * Tiles by code for areas that have no map, such as CCGs. The areas within one larger area form a block, as square as
 * possible, filled from the north-west in order of code. Blocks are arranged like the tiles of the larger areas, each
 * column and row as wide as its widest block; blocks of larger areas without a tile follow in a row below. An area's
 * position within its block has no meaning.
 */
export function tilesWithin(
  areas: readonly { code: string; within: string | null }[],
  around: ReadonlyMap<string, Tile>,
): Map<string, Tile> {
  const blocks = blocksOf(areas, around);
  const starts = (of: (block: Block) => number, size: (block: Block) => number) => {
    const most: number[] = [];
    for (const block of blocks) most[of(block)] = Math.max(most[of(block)] ?? 0, size(block));
    let start = 0;
    return Array.from(most, (width = 0) => (start += width) - width);
  };
  const columns = starts((block) => block.tile.column, width);
  const rows = starts((block) => block.tile.row, height);
  return new Map(
    blocks.flatMap((block) =>
      block.codes.map((code, i): [string, Tile] => [
        code,
        {
          column: columns[block.tile.column]! + (i % width(block)),
          row: rows[block.tile.row]! + Math.floor(i / width(block)),
        },
      ]),
    ),
  );
}

interface Block {
  tile: Tile;
  codes: string[];
}

const width = ({ codes }: Block): number => Math.ceil(Math.sqrt(codes.length));
const height = (block: Block): number => Math.ceil(block.codes.length / width(block));

function blocksOf(
  areas: readonly { code: string; within: string | null }[],
  around: ReadonlyMap<string, Tile>,
): Block[] {
  const codes = new Map<string | null, string[]>();
  const byCode = [...areas].sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const { code, within } of byCode) codes.set(within, [...(codes.get(within) ?? []), code]);
  const below = Math.max(-1, ...[...around.values()].map(({ row }) => row)) + 1;
  let column = 0;
  return [...codes].map(([within, own]) => ({
    tile: (within && around.get(within)) || { column: column++, row: below },
    codes: own,
  }));
}
