import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, type Room, reading, valueLabels } from './palette.ts';
import { smallPanels, wideFrom } from './room.ts';

/** One small panel: a place by month, with what each month gives when it is read. */
export interface SmallPanel {
  name: string;
  values: (number | null)[];
  /** The last value as text. */
  last: string;
  readings: string[];
}

interface Multiples {
  panels: readonly SmallPanel[];
  /** England by month, behind each. */
  behind: readonly (number | null)[];
  /** First and last month as text. */
  ends: readonly [string, string];
  unit: '%' | '';
}

const left = 44;
const between = 40;
const head = 40;
const foot = 30;

/** Panels in rows on the same axes, England as a grey line in each, all placed by the pixel. */
export function multiplesSpec(
  { panels, behind, ends, unit }: Multiples,
  { width, height, palette }: Room,
): TopLevelSpec {
  const columns = Math.min(
    panels.length || 1,
    width >= wideFrom ? smallPanels.wide : smallPanels.narrow,
  );
  const rows = Math.ceil(panels.length / columns) || 1;
  const plot = (width - left - between * (columns - 1) - 44) / columns;
  const tall = height / rows - head - foot;
  const all = [...panels.flatMap(({ values }) => values), ...behind];
  const top = Math.max(...all.map((value) => value ?? 0)) * 1.08 || 1;
  const months = Math.max(1, behind.length - 1);
  const at = (i: number) => ({
    x: left + (i % columns) * (plot + between),
    y: Math.floor(i / columns) * (tall + head + foot) + head,
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
  return {
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
          values: ticks.filter(({ first }) => first).map((one) => ({ ...one, x: left - 6 })),
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
        panels.map(({ name }, i) => ({
          x: at(i).x,
          y: at(i).y - 10,
          text: inLines(name, plot + between - 6),
        })),
        { align: 'left', baseline: 'line-bottom', fontWeight: 600, limit: plot + between - 6 },
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
        panels.map((_, i) => ({ x: at(i).x, y: at(i).y + tall + 13, text: ends[0] })),
        {
          align: 'left',
          fontSize: 12,
          color: palette.quiet,
        },
      ),
      text(
        panels.map((_, i) => ({ x: at(i).x + plot, y: at(i).y + tall + 13, text: ends[1] })),
        {
          align: 'right',
          fontSize: 12,
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
  } as unknown as TopLevelSpec;
}

/** A name in one line or two, by what letters of 13 pixels usually take. */
function inLines(name: string, width: number): string[] {
  const most = Math.floor(width / 6.6);
  if (name.length <= most) return [name];
  const at = name.lastIndexOf(' ', most);
  return at > 0 ? [name.slice(0, at), name.slice(at + 1)] : [name];
}

/** A round step of which two or three fit below a top. */
function niceStep(top: number): number {
  const power = 10 ** Math.floor(Math.log10(top / 2));
  return [5, 2, 1].map((mantissa) => mantissa * power).find((step) => step * 2 <= top) ?? power;
}
