/** A cursor as answers give it, which says of which release it is; null for none. */
export const givenCursor = (release: string, own: string | null): string | null =>
  own === null ? null : Buffer.from(JSON.stringify([release, own])).toString('base64url');

/** The release of a cursor and the endpoint's own, which by itself is of no release in particular. */
export function takenCursor(cursor: string): { release: string | null; own: string } {
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const [release, own] = parts;
    if (parts.length === 2 && typeof release === 'string' && typeof own === 'string') {
      return { release, own };
    }
  } catch {}
  return { release: null, own: cursor };
}
