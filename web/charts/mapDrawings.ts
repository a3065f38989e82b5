import type { TopLevelSpec } from 'vega-lite';
import { measureOf } from '../../data/definitions/measures.ts';
import { bareValue } from '../../data/words/english.ts';
import type { BoundariesData } from './kinds/boundaries.ts';
import { figureText, type PlaceFigure } from './kinds/chartPlace.ts';
import type { MapData } from './kinds/map.ts';
import { boundariesSpec, type DrawnInset, type DrawnShape } from './specs/boundaries.ts';
import { classesOf } from './specs/classes.ts';
import { inLines } from './specs/lettering.ts';
import type { Room } from './specs/palette.ts';
import { wideFrom } from './specs/room.ts';
import { type AreaShape, laidShapes, londonFrame, ofLondon, roomWithin } from './specs/shapes.ts';
import type { KeyStep } from './specs/stepKey.ts';
import { type DrawnTile, tilesSpec } from './specs/tiles.ts';
import { keyHeight, layTiles } from './tiles.ts';

/** The colour step, of five, for a class. If there are few classes, their colours are further apart. */
const stepOf = (at: number, classes: number): number =>
  classes > 1 ? Math.round((at * 4) / (classes - 1)) : 2;

/**
 * The colours of a map: the texts of its key and, for each place, its step, its reading and whether it is looked at.
 */
function colouring({ rows, measure, here }: MapData) {
  const unit = measureOf(measure);
  const classes = classesOf(rows.flatMap(({ value }) => (value === null ? [] : [value])));
  const count = classes?.counts.length ?? 1;
  const key: KeyStep[] = (classes?.counts ?? []).map((held, i) => ({
    step: stepOf(i, count),
    held: String(held),
    from: bareValue(classes!.ends[i]!, unit),
    to: bareValue(classes!.ends[i + 1]!, unit),
  }));
  return {
    key,
    coloured: (row: PlaceFigure) => ({
      code: row.code,
      step: row.value === null ? null : stepOf(classes?.classOf(row.value) ?? 0, count),
      here: here.includes(row.code),
      reading: `${row.name}: ${figureText(row, measure)}`,
    }),
    text: ({ value }: PlaceFigure) => (value === null ? '[x]' : bareValue(value, unit)),
  };
}

/** Places as tiles of equal size. */
export function map(data: MapData, room: Room): TopLevelSpec {
  const { key, coloured, text } = colouring(data);
  const laid = layTiles(data, room.width >= wideFrom ? 'wide' : 'narrow');
  const width = Math.min(room.width / laid.columns, laid.widest);
  const byCode = new Map(data.rows.map((row) => [row.code, row]));
  const named = laid.height >= 50;
  const tiles = laid.tiles.flatMap(({ code, column, top }): DrawnTile[] => {
    const row = byCode.get(code);
    if (!row) return [];
    return [
      {
        left: column * width,
        top,
        width,
        height: laid.height,
        name: named ? nameLines(row.name, width - 14) : [],
        // In small tiles, only the subtitle has the unit.
        text: named ? text(row) : text(row).replace('%', ''),
        ...coloured(row),
      },
    ];
  });
  return tilesSpec({ tiles, names: laid.names, key }, room);
}

/** Usual width of a letter in the smallest names of tiles, in pixels. */
const letter = 5.9;

/** The name of a place in at most two lines of a width in pixels, without generic words. */
function nameLines(name: string, width: number): string[] {
  return inLines(/^NHS England .*\((.+)\)$/.exec(name)?.[1] ?? name, { width, letter, most: 3 });
}

/** Up to this many places have their figures written on them, if they are at least `widthOfText` pixels wide. */
const mostWritten = 20;
const widthOfText = 38;

/** What a map leaves free beside it, in pixels, for figures that do not fit on their places. */
const roomBeside = widthOfText + 14;

/** How many places have their figures written on them or beside the map. */
const written = (shapes: readonly DrawnShape[]): number => shapes.filter(({ text }) => text).length;

/** A line to a text beside the map crosses at most this many pixels of other places. */
const longestLine = 80;

/** Places in their own shapes; as tiles if there are none. */
export function boundaries(data: BoundariesData, room: Room): TopLevelSpec {
  if (data.missing) return map(data, room);
  const { key, coloured, text } = colouring(data);
  const byCode = new Map(data.rows.map((row) => [row.code, row]));
  const few = data.shapes.length <= mostWritten;
  const drawnIn = (width: number): DrawnShape[] => {
    const frame = { width, height: room.height - keyHeight - 4, top: keyHeight };
    const laid = laidShapes(data.shapes, frame);
    const taken: number[] = [];
    return laid.map((shape) => {
      const row = byCode.get(shape.code)!;
      const { x, y, width } = roomWithin(shape);
      const wide = width >= widthOfText;
      const free = taken.every((one) => Math.abs(one - y) > 16);
      const beside = (few && !wide && free && besideAll(laid, shape, y, room.width)) || null;
      if (beside) taken.push(y);
      return {
        polygons: shape.polygons,
        x,
        y,
        text: few && (wide || beside) ? text(row) : '',
        beside,
        ...coloured(row),
      };
    });
  };
  const whole = drawnIn(room.width);
  const smaller = few && written(whole) < whole.length ? drawnIn(room.width - roomBeside) : whole;
  const shapes = written(smaller) > written(whole) ? smaller : whole;
  const inset = londonOf(data, shapes, room, coloured);
  return boundariesSpec({ shapes, key, inset }, room);
}

/** London repeated at a larger scale, if its areas are small and there is room beside the map. */
function londonOf(
  { shapes, rows }: BoundariesData,
  laid: readonly DrawnShape[],
  { width }: Room,
  coloured: ReturnType<typeof colouring>['coloured'],
): DrawnInset | null {
  const drawn = shapes.map(({ code }, i) => ({ code, polygons: laid[i]!.polygons }));
  const frame = londonFrame(shapes, drawn, { width, top: keyHeight });
  if (!frame) return null;
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const inside = {
    left: frame.left + 6,
    top: frame.top + 24,
    width: frame.width - 12,
    height: frame.height - 30,
  };
  const larger = laidShapes(ofLondon(shapes), inside).map(({ code, polygons }) => ({
    ...{ polygons, x: 0, y: 0, text: '', beside: null },
    ...coloured(byCode.get(code)!),
  }));
  return { name: 'London', shapes: larger, ...frame };
}

/**
 * The start of a line to a text beside the map, at the edge of its shape, and its end, clear of all shapes, on the
 * nearer side with room for it; null if neither has room.
 */
function besideAll(all: readonly AreaShape[], own: AreaShape, y: number, width: number) {
  const [left, right] = reachAt(own, y);
  const clear = [y - 8, y, y + 8].flatMap((at) => all.map((one) => reachAt(one, at)));
  const ways = [
    { from: right, to: Math.max(...clear.map(([, last]) => last)) + 12 },
    { from: left, to: Math.min(...clear.map(([first]) => first)) - 12 },
  ];
  return ways
    .filter(({ from, to }) => (to > from ? to + widthOfText <= width : to >= widthOfText))
    .filter(({ from, to }) => Math.abs(to - from) <= longestLine)
    .sort((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from))[0];
}

/** How far a shape extends to the left and right at a height; an empty range if it has nothing there. */
function reachAt({ polygons }: AreaShape, y: number): [left: number, right: number] {
  const crossings = polygons.flatMap(([outline]) =>
    outline!.slice(1).flatMap(([x2, y2], i) => {
      const [x1, y1] = outline![i]!;
      return y1 <= y === y2 <= y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
    }),
  );
  return [Math.min(...crossings), Math.max(...crossings)];
}
