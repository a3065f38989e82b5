import { escaped } from '../../data/definitions/markup.ts';
import { measureOf } from '../../data/definitions/measures.ts';
import { countsOf, formatValue } from '../../data/words/figure.ts';
import type { ChartData } from '../../web/charts/kind.ts';
import { dots, reached } from '../../web/charts/thousand.ts';
import { stagesIn, type ThousandData } from '../../web/charts/thousandForms.ts';
import type { ImageColours } from './palette.ts';
import { wrapped } from './typeface.ts';

const block = { width: 400, height: 250 };
const wordsSize = 17;
const countsSize = 15;
const lineStep = 21;
const stageWords = {
  offered: 'are registered where it is offered',
  enabled: 'were set up for it',
  accessed: 'did so in the month',
};

/** The picture of a thousand patients, with its figures beside it or, if it is narrow, below it. */
export function stagesPicture(
  data: ChartData,
  width: number,
  colours: ImageColours,
): { height: number; svg: string } {
  const shown = data as ThousandData;
  const beside = width >= 640;
  const scale = beside ? 1.08 : width / block.width;
  const left = beside ? block.width * scale + 36 : 0;
  const stages = (['offered', 'enabled', 'accessed'] as const).filter(
    (stage) => shown.figures[stage] && shown.figures[stage].marker !== '[z]',
  );
  let y = beside ? 0 : block.height * scale + 24;
  const figures = stages.map((stage) => {
    const figure = shown.figures[stage]!;
    const measure = measureOf(`${shown.service}_${stage}`);
    const dot = stageDot(stage, left + 9, y + 24, colours);
    const x = left + 28;
    const words = wrapped(`of patients ${stageWords[stage]}`, width - x, wordsSize);
    const counts = wrapped(countsOf(figure, measure), width - x, countsSize);
    const said = [
      textAt(x, y + 38, [formatValue(figure, measure)], 40, colours.ink, 600),
      textAt(x, y + 60, words, wordsSize, colours.ink),
      textAt(x, y + 80 + (words.length - 1) * lineStep, counts, countsSize, colours.quiet),
    ];
    y += 94 + (words.length + counts.length - 2) * lineStep;
    return dot + said.join('');
  });
  const height = beside ? Math.max(block.height * scale, y) : y;
  return {
    height,
    svg: `<g transform="scale(${scale})">${picture(shown, colours)}</g>${figures.join('\n')}`,
  };
}

/** Lines of text, the first with its foot at a height. */
const textAt = (
  x: number,
  y: number,
  lines: readonly string[],
  size: number,
  colour: string,
  weight = 400,
): string =>
  lines
    .map(
      (line, i) =>
        `<text x="${x}" y="${y + i * lineStep}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(line)}</text>`,
    )
    .join('\n');

const path = (d: string, colour: string, width: number): string =>
  d &&
  `<path d="${d}" stroke="${colour}" stroke-width="${width}" fill="none" stroke-linecap="round"/>`;

function picture(shown: ThousandData, { dots: dot, place, ink }: ImageColours): string {
  const { accessed, enabled, offered } = reached(stagesIn(shown));
  return [
    path(dots(offered, 1000), dot.rest, 2.4),
    path(dots(enabled, offered), dot.offered, 6),
    path(dots(accessed, enabled), place, 7.2),
    path(dots(0, accessed), ink, 9.4),
    path(dots(0, accessed), dot.used, 6.6),
  ].join('');
}

function stageDot(
  stage: keyof typeof stageWords,
  x: number,
  y: number,
  { dots: dot, place, ink }: ImageColours,
): string {
  const d = `M${x} ${y}h0.01`;
  if (stage === 'offered') return path(d, dot.offered, 12);
  if (stage === 'enabled') return path(d, place, 14.4);
  return path(d, ink, 18.8) + path(d, dot.used, 13.2);
}
