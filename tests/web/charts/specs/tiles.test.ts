import { expect, it } from 'vitest';
import { imageThemes } from '../../../../server/images/palette.ts';
import { type DrawnTile, tilesSpec } from '../../../../web/charts/specs/tiles.ts';

const tile = (width: number, text: string): DrawnTile => ({
  ...{ left: 0, top: 40, width, height: 26, name: [], text },
  ...{ step: 2, here: false, reading: 'A place: 4.5%' },
});

/** The size and the texts of the figures drawn on tiles of a width. */
function figuresOn(width: number, text: string) {
  const room = { width: 300, height: 200, palette: imageThemes.light };
  const { layer } = tilesSpec(
    { tiles: [tile(width, text)], names: [], key: [] },
    room,
  ) as unknown as {
    layer: { data: { values: { text: string }[] }; mark: { fontSize?: number } }[];
  };
  const { data, mark } = layer.at(-1)!;
  return [mark.fontSize, data.values.map((one) => one.text)];
}

it('figures on tiles are readable, or are not drawn', () => {
  expect(figuresOn(48, '4.5')).toEqual([13, ['4.5']]);
  expect(figuresOn(30, '4.5')).toEqual([12, ['4.5']]);
  expect(figuresOn(20, '4.5')).toEqual([11, ['4.5']]);
  expect(figuresOn(18, '4.5')).toEqual([11, []]);
  expect(figuresOn(20, '10.3')).toEqual([11, []]);
});
