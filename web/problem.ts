import { formatMonths } from '../data/definitions/months.ts';

/** A page that cannot be shown, and why, with its HTTP status. */
export class PageProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A month without figures, of a release with these months. */
export const unknownMonth = (asked: string, periods: readonly string[]): PageProblem =>
  new PageProblem(
    404,
    `no figures for the month: ${asked} (the release has ${formatMonths(periods[0]!, periods.at(-1)!)})`,
  );

/** An error as a status and a sentence. Anything unforeseen is a 500 without details. */
export function problemOf(error: unknown): { status: number; detail: string } {
  const { status, message } = error as { status?: unknown; message?: unknown };
  return typeof status === 'number' && (status < 500 || status === 503)
    ? { status, detail: String(message) }
    : { status: 500, detail: 'the figures could not be read' };
}
