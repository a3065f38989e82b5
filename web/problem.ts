/** A page that cannot be shown, and why, with the HTTP status that says so. */
export class PageProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** What went wrong, as a status and a sentence; anything unforeseen is 500 and keeps its details to itself. */
export function problemOf(error: unknown): { status: number; detail: string } {
  const { status, message } = error as { status?: unknown; message?: unknown };
  return typeof status === 'number' && (status < 500 || status === 503)
    ? { status, detail: String(message) }
    : { status: 500, detail: 'the figures could not be read' };
}
