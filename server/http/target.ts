import type { Request } from 'express';
import { isTrackingTail } from '../../data/definitions/tracking.ts';

/** What a request asks for: its path as written, and its query without tracking parameters. */
export interface Target {
  path: string;
  /** Begins with a question mark, or is empty. */
  search: string;
  searchParams: URLSearchParams;
}

/** Reads the target of a request, however odd: `//`, an absolute address or a stray `#` among others. */
export function targetOf({ originalUrl }: Pick<Request, 'originalUrl'>): Target {
  const [, path = '', query = ''] =
    /^(?:https?:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i.exec(originalUrl) ?? [];
  const kept = query.split('&').filter((pair) => {
    const [name] = new URLSearchParams(pair).keys();
    return name !== undefined && !isTrackingTail(name);
  });
  const search = kept.length ? `?${kept.join('&')}` : '';
  return {
    path: path.startsWith('/') ? path : `/${path}`,
    search,
    searchParams: new URLSearchParams(search),
  };
}
