import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { afterAll, describe, expect, it } from 'vitest';
import { writeReviewPdf } from '../../../scripts/releases/reviewPdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'uptake-review-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The text that another program reads from it, page by page. */
async function read(file: string) {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)));
  const { text } = await extractText(pdf);
  const { info } = await getMeta(pdf);
  return { pages: text.map((page) => page.replace(/\s+/g, ' ')), title: info.Title };
}

const title = 'Sign-off of release 2019-04.1';
const hash = '9178ecab5bfef490858b8ad91e4e4fc19f71706539fc09c82aa634e712f06d76';
const rows = Array.from({ length: 120 }, (_, i) => [`Finding ${i + 1}`, String(i)]);

describe('the review as a PDF', async () => {
  const file = join(folder, 'review.pdf');
  await writeReviewPdf(file, title, [
    { title: 'Release 2019-04.1', sentences: ['Built by Ann; Zoë’s “draft” − 12 £.'] },
    { title: 'What was doubted and accepted', head: ['doubt', 'reason'], rows: [] },
    { title: 'Findings', head: ['finding', 'times'], rows, more: 3 },
    { title: 'Files', head: ['file', 'SHA-256'], rows: [['a.csv', hash]] },
  ]);
  const { pages, title: named } = await read(file);
  const all = pages.join(' ');

  it('has every section, sentence and row, in order', () => {
    expect(named).toBe(title);
    const parts = [
      title,
      'Release 2019-04.1',
      'Built by Ann; Zoë’s “draft” − 12 £.',
      'What was doubted and accepted',
      'None.',
      'Findings',
      ...rows.map(([finding, times]) => `${finding} ${times}`),
      'And 3 more.',
      'Files',
    ];
    let at = 0;
    for (const part of parts) {
      const next = all.indexOf(part, at);
      expect([part, next >= at]).toEqual([part, true]);
      at = next + part.length;
    }
    expect(all.replaceAll(' ', '')).toContain(hash);
  });

  it('numbers its pages', () => {
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, i) => {
      expect(page).toContain(`${title}, page ${i + 1} of ${pages.length}`);
    });
  });
});
