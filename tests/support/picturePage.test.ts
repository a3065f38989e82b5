import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, expect, it } from 'vitest';
import { forgetDifference, showDifference } from './picturePage.ts';
import { small } from './pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'uptake-pictures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const square = (x: number) =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="600" height="300" fill="#fff"/><rect x="${x}" y="100" width="100" height="100" fill="#00f"/></svg>`,
  )
    .render()
    .asPng();

it('a picture that differs is shown beside the approved one and what differs, until it is approved', () => {
  const [approved, now] = [square(50), square(400)];
  const page = showDifference('funnel', { approved, now }, folder);
  expect(readdirSync(join(folder, 'funnel')).sort()).toEqual([
    ...['approved.png', 'difference.png', 'now.png'],
  ]);
  const html = readFileSync(page, 'utf8');
  for (const part of ['approved', 'now', 'difference']) {
    expect(html).toContain(`<img src="funnel/${part}.png"`);
  }
  const { width, pixels } = small(readFileSync(join(folder, 'funnel', 'difference.png')));
  const at = (x: number, y: number) => [
    ...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
  ];
  // White minus blue is yellow where a square was or is now, and black elsewhere.
  expect([at(50, 75), at(225, 75), at(150, 75)]).toEqual([
    [255, 255, 0],
    [255, 255, 0],
    [0, 0, 0],
  ]);
  forgetDifference('funnel', folder);
  expect(readFileSync(page, 'utf8')).toContain('Every picture is as it was approved');
});
