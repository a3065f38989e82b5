import { inject } from 'vitest';

/** The kinds of release that responses are tested on, each with its folder; null if there is none. */
export const folders: [name: string, folder: string | null][] = [
  ['illustrative figures', inject('illustrative')],
  ['illustrative figures with reference files', inject('referenced')],
  ['one month of one service', inject('oneService')],
  ['published figures', inject('published2018')],
];
