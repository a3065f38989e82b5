import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { imageThemes } from '../../../server/images/palette.ts';

const styles = readFileSync(new URL('../../../web/styles/_colours.scss', import.meta.url), 'utf8');
const [, light, dark] = styles.split(':root {');
const inStyles = { light: light!, dark: dark! };

it.each(['light', 'dark'] as const)("images have the pages' %s colours", (theme) => {
  const of = (name: string) => new RegExp(`--${name}: (#\\w+)`).exec(inStyles[theme])?.[1];
  const { font: _, bands, steps, stepInks, dots, bandInk, ...named } = imageThemes[theme];
  const colours = Object.entries({
    ...named,
    'band-ink': bandInk,
    ...Object.fromEntries(Object.entries(dots).map(([name, colour]) => [`dot-${name}`, colour])),
    ...Object.fromEntries(bands.map((colour, i) => [`spread-${i + 1}`, colour])),
    ...Object.fromEntries(steps.map((colour, i) => [`step-${i + 1}`, colour])),
    ...Object.fromEntries(stepInks.map((colour, i) => [`step-ink-${i + 1}`, colour])),
  });
  expect(colours).toHaveLength(26);
  for (const [name, colour] of colours) expect(of(name), name).toBe(colour);
});
