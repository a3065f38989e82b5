import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { formatCount } from '../../data/definitions/numbers.ts';
import { fontFiles } from '../../server/images/typeface.ts';
import type { ReviewSection } from './reviewText.ts';

const [plain, bold] = fontFiles as [string, string];

/** Font sizes, in points. */
const sizes = { title: 20, section: 13, text: 10, table: 8.5 } as const;

/** Writes sections to an A4 PDF for signing and filing. */
export async function writeReviewPdf(
  file: string,
  title: string,
  sections: readonly ReviewSection[],
): Promise<void> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 50,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: title },
    font: plain,
  });
  const written = createWriteStream(file);
  document.pipe(written);
  document.registerFont('bold', bold).registerFont('plain', plain);
  const say = (text: string, size: number, name = 'plain') =>
    document.font(name).fontSize(size).text(text).moveDown(0.3);
  say(title, sizes.title, 'bold');
  for (const { title: heading, sentences = [], head, rows = [], more = 0 } of sections) {
    document.moveDown(0.8);
    // A heading must not be the last on its page.
    if (document.y > document.page.height - 140) document.addPage();
    say(heading, sizes.section, 'bold');
    for (const sentence of sentences) say(sentence, sizes.text);
    if (head && !rows.length) say('None.', sizes.text);
    if (head && rows.length) {
      document.font('plain').fontSize(sizes.table);
      document.table({
        defaultStyle: { border: [0, 0, 0.5, 0], borderColor: '#d8dde0', padding: [3, 8, 3, 0] },
        columnStyles: widthsOf(head, rows).map((width) => ({ width: `${width}%` })),
        data: [
          head.map((text) => ({ text, font: { src: 'bold' } })),
          ...rows.map((row) => [...row]),
        ],
      });
      document.moveDown(0.3);
    }
    if (more > 0) say(`And ${formatCount(more)} more.`, sizes.text);
  }
  const { count } = document.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(page);
    document.page.margins.bottom = 0;
    document
      .font('plain')
      .fontSize(sizes.table)
      .text(`${title}, page ${page + 1} of ${count}`, 50, document.page.height - 35, {
        lineBreak: false,
      });
  }
  document.end();
  await finished(written);
}

/** Column widths in percent: by the longest text of each, at least a tenth. */
function widthsOf(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const longest = head.map((_, i) =>
    Math.min(60, Math.max(...[head, ...rows].map((row) => row[i]!.length))),
  );
  const least = 0.1 * longest.reduce((sum, length) => sum + length, 0);
  const lengths = longest.map((length) => Math.max(length, least));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => (100 * length) / all);
}
