import { inject } from 'vitest';

/** The kinds of release that answers are tried on, each with its folder; null where there is none. */
export const folders: [name: string, folder: string | null][] = [
  ['illustrative figures', inject('illustrative')],
  ['illustrative figures with reference files', inject('referenced')],
  ['one month of one service', inject('oneService')],
  ['published figures', inject('published2018')],
];
