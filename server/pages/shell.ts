import { escaped } from '../../data/definitions/markup.ts';
import { toColumns } from '../../web/rowsAsColumns.ts';

export interface PageSettings {
  /** Path under which the site is served, without a slash at its end: `/uptake`, or empty. */
  prefix: string;
  /** The page made by the web build: `dist/web/index.html`, or `dist/web/embed.html` for a single chart. */
  shell: string;
  /** Scheme and host by which people reach the site, for absolute links. */
  origin: string;
}

/** JSON that cannot end the script element around it. */
export const inScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c');

/** The page's data for its script, at the end of the body. */
export const dataScript = (data: object): string =>
  `<script type="application/json" id="page-data">${inScript(toColumns(data))}</script>`;

/** A shell that marks every page as a preview and says for whom. It is outside the page, which scripts redraw. */
export const markedShell = (
  shell: string,
  { sentence, mark }: { sentence: string; mark: string },
): string =>
  shell.replace(
    '<body>',
    () =>
      `<body>\n    <aside class="band" aria-label="About this preview"><span class="wide">${escaped(sentence)}</span></aside>\n    <div class="watermark" aria-hidden="true" data-mark="${escaped(mark)}"></div>`,
  );

/** Puts a page into the shell made by the web build: content for the head, the body and after the body. */
export function shellAround(
  { prefix, shell }: Pick<PageSettings, 'prefix' | 'shell'>,
  content: { head: string; page: string; data: string },
): string {
  // Replaces by functions, because in a replacement text `$` would be read as a pattern.
  return shell
    .replaceAll(/(src|href)="\.\//g, (_, name: string) => `${name}="${prefix}/`)
    .replaceAll(/<!--(head|page|data)-->/g, (_, place: keyof typeof content) => content[place]);
}
