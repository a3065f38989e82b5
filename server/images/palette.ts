import type { Palette } from '../../web/charts/specs/palette.ts';

/** The light colours of the pages as they are, for images, which know no style sheet. */
export const lightPalette: Palette = {
  place: '#005eb8',
  rest: '#768692',
  offered: '#4b7aa3',
  used: '#c45500',
  ink: '#212b32',
  quiet: '#4c6272',
  rule: '#d8dde0',
  page: '#ffffff',
  bands: ['#edf0f2', '#dde2e6', '#c3ccd2'],
  steps: ['#e3edf7', '#b9d3ec', '#82b1dd', '#2f74b5', '#0b4186'],
  stepInks: ['#212b32', '#212b32', '#212b32', '#ffffff', '#ffffff'],
  font: "'Source Sans 3', Arial, sans-serif",
};

/** Colours of the band that marks illustrative data, and of the dots of a thousand patients. */
export const imageColours = {
  band: '#fff4d6',
  bandInk: '#3d3000',
  'dot-rest': '#aeb7bd',
  'dot-offered': '#b5cfe8',
  'dot-used': '#f08a1d',
} as const;
