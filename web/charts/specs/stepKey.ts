import type { Palette } from './palette.ts';

const swatchHeight = 18;

/** A colour class in a key. */
export interface KeyStep {
  /** Which of the five colour steps. */
  step: number;
  /** The number of its places, as text. */
  held: string;
  /** The values at which it begins and ends, as text. */
  from: string;
  to: string;
}

/** For marks positioned by pixel: scales from a field or number to the whole chart. */
export const pixels = (width: number, height: number) => ({
  x: { type: 'quantitative', scale: { domain: [0, width], nice: false, zero: false }, axis: null },
  y: {
    type: 'quantitative',
    scale: { domain: [0, height], reverse: true, nice: false, zero: false },
    axis: null,
  },
});

/** The colour of a step, and of a place without a figure. */
export const stepFill = (step: number | null, { steps, page }: Palette): string =>
  step === null ? page : steps[step]!;

/** A readable text colour on it. */
export const stepInk = (step: number | null, { stepInks, quiet }: Palette): string =>
  step === null ? quiet : stepInks[step]!;

/** An encoding for colours and the like that data rows contain themselves. */
export const literal = (field: string) => ({ field, type: 'nominal', scale: null });

/** The colours in a row, each with its number of places, and the values between them. */
export function stepKey(
  key: readonly KeyStep[],
  { x, y }: { x: object; y: object },
  width: number,
  palette: Palette,
): object[] {
  if (!key.length) return [];
  const swatch = Math.min(64, (width - 40) / palette.steps.length);
  const left = 18;
  const swatches = key.map(({ step, held }, i) => ({
    fill: stepFill(step, palette),
    ink: stepInk(step, palette),
    held,
    middle: left + (i + 0.5) * swatch,
    line: 3 + swatchHeight / 2,
    left: left + i * swatch,
    right: left + (i + 1) * swatch,
    upper: 2,
    lower: 2 + swatchHeight,
  }));
  const texts = [...key.map(({ from }) => from), key.at(-1)!.to].map((text, i) => ({
    text,
    at: left + i * swatch,
    top: swatchHeight + 13,
  }));
  return [
    {
      data: { values: swatches },
      mark: { type: 'rect', stroke: palette.page, strokeWidth: 1 },
      encoding: {
        x: { ...x, field: 'left' },
        x2: { field: 'right' },
        y: { ...y, field: 'upper' },
        y2: { field: 'lower' },
        fill: literal('fill'),
      },
    },
    {
      data: { values: swatches },
      mark: { type: 'text', fontSize: 13 },
      encoding: {
        x: { ...x, field: 'middle' },
        y: { ...y, field: 'line' },
        text: { field: 'held' },
        color: literal('ink'),
      },
    },
    {
      data: { values: texts },
      mark: { type: 'text', fontSize: 13, color: palette.quiet },
      encoding: { x: { ...x, field: 'at' }, y: { ...y, field: 'top' }, text: { field: 'text' } },
    },
  ];
}
