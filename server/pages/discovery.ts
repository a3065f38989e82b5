import { escaped } from '../../data/definitions/markup.ts';
import { siteName } from '../../web/site.ts';
import type { PageSettings } from './shell.ts';

/** Points programs that are given a page's address to the chart that can be shown in place of the link (oEmbed). */
export function discovery(
  url: URL,
  { origin, prefix }: Pick<PageSettings, 'origin' | 'prefix'>,
): string {
  const asked = new URLSearchParams({ url: url.href, format: 'json' });
  return `<link rel="alternate" type="application/json+oembed" title="${siteName}" href="${escaped(`${origin}${prefix}/oembed?${asked}`)}">`;
}
