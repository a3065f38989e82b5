import { escaped } from '../../data/definitions/markup.ts';
import { toColumns } from '../../web/rowsAsColumns.ts';

export interface PageSettings {
  /** Path under which the site is served, without a slash at its end: `/uptake`, or empty. */
  prefix: string;
  /** The page that the build of the web made, `dist/web/index.html`, or `dist/web/embed.html` for a chart alone. */
  shell: string;
  /** Scheme and host that people reach the site by, for links that must be whole. */
  origin: string;
}

/** JSON that cannot end the script element around it. */
export const inScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c');

/** What a page's script goes on from, for the end of its body. */
export const dataScript = (data: object): string =>
  `<script type="application/json" id="page-data">${inScript(toColumns(data))}</script>`;

/** A shell whose every page says that it is a preview, and for whom: apart from the page, which scripts draw anew. */
export const markedShell = (
  shell: string,
  { sentence, mark }: { sentence: string; mark: string },
): string =>
  shell.replace(
    '<body>',
    () =>
      `<body>\n    <aside class="band" aria-label="About this preview"><span class="wide">${escaped(sentence)}</span></aside>\n    <div class="watermark" aria-hidden="true" data-mark="${escaped(mark)}"></div>`,
  );

/** A page in the shell that the build of the web made: what goes into its head, its body and after that. */
export function shellAround(
  { prefix, shell }: Pick<PageSettings, 'prefix' | 'shell'>,
  { head, page, data }: { head: string; page: string; data: string },
): string {
  // Replacements by function: what a page holds is never read as a pattern.
  return shell
    .replaceAll(/(src|href)="\.\//g, (_, name: string) => `${name}="${prefix}/`)
    .replace('<!--head-->', () => head)
    .replace('<!--page-->', () => page)
    .replace('<!--data-->', () => data);
}
