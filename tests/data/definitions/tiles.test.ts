import { describe, expect, it } from 'vitest';
import { type Tile, tilesOf, tilesWithin } from '../../../data/definitions/tiles.ts';

const numbered = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${letter}${from + i}`);
const areaTeams = [...numbered('Q', 44, 60), ...numbered('Q', 64, 71)];
const stps =
  'QE1 QF7 QGH QH8 QHG QHL QHM QJ2 QJG QJK QJM QK1 QKK QKS QM7 QMF QMJ QMM QNC QNQ QNX QOC QOP QOQ QOX QPM QR1 QRL QRV QSL QT1 QT6 QU9 QUA QUE QUY QVV QWE QWO QWU QXU QYG'.split(
    ' ',
  );

const places = (tiles: Map<string, Tile>) =>
  [...tiles.values()].map(({ column, row }) => `${column} ${row}`);

describe('tilesOf', () => {
  it.each([
    ['region', ['Y54', 'Y55', 'Y56', 'Y57']],
    ['region', ['Y54', 'Y55', 'Y56', 'Y58', 'Y59']],
    ['region', ['Y56', 'Y58', 'Y59', 'Y60', 'Y61', 'Y62', 'Y63']],
    ['subregion', areaTeams],
    ['subregion', ['Q71', 'Q72', ...numbered('Q', 74, 79), ...numbered('Q', 83, 88)]],
    ['stp', stps],
  ] as const)('gives every %s of its time a tile of its own: %s', (level, codes) => {
    const tiles = tilesOf(level, codes)!;
    expect([...tiles.keys()]).toEqual(codes);
    expect(new Set(places(tiles)).size).toBe(codes.length);
  });

  it('puts the north above the south and the west before the east', () => {
    const tiles = tilesOf('stp', ['QHM', 'QT6', 'QMM', 'QYG'])!;
    const at = (code: string) => tiles.get(code)!;
    expect(at('QHM').row).toBeLessThan(at('QYG').row);
    expect(at('QYG').row).toBeLessThan(at('QMM').row);
    expect(at('QMM').row).toBeLessThan(at('QT6').row);
    expect(at('QT6').column).toBeLessThan(at('QYG').column);
    expect(at('QYG').column).toBeLessThan(at('QMM').column);
  });

  it('takes the smallest map of those that have all areas', () => {
    expect(places(tilesOf('region', ['Y54', 'Y56'])!)).toEqual(['0 0', '1 2']);
    expect(places(tilesOf('region', ['Y56', 'Y58'])!)).toEqual(['2 2', '0 2']);
  });

  it('has none for areas that no single map contains', () => {
    expect(tilesOf('region', ['Y57', 'Y60'])).toBeNull();
    expect(tilesOf('ccg', ['00L'])).toBeNull();
  });
});

describe('tilesWithin', () => {
  const around = new Map([
    ['north', { column: 1, row: 0 }],
    ['west', { column: 0, row: 1 }],
    ['east', { column: 1, row: 1 }],
  ]);
  const areas = (within: string | null, count: number) =>
    Array.from({ length: count }, (_, i) => ({ code: `${within}${i}`, within }));

  it('arranges blocks like the larger areas, without overlap', () => {
    const all = [...areas('north', 5), ...areas('west', 10), ...areas('east', 2)];
    const tiles = tilesWithin(all, around);
    expect(new Set(places(tiles)).size).toBe(17);
    const columns = (of: string) =>
      all.filter(({ within }) => within === of).map(({ code }) => tiles.get(code)!.column);
    const rows = (of: string) =>
      all.filter(({ within }) => within === of).map(({ code }) => tiles.get(code)!.row);
    expect(Math.max(...columns('west'))).toBeLessThan(Math.min(...columns('east')));
    expect(Math.max(...rows('north'))).toBeLessThan(Math.min(...rows('east')));
    expect(Math.min(...columns('north'))).toBe(Math.min(...columns('east')));
    expect([new Set(columns('west')).size, new Set(rows('west')).size]).toEqual([4, 3]);
  });

  it('fills a block from the north-west in order of code, whatever the order given', () => {
    const four = areas('west', 4);
    const tiles = tilesWithin(four.toReversed(), around);
    expect(four.map(({ code }) => tiles.get(code))).toEqual([
      { column: 0, row: 0 },
      { column: 1, row: 0 },
      { column: 0, row: 1 },
      { column: 1, row: 1 },
    ]);
  });

  it('puts areas of unknown position below all others', () => {
    const tiles = tilesWithin(
      [...areas('east', 1), ...areas(null, 1), ...areas('else', 1)],
      around,
    );
    expect(tiles.get('null0')!.row).toBeGreaterThan(tiles.get('east0')!.row);
    expect(new Set(places(tiles)).size).toBe(3);
  });
});
