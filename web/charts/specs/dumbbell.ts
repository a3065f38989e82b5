import type { TopLevelSpec } from 'vega-lite';
import type { Reading } from './crowd.ts';
import { rowsAround } from './heights.ts';
import { chartConfig, type Room, reading, specOf, valueDomain, valueLabels } from './palette.ts';
import { rowNames } from './rowNames.ts';
import { laidRows } from './rows.ts';

/** A place in two months. */
export interface DumbbellPlace {
  code?: string;
  name: string;
  before: number;
  after: number;
  /** The change as text: "+3.2". */
  text: string;
  here: boolean;
  reading: Reading;
}

/** A row per place: a hollow dot for the earlier month, a solid one for the later, and the change as text. */
export function dumbbellSpec(
  { places, unit }: { places: readonly DumbbellPlace[]; unit: '%' | '' },
  room: Room,
): TopLevelSpec {
  const { palette } = room;
  const { left, rows } = laidRows(
    places.map(({ name }) => name),
    room,
  );
  const padding = { ...rowsAround, left };
  const width = Math.max(60, room.width - padding.left - padding.right);
  const height = room.height - padding.top - padding.bottom;
  const chosen = places.some(({ here }) => here);
  const x = {
    field: 'after',
    type: 'quantitative',
    scale: {
      domain: valueDomain(places.flatMap(({ before, after }) => [before, after])),
      nice: false,
      zero: false,
    },
    axis: {
      title: null,
      grid: false,
      tickCount: Math.max(2, Math.round(width / 110)),
      labelExpr: valueLabels(unit),
    },
  };
  const y = {
    field: 'middle',
    type: 'quantitative',
    scale: { domain: [0, height], reverse: true, nice: false, zero: false },
    axis: null,
  };
  const color = { field: 'colour', type: 'nominal', scale: null };
  const values = places.map((place, i) => ({
    ...place,
    ...rows[i]!,
    ...rows[i]!.lettering,
    colour: place.here || !chosen ? palette.place : palette.rest,
    reading: place.reading(),
  }));
  return specOf({
    width,
    height,
    padding,
    autosize: 'none',
    config: chartConfig(palette),
    data: { values },
    layer: [
      {
        mark: { type: 'rect', aria: true, opacity: 0 },
        encoding: { y: { ...y, field: 'top' }, y2: { field: 'bottom' }, ...reading },
      },
      {
        mark: { type: 'rule', color: palette.rule, strokeWidth: 1 },
        encoding: { y, x: { value: 0 }, x2: { value: width } },
      },
      {
        mark: { type: 'rule', strokeWidth: 2.5 },
        encoding: { y, x: { ...x, field: 'before' }, x2: { field: 'after' }, color },
      },
      {
        mark: { type: 'point', size: 70, strokeWidth: 2, fill: palette.page, opacity: 1 },
        encoding: { y, x: { ...x, field: 'before' }, stroke: color },
      },
      {
        mark: { type: 'circle', size: 95, opacity: 1 },
        encoding: { y, x, color },
      },
      ...rowNames(values, y),
      {
        mark: { type: 'text', align: 'left', fontSize: 14, clip: false, fontWeight: 600 },
        encoding: { y, x: { value: width + 10 }, text: { field: 'text' } },
      },
    ],
  });
}
