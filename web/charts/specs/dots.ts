import type { TopLevelSpec } from 'vega-lite';
import {
  chartConfig,
  type Palette,
  type Role,
  type Room,
  reading,
  valueLabels,
} from './palette.ts';
import { dotsRow, panelGap, wideFrom } from './room.ts';

/** One stage of every place, to be drawn as one panel. */
export interface Panel {
  title: string;
  role: Role;
  /** The end of the scale where it is fixed, as at 100 for shares near everybody. */
  top?: number;
  unit: '%' | '';
  values: { name: string; value: number | null; text: string }[];
  benchmark: { name: string; value: number; text: string } | null;
}

/** A row for each place and a dot on each row, with the benchmark as a line through them; a panel a stage. */
export function dotsSpec(panels: readonly Panel[], room: Room): TopLevelSpec {
  const wide = room.width >= wideFrom;
  const names = panels[0]?.values.map(({ name }) => name) ?? [];
  const longest = Math.max(...names.map((name) => name.length), 0);
  const nameRoom = Math.min(longest * 7.2 + 12, wide ? 330 : room.width * 0.4);
  const gap = 30;
  const plot = wide
    ? (room.width - nameRoom - gap * (panels.length - 1) - 10 - 50 * panels.length) / panels.length
    : room.width - nameRoom - 62;
  const drawn = panels.map((panel, i) =>
    panelSpec(panel, names, Math.max(60, plot), nameRoom, !wide || i === 0, room.palette),
  );
  return {
    ...(wide ? { hconcat: drawn } : { vconcat: drawn }),
    spacing: wide ? gap : panelGap,
    padding: 2,
    config: chartConfig(room.palette),
  } as unknown as TopLevelSpec;
}

function panelSpec(
  { title, role, top, unit, values, benchmark }: Panel,
  names: readonly string[],
  width: number,
  nameRoom: number,
  named: boolean,
  palette: Palette,
) {
  const highest = Math.max(...values.map(({ value }) => value ?? 0), benchmark?.value ?? 0);
  const domain = [0, top ?? (highest > 0 ? highest * 1.08 : 1)];
  const y = {
    field: 'name',
    type: 'nominal',
    sort: names,
    axis: named
      ? {
          title: null,
          grid: false,
          ticks: false,
          labelColor: palette.ink,
          labelFontSize: 14,
          labelLimit: nameRoom,
        }
      : null,
  };
  const x = {
    field: 'value',
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: {
      title: null,
      tickCount: 3,
      labelExpr: valueLabels(unit),
      orient: 'bottom',
    },
  };
  return {
    title: { text: title, frame: 'group' },
    width,
    height: names.length * dotsRow,
    layer: [
      ...(benchmark ? benchmarkLayers(benchmark, palette) : []),
      {
        data: { values: values.map((one) => ({ ...one, reading: `${one.name}: ${one.text}` })) },
        layer: [
          {
            mark: { type: 'rule', color: palette.rule, strokeWidth: 1 },
            encoding: { y, x, x2: { datum: 0 } },
          },
          {
            mark: { type: 'circle', aria: true, size: 110, opacity: 1, color: palette[role] },
            encoding: { y, x, ...reading },
          },
          {
            mark: { type: 'text', align: 'left', fontSize: 13 },
            encoding: { y, x: { value: width + 8 }, text: { field: 'text' } },
          },
        ],
      },
    ],
  };
}

function benchmarkLayers({ name, value, text }: NonNullable<Panel['benchmark']>, palette: Palette) {
  const x = { datum: value, type: 'quantitative' };
  return [
    {
      data: { values: [{}] },
      mark: { type: 'rule', color: palette.rest, strokeWidth: 2 },
      encoding: { x },
    },
    {
      data: { values: [{}] },
      mark: {
        type: 'text',
        baseline: 'bottom',
        dy: -3,
        fontSize: 13,
        color: palette.quiet,
        clip: false,
      },
      encoding: { x, y: { value: 0 }, text: { value: `${name} ${text}` } },
    },
  ];
}
