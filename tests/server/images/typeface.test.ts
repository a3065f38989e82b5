import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { fontFiles, textWidth, wrapped } from '../../../server/images/typeface.ts';

/** The width of a text as drawn. */
function drawnWidth(text: string, size: number): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="100"><text x="0" y="60" font-size="${size}">${text}</text></svg>`;
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Source Sans 3' };
  return new Resvg(svg, { font }).innerBBox()!.width;
}

describe('the typeface of images', () => {
  it.each(['Seeing your record: 97.2%', 'WWWWWWWWWW', 'illicit – filling', '7,566 of 7,813'])(
    'measures "%s" as it is drawn',
    (text) => {
      expect(textWidth(text, 20)).toBeGreaterThan(drawnWidth(text, 20) - 3);
      expect(textWidth(text, 20)).toBeLessThan(drawnWidth(text, 20) + 5);
    },
  );

  it('is wider when bold', () => {
    expect(textWidth('patients', 20, 600)).toBeGreaterThan(textWidth('patients', 20));
  });

  it('breaks lines to fit, without losing a word', () => {
    const text =
      'In March 2015, 4.5% of patients in England were set up to see their record online';
    const lines = wrapped(text, 200, 16);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(textWidth(line, 16)).toBeLessThanOrEqual(200);
    // No single word on the last line if another can join it without adding a line.
    const title = wrapped('Seeing your record: patients set up for it', 352, 21, 600);
    expect(title).toHaveLength(2);
    expect(title[1]).toContain(' ');
    expect(wrapped('Llanfairpwllgwyngyll', 20, 16)).toEqual(['Llanfairpwllgwyngyll']);
  });
});
