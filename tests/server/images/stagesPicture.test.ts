import { describe, expect, inject, it } from 'vitest';
import { imageThemes } from '../../../server/images/palette.ts';
import { stagesPicture } from '../../../server/images/stagesPicture.ts';
import { textWidth } from '../../../server/images/typeface.ts';
import { charting } from '../../support/charts.ts';

const { load, ask } = charting(inject('illustrative'));
const stages = ['offered', 'enabled', 'accessed'] as const;

/** How many dots there are in each colour, without those of the legend. */
function dotsByColour(svg: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [, d, colour] of svg.matchAll(
    /<path d="([^"]*h0[^".][^"]*|[^"]*h0)" stroke="([^"]*)"/g,
  ))
    found[colour!] = (found[colour!] ?? 0) + d!.split('h0').length - 1;
  return found;
}

describe.each(Object.entries(imageThemes))(
  'the picture of a thousand patients, %s',
  (_, colours) => {
    it.each([{}, { area: 'ZC001' }, { service: 'prescriptions', period: '2014-09' }])(
      'has each of them in the colour of the last stage they reached (%o)',
      async (query) => {
        const data = await load('thousand', query);
        const {
          service = 'records',
          period = '2015-03',
          area = 'E92000001',
        } = query as Record<string, string>;
        const measure = stages.map((stage) => `${service}_${stage}`).join();
        const { data: figures } = await ask('/figures', { measure, area, period });
        const [offered, enabled, accessed] = figures.map(({ value }) => value as number);
        const { svg } = stagesPicture(data, 800, colours);
        const { dots, place, ink } = colours;
        const of = (percent: number) => Math.round(percent * 10);
        const expected = {
          [dots.rest]: 1000 - of(offered!),
          [dots.offered]: of(offered!) - of(enabled!),
          [place]: of(enabled!) - of(accessed!),
          [ink]: of(accessed!),
          [dots.used]: of(accessed!),
        };
        const some = Object.entries(expected).filter(([, count]) => count > 0);
        expect(dotsByColour(svg)).toEqual(Object.fromEntries(some));
      },
    );
  },
);

it.each([272, 352, 592, 640, 752])('keeps all its words within a width of %d', async (width) => {
  const data = await load('thousand', { service: 'records' });
  const { svg, height } = stagesPicture(data, width, imageThemes.light);
  const texts = [
    ...svg.matchAll(
      /<text x="([\d.]+)" y="([\d.]+)" font-size="(\d+)" font-weight="(\d+)"[^>]*>([^<]*)</g,
    ),
  ];
  expect(texts.map(([, , , , , text]) => text).join(' ')).toContain(
    'of patients are registered where it is offered',
  );
  for (const [, x, y, size, weight, text] of texts) {
    expect(Number(x) + textWidth(text!, Number(size), weight), text).toBeLessThanOrEqual(width);
    expect(Number(y), text).toBeLessThan(height);
  }
  const feet = texts.map(([, , y]) => Number(y));
  expect(feet).toEqual([...feet].sort((a, b) => a - b));
  expect(new Set(feet).size).toBe(feet.length);
});
