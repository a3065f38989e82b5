import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, type Room, reading, specOf, valueLabels } from './palette.ts';
import {
  laidPanels,
  monthsBeside,
  overPlot,
  panelName,
  panelsBetween,
  panelsLeft,
} from './panels.ts';

/** One small panel: a place by month, with each month's reading. */
export interface SmallPanel {
  name: string;
  values: (number | null)[];
  /** The last value as text. */
  last: string;
  readings: string[];
}

interface Multiples {
  panels: readonly SmallPanel[];
  /** England by month, behind each panel. */
  behind: readonly (number | null)[];
  /** First and last month as text. */
  ends: readonly [string, string];
  unit: '%' | '';
}

/** Panels in rows with the same axes, with England as a grey line in each, all positioned by pixel. */
export function multiplesSpec(
  { panels, behind, ends, unit }: Multiples,
  { width, height, palette }: Room,
): TopLevelSpec {
  const { columns, plot, heads, foot, names } = laidPanels(
    panels.map(({ name }) => name),
    width,
  );
  const above = (row: number) => heads.slice(0, row + 1).reduce((sum, head) => sum + head, 0);
  const tall = (height - above(heads.length - 1)) / heads.length - foot;
  const all = [...panels.flatMap(({ values }) => values), ...behind];
  const top = Math.max(...all.map((value) => value ?? 0)) * 1.08 || 1;
  const months = Math.max(1, behind.length - 1);
  const at = (i: number) => ({
    x: panelsLeft + (i % columns) * (plot + panelsBetween),
    y: above(Math.floor(i / columns)) + Math.floor(i / columns) * (tall + foot),
  });
  const px = (panel: number, month: number) => at(panel).x + (plot * month) / months;
  const py = (panel: number, value: number) => at(panel).y + tall - (value / top) * tall;
  const line = (values: readonly (number | null)[], panel: number) =>
    values.map((value, month) => ({
      panel,
      x: px(panel, month),
      y: value === null ? null : py(panel, value),
    }));
  const step = niceStep(top);
  const ticks = panels.flatMap((_, panel) =>
    [0, step, step * 2, step * 3]
      .filter((value) => value <= top)
      .map((value) => ({
        x: at(panel).x,
        x2: at(panel).x + plot,
        y: py(panel, value),
        value,
        first: panel % columns === 0,
      })),
  );
  const scales = {
    x: {
      field: 'x',
      type: 'quantitative',
      scale: { domain: [0, width], nice: false, zero: false },
      axis: null,
    },
    y: {
      field: 'y',
      type: 'quantitative',
      scale: { domain: [0, height], reverse: true, nice: false, zero: false },
      axis: null,
    },
  };
  const { x, y } = scales;
  const text = (values: object[], mark: object) => ({
    data: { values },
    mark: { type: 'text', fontSize: 13, ...mark },
    encoding: { x, y, text: { field: 'text' } },
  });
  const lines = (values: object[], mark: object) => ({
    data: { values },
    mark: { type: 'line', strokeJoin: 'round', strokeCap: 'round', ...mark },
    encoding: { x, y, detail: { field: 'panel' } },
  });
  return specOf({
    width,
    height,
    padding: 0,
    autosize: 'none',
    config: chartConfig(palette),
    layer: [
      {
        data: { values: ticks },
        mark: { type: 'rule', color: palette.rule },
        encoding: { x, x2: { field: 'x2' }, y },
      },
      {
        data: {
          values: ticks.filter(({ first }) => first).map((one) => ({ ...one, x: panelsLeft - 6 })),
        },
        transform: [
          {
            calculate: valueLabels(unit).replaceAll('datum.label', "format(datum.value, '~g')"),
            as: 'text',
          },
        ],
        mark: { type: 'text', align: 'right', fontSize: 12, color: palette.quiet },
        encoding: { x, y, text: { field: 'text' } },
      },
      lines(
        panels.flatMap((_, i) => line(behind, i)),
        { color: palette.rest, strokeWidth: 1.5 },
      ),
      lines(
        panels.flatMap(({ values }, i) => line(values, i)),
        { color: palette.place, strokeWidth: 2.5 },
      ),
      text(
        names.map((lines, i) => ({
          x: at(i).x,
          y: at(i).y - overPlot - (lines.length - 1) * panelName,
          text: lines,
        })),
        { align: 'left', baseline: 'alphabetic', lineHeight: panelName, fontWeight: 600 },
      ),
      text(
        panels.flatMap(({ values, last }, i) => {
          const value = values.at(-1);
          return value == null
            ? []
            : [
                {
                  x: at(i).x + plot + 4,
                  y: Math.min(py(i, value), at(i).y + tall - 4),
                  text: last,
                },
              ];
        }),
        { align: 'left', fontWeight: 600, color: palette.place, clip: false },
      ),
      text(
        panels.map((_, i) => ({
          x: at(i).x,
          y: at(i).y + tall + 13,
          text: monthLines(ends[0], plot),
        })),
        {
          align: 'left',
          fontSize: 12,
          lineHeight: 13,
          color: palette.quiet,
        },
      ),
      text(
        panels.map((_, i) => ({
          x: at(i).x + plot,
          y: at(i).y + tall + 13,
          text: monthLines(ends[1], plot),
        })),
        {
          align: 'right',
          fontSize: 12,
          lineHeight: 13,
          color: palette.quiet,
        },
      ),
      {
        data: {
          values: panels.flatMap(({ readings }, panel) =>
            readings.map((words, month) => ({
              reading: words,
              x: px(panel, month) - plot / months / 2,
              x2: px(panel, month) + plot / months / 2,
              y: at(panel).y,
              y2: at(panel).y + tall,
            })),
          ),
        },
        mark: { type: 'rect', aria: true, opacity: 0 },
        encoding: {
          x,
          x2: { field: 'x2' },
          y,
          y2: { field: 'y2' },
          ...reading,
        },
      },
    ],
  });
}

/** Below a narrow plot, years are below their months, so that two labels fit. */
const monthLines = (month: string, plot: number): string[] =>
  plot < monthsBeside ? month.split(' ') : [month];

/** A round step that fits two or three times below a top. */
function niceStep(top: number): number {
  const power = 10 ** Math.floor(Math.log10(top / 2));
  return [5, 2, 1].map((mantissa) => mantissa * power).find((step) => step * 2 <= top) ?? power;
}
