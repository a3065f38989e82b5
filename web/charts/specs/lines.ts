import type { TopLevelSpec } from 'vega-lite';
import { monthsBetween } from '../../../data/definitions/months.ts';
import {
  type Aim,
  aimLayers,
  type Band,
  bandLayers,
  eventLayers,
  type Mark,
  saidLayers,
} from './lines/context.ts';
import { keyed, keyLayers, keyOf } from './lines/key.ts';
import { endLabels, labelRoom } from './lines/labels.ts';
import { axes, type DrawnLines, type Line, nameAtEnd, rowsOf } from './lines/line.ts';
import { readings } from './lines/readings.ts';
import { monthAxis } from './monthAxis.ts';
import { chartConfig, type Room, roles, specOf } from './palette.ts';

/** What the lines are shown against. */
export interface LinesOptions {
  /** The top of the scale; by default above the largest value. */
  top?: number;
  unit: string;
  bands?: readonly Band[];
  /** Targets. */
  aims?: readonly Aim[];
  /** Events in a month, by number. */
  events?: readonly Mark[];
  /** Figures stated about a month at the time. */
  said?: readonly (Mark & { value: number })[];
}

const padding = { left: 46, top: 14, bottom: 32 };
/** The height of the events' numbers above the plot. */
const eventRoom = 18;

/**
 * Lines by month from zero, each named at its end, with gaps for missing months, over the bands of practices' deciles
 * with the same gaps. A line that ends before the last month says when. Reading a month gives every line's value.
 */
export function linesSpec(all: readonly Line[], room: Room, options: LinesOptions): TopLevelSpec {
  const { width, height, palette } = room;
  const { top, unit, bands = [], aims = [], events = [], said = [] } = options;
  const lines = all.filter(({ months }) => months.some(({ value }) => value !== null));
  const periods = lines.flatMap(({ months }) => months.map(({ period }) => period)).sort();
  const months = periods.length ? monthsBetween(periods[0]!, periods.at(-1)!) : [];
  const highest = Math.max(
    ...lines.flatMap((line) => line.months.map((m) => m.value ?? 0)),
    ...bands.flatMap(({ ends }) => ends.map(([, high]) => high)),
    ...said.map(({ value }) => value),
    ...aims.map(({ value }) => value),
    0,
  );
  const labelled = lines.map((line) => ({ ...line, name: nameAtEnd(line, months.at(-1)!) }));
  const names = labelled.map(({ name }) => name);
  const key = keyed(names, width) ? keyOf(labelled, width) : null;
  // With a key, only values are at the ends of lines.
  const ended = key ? lines.map((line) => ({ ...line, name: '' })) : labelled;
  const right = labelRoom(ended, width);
  const above = padding.top + (events.length ? eventRoom : 0);
  const plotWidth = Math.max(80, width - padding.left - right);
  const drawn: DrawnLines = {
    lines,
    months,
    top: Math.max(top ?? 0, top && highest <= top ? 0 : highest * 1.1) || 1,
    width: plotWidth,
    height: height - above - padding.bottom - (key?.height ?? 0),
    x: monthAxis(months, { width: plotWidth, palette }),
    colour: {
      field: 'role',
      type: 'nominal',
      scale: { domain: roles, range: roles.map((role) => palette[role]) },
      legend: null,
    },
    palette,
  };
  return specOf({
    width: plotWidth,
    height: drawn.height,
    padding: { ...padding, top: above, right, bottom: padding.bottom + (key?.height ?? 0) },
    autosize: 'none',
    config: chartConfig(palette),
    // The first line is drawn last, above the others.
    data: { values: rowsOf([...lines].reverse(), months) },
    layer: [
      readings(drawn, said),
      ...bandLayers(drawn, bands, unit),
      ...eventLayers(drawn, events),
      {
        mark: { type: 'line', strokeWidth: 2.5, strokeCap: 'round', strokeJoin: 'round' },
        encoding: {
          ...axes(drawn, unit),
          color: drawn.colour,
          detail: { field: 'name' },
          strokeDash: { field: 'dash', type: 'nominal', scale: null },
        },
      },
      ...lonePoints(drawn, unit),
      ...aimLayers(drawn, aims, unit),
      ...saidLayers(drawn, said, unit),
      endLabels({ ...drawn, lines: ended }, right),
      ...(key ? keyLayers(key, drawn, { left: padding.left, foot: padding.bottom }) : []),
    ],
  });
}

/** A month between two missing ones has no line, so it needs a point. */
function lonePoints(drawn: DrawnLines, unit: string): object[] {
  const rows = rowsOf(drawn.lines, drawn.months).filter(({ alone }) => alone);
  if (!rows.length) return [];
  return [
    {
      data: { values: rows },
      mark: { type: 'circle', size: 60, opacity: 1 },
      encoding: { ...axes(drawn, unit), color: drawn.colour },
    },
  ];
}
