import type { TopLevelSpec } from 'vega-lite';
import { type CrowdPoint, crowd, crowded, type Look, type Reading } from './crowd.ts';
import { freeNames } from './freeNames.ts';
import { type Laid, nameLayers } from './nameLayers.ts';
import { chartConfig, type Room, reading, specOf, valueDomain, valueLabels } from './palette.ts';
import type { Position } from './shapes.ts';

/** A place with its two figures. */
export interface ScatterDot {
  code?: string;
  name: string;
  across: number;
  value: number;
  here: boolean;
  reading: Reading;
}

interface Scatter {
  dots: readonly ScatterDot[];
  /** The title of the horizontal axis, and its unit. */
  across: { title: string; unit: '%' | '' };
  unit: '%' | '';
  /** The two medians, drawn as thin lines; null without dots. */
  medians: { across: number; value: number } | null;
}

const around = { left: 50, top: 14, right: 20, bottom: 46 };

/** Up to this many places are all named, if there is room. */
const mostNamed = 12;

/** Half the ring around a place looked at, in pixels. */
const ring = 9;

/** Places by two figures, those looked at with a ring and a name. */
export function scatterSpec({ dots, across, unit, medians }: Scatter, room: Room): TopLevelSpec {
  const { palette } = room;
  const width = Math.max(100, room.width - around.left - around.right);
  const height = room.height - around.top - around.bottom;
  const domains = {
    across: valueDomain(dots.map((dot) => dot.across)),
    value: valueDomain(dots.map(({ value }) => value)),
  };
  const part = (value: number, [low, high]: readonly [number, number]) =>
    (value - low) / (high - low);
  const at = (dot: { across: number; value: number }): Position => [
    part(dot.across, domains.across) * width,
    (1 - part(dot.value, domains.value)) * height,
  ];
  const laid: Laid = {
    x: {
      field: 'across',
      type: 'quantitative',
      scale: { domain: domains.across, nice: false, zero: false },
      axis: {
        title: across.title,
        grid: true,
        tickCount: Math.max(2, Math.round(width / 130)),
        labelExpr: valueLabels(across.unit),
      },
    },
    y: {
      field: 'value',
      type: 'quantitative',
      scale: { domain: domains.value, nice: false, zero: false },
      axis: { title: null, tickCount: 5, labelExpr: valueLabels(unit) },
    },
    of: ([x, y]) => [
      domains.across[0] + (x / width) * (domains.across[1] - domains.across[0]),
      domains.value[0] + (1 - y / height) * (domains.value[1] - domains.value[0]),
    ],
  };
  const isMany = dots.length > crowded;
  const radius = isMany ? 2 : Math.max(3, 5 - dots.length / 150);
  const lookOf = (fill: string): Look => ({ radius, shape: 'circle', fill, stroke: 'none' });
  const looks = { here: lookOf(palette.place), rest: lookOf(palette.rest) };
  const chosen = dots.some(({ here }) => here);
  const inOrder = [...dots.filter(({ here }) => !here), ...dots.filter(({ here }) => here)];
  const drawn = inOrder.map((dot): CrowdPoint & { dot: ScatterDot } => {
    const [x, y] = at(dot);
    const look = dot.here || !chosen ? looks.here : looks.rest;
    return { x, y, dot, look, reading: dot.reading, code: dot.code };
  });
  const named = drawn.filter(({ dot }) => dot.here || dots.length <= mostNamed);
  const names = freeNames(
    named.map(({ dot, x, y }) => ({
      x,
      y,
      radius: dot.here ? ring : radius,
      name: dot.name,
      sought: dot.here,
    })),
    {
      width: width + around.right,
      height,
      points: drawn.map(({ x, y }): Position => [x, y]),
      weight: isMany ? 150 / drawn.length : 1,
      lines: [],
      taken: [],
    },
  );
  return specOf({
    width,
    height,
    padding: around,
    autosize: 'none',
    config: chartConfig(palette),
    usermeta: { readings: isMany ? drawn.map(({ dot: _, ...point }) => point) : [] },
    layer: [
      ...(medians ? medianLines(medians, laid, palette.quiet) : []),
      ...(isMany ? crowd(drawn, { opacity: 0.6 }) : each(drawn, laid)),
      ...(chosen
        ? [
            {
              data: { values: inOrder.filter(({ here }) => here).map(positionOf) },
              mark: { type: 'point', size: 260, strokeWidth: 2.5, color: palette.ink, opacity: 1 },
              encoding: { x: laid.x, y: laid.y },
            },
          ]
        : []),
      ...nameLayers(names, laid, palette),
    ],
  });
}

const positionOf = ({ across, value }: ScatterDot) => ({ across, value });

const medianLines = (
  { across, value }: { across: number; value: number },
  { x, y }: Laid,
  color: string,
): object[] => {
  const mark = { type: 'rule', color, strokeWidth: 1, strokeDash: [4, 4] };
  return [
    { data: { values: [{ across }] }, mark, encoding: { x } },
    { data: { values: [{ value }] }, mark, encoding: { y } },
  ];
};

function each(drawn: readonly (CrowdPoint & { dot: ScatterDot })[], { x, y }: Laid): object[] {
  return [
    {
      data: {
        values: drawn.map(({ dot, look }) => ({
          ...positionOf(dot),
          code: dot.code,
          name: dot.name,
          fill: look.fill,
          size: (look.radius * 2) ** 2,
          reading: dot.reading(),
        })),
      },
      mark: { type: 'circle', aria: true, opacity: 0.85 },
      encoding: {
        x,
        y,
        color: { field: 'fill', type: 'nominal', scale: null },
        size: { field: 'size', type: 'quantitative', scale: null },
        ...reading,
      },
    },
  ];
}
