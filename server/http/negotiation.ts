import accepts from 'accepts';
import type { Request } from 'express';
import { mediaOf } from '../api/api.ts';
import type { Endpoint } from '../api/endpoint.ts';
import { badParameter } from '../errors.ts';
import type { Asking } from './asking.ts';
import type { Target } from './target.ts';

/** The format that a request asks for other than by its parameter. */
interface Chosen {
  /** Absent if the parameter names it, or if the default is meant. */
  format?: string;
  /** Whether the answer depends on the Accept header. */
  negotiated: boolean;
}

/** Path endings that ask for a format, as in `/figures.csv`. */
export const endings: readonly string[] = ['csv', 'json', 'parquet', 'xlsx'];

/**
 * The format asked for by the end of the path, or else by the Accept header. Throws 400 if path and parameter disagree.
 */
export function chosenFormat(
  endpoint: Endpoint,
  { searchParams }: Target,
  ending: string | undefined,
  request: Request,
): Chosen {
  const asked = searchParams.get('format');
  if (ending !== undefined) {
    if (asked === null) return { format: ending, negotiated: false };
    if (asked === ending) return { negotiated: false };
    throw badParameter('format', asked, `the path ends in another format: .${ending}`);
  }
  if (asked !== null || !endpoint.columns) return { negotiated: false };
  const media = mediaOf(endpoint);
  const type = accepts(withoutParameters(request)).type(media.map((one) => bare(one.type)));
  const format = media.find((one) => bare(one.type) === type);
  return { format: format === media[0] ? undefined : format?.name, negotiated: true };
}

/** A request whose media types have no parameters besides their weights: `text/csv; header=present` is `text/csv`. */
function withoutParameters({ headers }: Request): Request {
  const accept = headers.accept
    ?.split(',')
    .map((range) => range.split(';').filter((part, i) => i === 0 || /^\s*q\s*=/i.test(part)))
    .map((parts) => parts.join(';'))
    .join(',');
  return { headers: { accept } } as Request;
}

const bare = (type: string): string => type.split(';')[0]!;

/** Whether the Accept header may ask for something other than the default format. */
export const mayNegotiate = ({ headers: { accept } }: Pick<Asking, 'headers'>): boolean =>
  accept !== undefined && /csv|parquet|spreadsheet|text\/\*/i.test(accept);
