import { type Item, parse, type Scene, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
// Measures letters as they are, which Vega cannot without a canvas.
import '../../../../server/images/drawing.ts';
import type { Palette } from '../../../../web/charts/specs/palette.ts';

export const palette: Palette = {
  place: '#0000aa',
  rest: '#777777',
  offered: '#4444cc',
  used: '#aa5500',
  ink: '#000000',
  quiet: '#444444',
  rule: '#dddddd',
  page: '#ffffff',
  bands: ['#eeeeee', '#dddddd', '#cccccc'],
  steps: ['#e0e0f0', '#b0b0e0', '#8080d0', '#4040c0', '#000080'],
  stepInks: ['#000000', '#000000', '#000000', '#ffffff', '#ffffff'],
  font: 'Arial',
};

/** What a specification comes to without a browser: size, texts, marks by kind, and what it complained of. */
export interface Drawn {
  width: number;
  height: number;
  texts: string[];
  marks: { kind: string; role: string; items: Item[] }[];
  warnings: string[];
}

/** Draws a specification as the page does, with expressions interpreted, but onto nothing. */
export async function drawn(spec: TopLevelSpec): Promise<Drawn> {
  const warnings: string[] = [];
  const note = (...words: unknown[]) => {
    warnings.push(words.join(' '));
    return logger;
  };
  const logger = {
    level: () => logger,
    error: note,
    warn: note,
    info: () => logger,
    debug: () => logger,
  };
  const { spec: vega } = compile(spec, { logger: logger as never });
  const runtime = parse(vega, {}, { ast: true });
  const view = new View(runtime, {
    renderer: 'none',
    expr: expressionInterpreter,
    logger: logger as never,
  });
  await view.runAsync();
  const svg = await view.toSVG();
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
  const marks: Drawn['marks'] = [];
  walk((view.scenegraph() as unknown as { root: Scene }).root, marks);
  view.finalize();
  return {
    width: Number(width),
    height: Number(height),
    texts: [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text!),
    marks,
    warnings,
  };
}

function walk(scene: Scene, into: Drawn['marks']): void {
  const { marktype, role, items } = scene as unknown as {
    marktype: string;
    role: string;
    items: Item[];
  };
  if (marktype !== 'group') into.push({ kind: marktype, role, items });
  for (const item of items) {
    for (const inner of (item as unknown as { items?: Scene[] }).items ?? []) walk(inner, into);
  }
}

/** The marks of a kind that data drew, not axes or titles. */
export const itemsOf = ({ marks }: Drawn, kind: string): Item[] =>
  marks.filter((mark) => mark.kind === kind).flatMap(({ items }) => items);

/** A mark as it is drawn, in pixels from the upper left corner of the plot, with the row it stands for. */
export interface DrawnMark {
  x: number;
  y: number;
  x2: number;
  y2: number;
  width: number;
  height: number;
  shape: string;
  fill: string;
  stroke: string;
  defined: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the rows it drew
  datum: any;
}

/** The marks of a kind that data drew, as they lie. */
export const marksOf = (chart: Drawn, kind: string): DrawnMark[] =>
  chart.marks
    .filter((mark) => mark.kind === kind && mark.role === 'mark')
    .flatMap(({ items }) => items as unknown as DrawnMark[]);

/** Where values lie by the labels beside an axis, in pixels; throws where it has fewer than two of them. */
export function axisOf(chart: Drawn, side: 'left' | 'bottom'): (value: number) => number {
  const labels = chart.marks
    .filter(({ role }) => role === 'axis-label')
    .flatMap(({ items }) => items as unknown as (DrawnMark & { datum: { value: number } })[])
    .filter(({ x }) => (side === 'left' ? x < 0 : x >= 0))
    .map((item) => ({ value: item.datum.value, at: side === 'left' ? item.y : item.x }));
  const [first, last] = [labels[0], labels.at(-1)];
  if (!first || !last || first.value === last.value) throw new Error(`no ${side} axis of values`);
  const pixels = (last.at - first.at) / (last.value - first.value);
  return (value) => first.at + (value - first.value) * pixels;
}
