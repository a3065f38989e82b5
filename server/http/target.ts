import { isTrackingTail } from '../../data/definitions/tracking.ts';
import type { Asking } from './asking.ts';

/** What a request asks for: its path as written, and its query without tracking parameters. */
export interface Target {
  path: string;
  /** Begins with a question mark, or is empty. */
  search: string;
  searchParams: URLSearchParams;
}

type Addressed = Pick<Asking, 'originalUrl'>;

/** Reads the target of a request, however odd: `//`, an absolute address or a stray `#` among others. */
export function targetOf(request: Addressed): Target {
  const { path, query } = split(request);
  const kept = query.split('&').filter((pair) => {
    const [name] = new URLSearchParams(pair).keys();
    return name !== undefined && !isTrackingTail(name);
  });
  const search = kept.length ? `?${kept.join('&')}` : '';
  return { path, search, searchParams: new URLSearchParams(search) };
}

/** The path of the target alone, for what is asked of every request. */
export const pathOf = (request: Addressed): string => split(request).path;

function split({ originalUrl }: Addressed): { path: string; query: string } {
  const [, path = '', query = ''] =
    /^(?:https?:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i.exec(originalUrl) ?? [];
  return { path: path.startsWith('/') ? path : `/${path}`, query };
}
