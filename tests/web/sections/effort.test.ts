import { expect, it } from 'vitest';
import { effortGist } from '../../../web/sections/effort.ts';

it.each([
  [
    { gap: 404, short: 2, holdHalf: 1, reported: 4 },
    '404 patients short of England’s level, at least half of them at 1 of 4 practices',
  ],
  [
    { gap: 1, short: 1, holdHalf: 1, reported: 4 },
    '1 patient short of England’s level, all at one practice',
  ],
  [{ gap: 0, short: 0, holdHalf: 0, reported: 4 }, 'no practice is short of England’s level'],
  [{ gap: 0, short: 0, holdHalf: 0, reported: 0 }, ''],
])('how few practices account for how much, in one line, of %j', (effort, gist) => {
  expect(effortGist({ ...effort, sentence: '', practices: [] })).toBe(gist);
});
