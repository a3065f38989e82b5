import { askDirectly } from '../../server/pages/askDirectly.ts';
import { renderPage } from '../../server/pages/pages.ts';
import type { Ask } from '../../web/ask.ts';
import { releasesIn } from '../support/sharedReleases.ts';

const shell = '<html><head><!--head--></head><body><!--page--><!--data--></body></html>';
const prefix = '/uptake';
export const origin = 'https://uptake.example';

export interface DrawnPage {
  status: number;
  html: string;
  /** What a reader sees: no tags, entities read, spaces joined. */
  text: string;
  /** Every address that a link of the page leads to, within the site. */
  links: string[];
}

/** Draws pages of a folder of releases as the server does, under a prefix, for the tests of a file. */
export function drawing(
  folder: string,
  contact = '',
): { ask: Ask; draw: (path: string) => Promise<DrawnPage> } {
  const releases = releasesIn(folder);
  const ask = askDirectly(releases, { prefix, contact });
  return {
    ask,
    async draw(path) {
      const { status, html } = await renderPage(new URL(prefix + path, origin), ask, {
        prefix,
        shell,
        origin,
      });
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => plain(link!));
      return { status, html, text: textOf(html), links };
    },
  };
}

const textOf = (html: string): string =>
  plain(
    html
      .replace(/<script.*?<\/script>/gs, ' ')
      .replace(/<!--.*?-->/gs, '')
      .replace(/<[^>]+>/g, ' '),
  ).replace(/\s+/g, ' ');

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
