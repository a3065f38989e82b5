import { escaped } from '../../data/definitions/markup.ts';
import { sourceLine } from '../../data/words/source.ts';
import { drawingOf } from '../../web/charts/drawings.ts';
import { type Heading, headingOf, keyOf } from '../../web/charts/heading.ts';
import type { ChartData, ChartKind } from '../../web/charts/kind.ts';
import { wideFrom } from '../../web/charts/specs/room.ts';
import { type ChartStanding, revisedNotes, warningsOf } from '../../web/charts/standing.ts';
import { type ImageColours, type ImageTheme, imageThemes } from './palette.ts';
import { stagesPicture } from './stagesPicture.ts';
import { wrapped } from './typeface.ts';

/** Image widths in pixels: the smallest and largest allowed, and the default. */
export const imageWidths = { least: 320, usual: 1200, most: 2400 } as const;

/** Drawn no wider than this and then enlarged, so that text next to the picture stays as large as on a page. */
const widestDrawn = 800;
const margins = { usual: 24, bare: 8 } as const;

interface ImageLook {
  /** In pixels. */
  width?: number;
  theme?: ImageTheme;
  /** Without title, notes and source, but always with what must be known first. */
  bare?: boolean;
}

interface Block {
  lines: string[];
  size: number;
  weight: number;
  colour: string;
  /** Pixels above it. */
  above: number;
}

/**
 * A chart as a self-contained SVG: title, place, month and unit, the chart, notes, source, release and date. Above them
 * comes what must be known first: that it is illustrative, withdrawn or since revised.
 */
export async function chartImage(
  kind: ChartKind,
  data: ChartData,
  standing: ChartStanding = { said: [], revised: [], since: false },
  { width = imageWidths.usual, theme = 'light', bare = false }: ImageLook = {},
): Promise<string> {
  const colours = imageThemes[theme];
  const drawn = Math.min(width, widestDrawn);
  const margin = margins[bare ? 'bare' : 'usual'];
  const inner = drawn - margin * 2;
  const heading = headingOf(kind, data);
  const head = bare ? [] : headOf(heading, inner, drawn, colours);
  const foot = bare ? [] : footOf(kind, data, inner, colours, standing);
  const said = [...illustrative(data), ...warningsOf(standing)];
  const band = bandOf(said, inner, colours);
  const top = said.length ? heightOf(band) + 20 : 0;
  const above = top + (bare ? margin : margin + heightOf(head) + 18);
  const plot = await plotOf(kind, data, inner, colours);
  const below = above + plot.height + 16;
  const height = Math.ceil(below + heightOf(foot) + margin);
  const scale = width / drawn;
  const { title, subtitle } = heading;
  const words = [`${subtitle}.`, kind.sentence(data), ...said, ...revisedNotes(standing)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.round(height * scale)}" viewBox="0 0 ${drawn} ${height}" role="img" aria-labelledby="chart-title chart-words" font-family="${colours.font}">`,
    `<title id="chart-title">${escaped(title)}</title>`,
    `<desc id="chart-words">${escaped(words.join(' '))}</desc>`,
    `<rect width="${drawn}" height="${height}" fill="${colours.page}"/>`,
    said.length
      ? `<rect width="${drawn}" height="${top}" fill="${colours.band}"/>${texts(band, 10, margin)}`
      : '',
    texts(head, top + margin, margin),
    `<g transform="translate(${margin} ${above})" aria-label="${escaped(title)}">${plot.svg}</g>`,
    texts(foot, below, margin),
    '</svg>\n',
  ].join('\n');
}

async function plotOf(kind: ChartKind, data: ChartData, width: number, colours: ImageColours) {
  const lacks = kind.lacks(data);
  if (lacks?.all) {
    const lines = wrapped(lacks.text, width - 40, 18);
    const block = { lines, size: 18, weight: 400, colour: colours.quiet, above: 0 };
    const svg = `<rect width="${width}" height="160" fill="${colours.band}" opacity="0.35"/>${texts([block], 60, 20)}`;
    return { height: 160, svg };
  }
  if (kind.picture) return stagesPicture(data, width, colours);
  const heights = kind.height(data);
  const height = width >= wideFrom ? heights.wide : heights.narrow;
  const room = { width, height, palette: colours };
  // Its library is large, and only images need it.
  const { drawingSvg } = await import('./drawing.ts');
  return { height, svg: await drawingSvg(drawingOf(kind.id, data, room)) };
}

function headOf(
  { title, subtitle }: Heading,
  inner: number,
  drawn: number,
  { ink, quiet }: ImageColours,
): Block[] {
  const size = drawn >= 600 ? 26 : 21;
  return [
    {
      lines: wrapped(title, inner, size, 600),
      size,
      weight: 600,
      colour: ink,
      above: 0,
    },
    {
      lines: wrapped(subtitle, inner, 17),
      size: 17,
      weight: 400,
      colour: quiet,
      above: 6,
    },
  ];
}

function footOf(
  kind: ChartKind,
  data: ChartData,
  inner: number,
  { quiet }: ImageColours,
  standing: ChartStanding,
): Block[] {
  const notes = kind.lacks(data)?.all
    ? []
    : [...revisedNotes(standing), ...keyOf(kind, data), ...(kind.notes?.(data) ?? [])];
  const small = { size: 14, weight: 400, colour: quiet };
  return [
    ...notes.map((note) => ({ ...small, lines: wrapped(note, inner, 14), above: 2 })),
    { ...small, lines: wrapped(sourceLine(data.meta), inner, 14), above: notes.length ? 10 : 0 },
  ];
}

const illustrative = ({ meta }: ChartData): string[] =>
  meta.kind === 'illustrative'
    ? [meta.note ?? 'Illustrative data made by this software: not real practices or real figures.']
    : [];

/** What must be known before anything else, shown above the chart. */
const bandOf = (said: readonly string[], inner: number, { bandInk }: ImageColours): Block[] =>
  said.map((text, i) => ({
    lines: wrapped(text, inner, 15, 600),
    size: 15,
    weight: 600,
    colour: bandInk,
    above: i === 0 ? 0 : 4,
  }));

const lineHeight = 1.3;

const heightOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { lines, size, above }) => sum + above + lines.length * size * lineHeight, 0);

function texts(blocks: readonly Block[], top: number, left: number): string {
  let y = top;
  return blocks
    .flatMap(({ lines, size, weight, colour, above }) => {
      y += above;
      return lines.map((line) => {
        y += size * lineHeight;
        return `<text x="${left}" y="${(y - size * 0.32).toFixed(1)}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(line)}</text>`;
      });
    })
    .join('\n');
}
