import leven from 'leven';

/** A caller's mistake, answered as RFC 9457 problem+json with the parameter and its value. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly about: { parameter?: string; value?: string } = {},
  ) {
    super(message);
  }
}

/** Too much at once, from one client (429) or from all (503): to be tried again after `retryAfter` seconds. */
export class Busy extends HttpError {
  constructor(
    status: 429 | 503,
    message: string,
    readonly retryAfter: number,
  ) {
    super(status, message);
  }
}

/** A parameter that cannot be used as sent. */
export const badParameter = (parameter: string, value: string, message: string): HttpError =>
  new HttpError(400, message.slice(0, 500), { parameter, value: value.slice(0, 200) });

/** Something that does not exist: a practice, an area, a release, a page. */
export const notFound = (message: string, about: { parameter?: string; value?: string } = {}) =>
  new HttpError(404, message.slice(0, 500), { ...about, value: about.value?.slice(0, 200) });

/**
 * The known word nearest to an unknown one, or undefined if none is near. A part of a word counts too, so that
 * "enabeld" finds "records_enabled", and a beginning finds its word.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const asked = word.slice(0, 60).toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(asked.length / 3)) + 1;
  for (const candidate of known) {
    const whole = candidate.toLowerCase();
    if (asked.length > 3 && whole.startsWith(asked)) return candidate;
    const inParts = whole.split('_').map((part) => leven(asked, part) + 0.5);
    const distance = Math.min(leven(asked, whole), ...(inParts.length > 1 ? inParts : []));
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** "unknown measure: enabeld (did you mean records_enabled?)" */
export function unknown(what: string, value: string, known: Iterable<string>): string {
  const near = nearest(value, known);
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return `unknown ${what}: ${shown}${near ? ` (did you mean ${near}?)` : ''}`;
}
