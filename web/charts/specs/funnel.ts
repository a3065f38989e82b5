import type { TopLevelSpec } from 'vega-lite';
import { type FunnelModel, funnelCurve } from '../../../server/statistics/funnel.ts';
import { type CrowdPoint, crowd, crowded, type Look, type Reading } from './crowd.ts';
import { chartConfig, haloed, type Palette, type Room, reading, valueLabels } from './palette.ts';

export interface FunnelDot {
  name: string;
  value: number;
  denominator: number;
  position: 'above_998' | 'above_95' | 'inside' | 'below_95' | 'below_998' | null;
  here: boolean;
  reading: Reading;
}

interface Funnel {
  dots: readonly FunnelDot[];
  model: FunnelModel;
  /** The mean as text: "4.5%". */
  mean: string;
  /** What the denominator counts: "Registered patients of each CCG". */
  counted: string;
}

const padding = { left: 50, right: 96, top: 14, bottom: 46 };

/** So many places beyond the outer limits are named. */
const mostNamed = 6;

const limits = ['lower998', 'lower95', 'upper95', 'upper998'] as const;

/**
 * Places by their size against the limits drawn from a model: circles within, triangles that point up or down
 * beyond them, hollow between the inner and the outer limits and solid beyond the outer.
 */
export function funnelSpec(funnel: Funnel, { width, height, palette }: Room): TopLevelSpec {
  const { dots, model, counted } = funnel;
  const plotWidth = Math.max(100, width - padding.left - padding.right);
  const sizes = dots.map(({ denominator }) => denominator);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const curve = funnelCurve(model, Math.max(1, least * 0.9), most * 1.02, 80, 100);
  const values = dots.map(({ value }) => value);
  const top = Math.max(...values, curve.at(-1)!.upper998) * 1.05;
  const low = Math.min(...values, curve.at(-1)!.lower998);
  const domain = low > top * 0.6 ? [low - (top - low) * 0.1, Math.min(top, 100.5)] : [0, top];
  const x = {
    field: 'denominator',
    type: 'quantitative',
    scale: { domain: [0, most * 1.02], nice: false },
    axis: {
      title: counted,
      grid: false,
      domain: true,
      tickCount: Math.max(2, Math.round(plotWidth / 130)),
      format: ',d',
    },
  };
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: { title: null, tickCount: 5, labelExpr: valueLabels('%') },
  };
  const plotHeight = height - padding.top - padding.bottom;
  const [bottom, end] = domain as [number, number];
  const points = pointsOf(dots, palette);
  const together = (dots.length > crowded ? points : []).map(
    ({ dot, look }): CrowdPoint => ({
      x: (dot.denominator / (most * 1.02)) * plotWidth,
      y: plotHeight * (1 - (dot.value - bottom) / (end - bottom)),
      look,
      reading: dot.reading,
    }),
  );
  return {
    width: plotWidth,
    height: plotHeight,
    padding,
    autosize: 'none',
    config: chartConfig(palette),
    usermeta: { readings: together },
    layer: [
      ...curveLayers(curve, { x, y }, palette),
      ...endLabels(funnel, curve.at(-1)!, domain as [number, number], y, palette, height),
      ...crowd(together, { opacity: 0.7 }),
      ...dotLayers(dots.length > crowded ? [] : points, { x, y }),
      ...hereLayers(dots, { x, y }, palette),
      ...nameLayers(dots, { x, y }, { most, width: plotWidth, palette }),
    ],
  } as unknown as TopLevelSpec;
}

function curveLayers(
  curve: ReturnType<typeof funnelCurve>,
  { x, y }: { x: object; y: object },
  palette: Palette,
): object[] {
  const position = (limit: string) => ({ x: { ...x, field: 'n' }, y: { ...y, field: limit } });
  return limits.map((limit) => ({
    data: { values: curve },
    mark: {
      type: 'line',
      color: palette.quiet,
      strokeWidth: limit.endsWith('998') ? 1.5 : 1.2,
      strokeDash: limit.endsWith('998') ? [1, 0] : [5, 4],
      clip: true,
    },
    encoding: position(limit),
  }));
}

function endLabels(
  { model, mean }: Funnel,
  end: ReturnType<typeof funnelCurve>[number],
  [low, high]: [number, number],
  y: object,
  palette: Palette,
  height: number,
): object[] {
  const centre = model.target * 100;
  const room = ((high - low) / (height - padding.top - padding.bottom)) * 16;
  const labels = [
    { at: centre, text: `mean ${mean}`, weight: 600 },
    { at: Math.max(end.upper95, centre + room), text: '95% limit', weight: 400 },
    {
      at: Math.max(end.upper998, centre + room * 2, end.upper95 + room),
      text: '99.8% limit',
      weight: 400,
    },
    { at: Math.min(end.lower95, centre - room), text: '95% limit', weight: 400 },
    {
      at: Math.min(end.lower998, centre - room * 2, end.lower95 - room),
      text: '99.8% limit',
      weight: 400,
    },
  ].filter(({ at }) => at >= low && at <= high);
  return [
    {
      data: { values: [{ at: centre }] },
      mark: { type: 'rule', color: palette.ink, strokeWidth: 1.5 },
      encoding: { y: { ...y, field: 'at' } },
    },
    ...[400, 600].map((weight) => ({
      data: { values: labels.filter((label) => label.weight === weight) },
      mark: {
        type: 'text',
        align: 'left',
        dx: 6,
        fontSize: 13,
        fontWeight: weight,
        color: weight > 400 ? palette.ink : palette.quiet,
        clip: false,
      },
      encoding: { x: { value: 'width' }, y: { ...y, field: 'at' }, text: { field: 'text' } },
    })),
  ];
}

const shapes = {
  inside: 'circle',
  above_998: 'triangle-up',
  above_95: 'triangle-up',
  below_95: 'triangle-down',
  below_998: 'triangle-down',
} as const;

/** The looks of dots by where they lie. */
function looksOf(palette: Palette, scale: number) {
  const look = (position: keyof typeof shapes): Look => {
    const outside = position !== 'inside';
    return {
      shape: shapes[position],
      fill: outside ? (position.endsWith('998') ? palette.place : palette.page) : palette.rest,
      stroke: outside ? palette.place : palette.rest,
      radius: Math.sqrt((outside ? 90 : 40) * scale) / 2,
    };
  };
  const entries = Object.keys(shapes).map((name) => [name, look(name as keyof typeof shapes)]);
  return Object.fromEntries(entries) as Record<keyof typeof shapes, Look>;
}

/** Dots with their looks, those within the limits first. */
function pointsOf(dots: readonly FunnelDot[], palette: Palette) {
  const looks = looksOf(palette, dots.length > crowded ? 0.35 : 1);
  const points = dots.map((dot) => ({ dot, look: looks[dot.position ?? 'inside'] }));
  const within = (point: { look: Look }) => point.look === looks.inside;
  return [...points.filter(within), ...points.filter((point) => !within(point))];
}

function dotLayers(points: ReturnType<typeof pointsOf>, position: object): object[] {
  if (!points.length) return [];
  const literal = (field: string, type = 'nominal') => ({ field, type, scale: null });
  return [
    {
      data: {
        values: points.map(({ dot, look: { radius, ...look } }) => ({
          ...dot,
          ...look,
          reading: dot.reading(),
          size: (radius * 2) ** 2,
        })),
      },
      mark: { type: 'point', aria: true, filled: true, strokeWidth: 1.4, opacity: 1 },
      encoding: {
        ...position,
        shape: literal('shape'),
        fill: literal('fill'),
        stroke: literal('stroke'),
        size: literal('size', 'quantitative'),
        ...reading,
      },
    },
  ];
}

function hereLayers(dots: readonly FunnelDot[], position: object, palette: Palette): object[] {
  const values = dots.filter(({ here }) => here);
  if (!values.length) return [];
  return [
    {
      data: { values },
      mark: { type: 'point', size: 260, strokeWidth: 2.5, color: palette.ink, opacity: 1 },
      encoding: position,
    },
  ];
}

/** The place looked at is named, and a few of those furthest beyond the outer limits. */
function nameLayers(
  dots: readonly FunnelDot[],
  position: object,
  { most, width, palette }: { most: number; width: number; palette: Palette },
): object[] {
  const here = dots.filter((dot) => dot.here);
  const beyond = dots
    .filter((dot) => !dot.here && dot.position?.endsWith('998'))
    .sort((a, b) => b.denominator - a.denominator);
  const named = [...here, ...(beyond.length > mostNamed ? [] : beyond)];
  const isLeft = ({ denominator }: FunnelDot) => denominator < most * 0.55;
  return [true, false].flatMap((left) => {
    const values = named.filter((dot) => isLeft(dot) === left);
    if (!values.length) return [];
    return haloed(
      {
        data: { values },
        mark: {
          type: 'text',
          align: left ? 'left' : 'right',
          baseline: 'bottom',
          dx: left ? 8 : -8,
          dy: -2,
          fontSize: 13,
          limit: width * 0.5,
        },
        encoding: { ...position, text: { field: 'name' } },
      },
      palette,
    );
  });
}
