import type { Address } from '../page.ts';
import type { ChartForms, ChartQuery } from './kind.ts';
import { chartQueryString } from './question.ts';

interface ImageAsked {
  format: 'svg' | 'png';
  /** In pixels; 1,200 by default. */
  width?: number;
  theme?: 'dark';
  /** On a card of fixed size, or without title, notes and source. */
  shape?: 'card' | 'bare';
}

/** The size in pixels of the picture in link previews, the same on all platforms. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Address of a chart as an image. */
export function imageHref(
  { prefix }: Pick<Address, 'prefix'>,
  { id }: Pick<ChartForms, 'id'>,
  query: ChartQuery,
  { format, width, theme, shape }: ImageAsked,
): string {
  const asked = [
    chartQueryString(query).slice(1),
    width ? `width=${width}` : '',
    theme ? `theme=${theme}` : '',
    shape ? `shape=${shape}` : '',
  ];
  const search = asked.filter(Boolean).join('&');
  return `${prefix}/charts/${id}.${format}${search ? `?${search}` : ''}`;
}
