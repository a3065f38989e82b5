import { escaped } from '../../data/definitions/markup.ts';
import { siteName } from '../../web/site.ts';
import type { PageSettings } from './shell.ts';

/** Tells those who are given an address where to ask for the chart to show in its place, by oEmbed. */
export function discovery(
  url: URL,
  { origin, prefix }: Pick<PageSettings, 'origin' | 'prefix'>,
): string {
  const asked = new URLSearchParams({ url: url.href, format: 'json' });
  return `<link rel="alternate" type="application/json+oembed" title="${siteName}" href="${escaped(`${origin}${prefix}/oembed?${asked}`)}">`;
}
