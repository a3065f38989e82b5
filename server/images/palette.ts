import type { Palette } from '../../web/charts/specs/palette.ts';

/**
 * Colours of an image: those of the chart, of the band that marks illustrative data, and of the dots of a thousand
 * patients.
 */
export interface ImageColours extends Palette {
  band: string;
  bandInk: string;
  dots: Record<'rest' | 'offered' | 'used', string>;
}

const font = "'Source Sans 3', Arial, sans-serif";

/** The colours of each theme, repeated here because images have no style sheet. */
export const imageThemes = {
  light: {
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
    font,
    band: '#fff4d6',
    bandInk: '#3d3000',
    dots: { rest: '#aeb7bd', offered: '#b5cfe8', used: '#f08a1d' },
  },
  dark: {
    place: '#6db1f7',
    rest: '#8b9aa5',
    offered: '#86abd0',
    used: '#ff9a3d',
    ink: '#eef2f4',
    quiet: '#a9b6bf',
    rule: '#35424b',
    page: '#12181c',
    bands: ['#202b32', '#2e3a43', '#45545f'],
    steps: ['#263a4b', '#265377', '#3273ad', '#68a9e3', '#b5d9fc'],
    stepInks: ['#eef2f4', '#eef2f4', '#ffffff', '#0b1116', '#0b1116'],
    font,
    band: '#33290b',
    bandInk: '#ffe9a8',
    dots: { rest: '#46545e', offered: '#2f5378', used: '#ff9a3d' },
  },
} satisfies Record<string, ImageColours>;

export type ImageTheme = keyof typeof imageThemes;
