import { type CrowdPoint, crowd, crowded, type Look, type Reading } from '../crowd.ts';
import { type Palette, reading } from '../palette.ts';
import type { FunnelPlot } from './plot.ts';

/** A place in a funnel. */
export interface FunnelDot {
  code?: string;
  name: string;
  value: number;
  denominator: number;
  /** Where its mark puts it; null for more than the whole. */
  position: 'above_998' | 'above_95' | 'inside' | 'below_95' | 'below_998' | null;
  here: boolean;
  reading: Reading;
}

/** A dot with its look, in pixels. */
interface DrawnDot extends CrowdPoint {
  dot: FunnelDot;
}

const shapes = {
  none: 'diamond',
  inside: 'circle',
  above_998: 'triangle-up',
  above_95: 'triangle-up',
  below_95: 'triangle-down',
  below_998: 'triangle-down',
} as const;

/** The looks of dots by position in the funnel. */
function looksOf(palette: Palette, scale: number) {
  const look = (position: keyof typeof shapes): Look => {
    const outside = position !== 'inside' && position !== 'none';
    const stroke = outside ? palette.place : palette.rest;
    const fill = outside && position.endsWith('998') ? palette.place : palette.page;
    return {
      shape: shapes[position],
      fill: position === 'inside' ? palette.rest : fill,
      stroke,
      radius: Math.sqrt((position === 'inside' ? 40 : 90) * scale) / 2,
    };
  };
  const entries = Object.keys(shapes).map((name) => [name, look(name as keyof typeof shapes)]);
  return Object.fromEntries(entries) as Record<keyof typeof shapes, Look>;
}

/** Dots with their looks, those within the limits first. Diamonds stand for places with more than the whole. */
export function drawnDots(
  dots: readonly FunnelDot[],
  plot: FunnelPlot,
  palette: Palette,
): DrawnDot[] {
  const looks = looksOf(palette, dots.length > crowded ? 0.35 : 1);
  const drawn = dots.map((dot) => {
    const [x, y] = plot.at(dot.denominator, dot.value);
    const { code } = dot;
    return { dot, look: looks[dot.position ?? 'none'], x, y, reading: dot.reading, code };
  });
  const within = ({ look }: DrawnDot) => look === looks.inside;
  return [...drawn.filter(within), ...drawn.filter((one) => !within(one))];
}

/** Dots one by one or, if there are many, together; the one looked at has a ring. */
export function dotLayers(drawn: readonly DrawnDot[], { x, y }: FunnelPlot, { ink }: Palette) {
  const here = drawn.filter(({ dot }) => dot.here);
  return [
    ...(drawn.length > crowded ? crowd(drawn, { opacity: 0.7 }) : each(drawn, { x, y })),
    ...(here.length
      ? [
          {
            data: { values: here.map(({ dot }) => dot) },
            mark: { type: 'point', size: 260, strokeWidth: 2.5, color: ink, opacity: 1 },
            encoding: { x, y },
          },
        ]
      : []),
  ];
}

function each(drawn: readonly DrawnDot[], position: object): object[] {
  if (!drawn.length) return [];
  const literal = (field: string, type = 'nominal') => ({ field, type, scale: null });
  return [
    {
      data: {
        values: drawn.map(({ dot, look: { radius, ...look } }) => ({
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
