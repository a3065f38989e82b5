import { escaped } from '../../data/definitions/markup.ts';
import { formatCount } from '../../data/definitions/numbers.ts';

/** A part of the review: sentences, a table, or both. */
export interface ReviewSection {
  title: string;
  sentences?: readonly string[];
  head?: readonly string[];
  rows?: readonly (readonly string[])[];
  /** The number of rows that are not shown. */
  more?: number;
}

/** Sections as lines for a terminal. */
export const reviewLines = (sections: readonly ReviewSection[]): string[] =>
  sections.flatMap(({ title, sentences = [], head, rows = [], more = 0 }) => [
    title,
    ...sentences.map((sentence) => `  ${sentence}`),
    ...(head ? tableLines(head, rows) : []),
    ...(more > 0 ? [`  and ${formatCount(more)} more`] : []),
    '',
  ]);

function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return ['  none'];
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)));
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')}`.trimEnd();
  return [head, ...rows].map(line);
}

/** Sections as a self-contained page to read, print and file. */
export function reviewPage(title: string, sections: readonly ReviewSection[]): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>
body { font: 1rem/1.5 Arial, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #212b32; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: 0.25rem 0; }
th, td { border-bottom: 1px solid #d8dde0; padding: 0.25rem 1rem 0.25rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
@media print { section { break-inside: avoid-page; } }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${sections.map(sectionPage).join('\n')}
</main>
</body>
</html>
`;
}

function sectionPage({ title, sentences = [], head, rows = [], more = 0 }: ReviewSection): string {
  return [
    '<section>',
    `<h2>${escaped(title)}</h2>`,
    ...sentences.map((sentence) => `<p>${escaped(sentence)}</p>`),
    ...(head ? [rows.length ? tablePage(title, head, rows) : '<p>None.</p>'] : []),
    ...(more > 0 ? [`<p>And ${formatCount(more)} more.</p>`] : []),
    '</section>',
  ].join('\n');
}

const tablePage = (
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string =>
  [
    '<table>',
    `<caption>${escaped(title)}</caption>`,
    `<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(
      ([first, ...rest]) =>
        `<tr><th scope="row">${escaped(first!)}</th>${rest.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
    ),
    '</tbody>',
    '</table>',
  ].join('\n');
