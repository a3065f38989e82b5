import { measureOf } from '../../data/definitions/measures.ts';
import { countsOf, formatValue } from '../../data/words/figure.ts';
import type { ChartData } from '../../web/charts/kind.ts';
import { dots, reached } from '../../web/charts/thousand.ts';
import { stagesIn, type ThousandData } from '../../web/charts/thousandForms.ts';
import type { ImageColours } from './palette.ts';

const block = { width: 400, height: 250 };
const words = {
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
    const said = [
      `<text x="${left + 28}" y="${y + 38}" font-size="40" font-weight="600" fill="${colours.ink}">${formatValue(figure, measure)}</text>`,
      `<text x="${left + 28}" y="${y + 60}" font-size="17" fill="${colours.ink}">of patients ${words[stage]}</text>`,
      `<text x="${left + 28}" y="${y + 80}" font-size="15" fill="${colours.quiet}">${countsOf(figure, measure)}</text>`,
    ];
    y += 94;
    return dot + said.join('');
  });
  const height = beside ? Math.max(block.height * scale, y) : y;
  return {
    height,
    svg: `<g transform="scale(${scale})">${picture(shown, colours)}</g>${figures.join('\n')}`,
  };
}

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
  stage: keyof typeof words,
  x: number,
  y: number,
  { dots: dot, place, ink }: ImageColours,
): string {
  const d = `M${x} ${y}h0.01`;
  if (stage === 'offered') return path(d, dot.offered, 12);
  if (stage === 'enabled') return path(d, place, 14.4);
  return path(d, ink, 18.8) + path(d, dot.used, 13.2);
}
