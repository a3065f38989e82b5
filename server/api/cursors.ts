import { createHash } from 'node:crypto';
import type { Endpoint } from './endpoint.ts';
import { notACursor } from './paging.ts';

/** What does not change which rows an answer has, or in which order. */
const aside = ['cursor', 'limit', 'format', 'release', 'asOf'];

/** A question without its page, in a few letters. */
function digestOf(
  { path: pattern }: Endpoint,
  path: Record<string, string>,
  search: URLSearchParams,
): string {
  const asked = [...search].filter(([name]) => !aside.includes(name)).sort();
  const inPath = Object.entries(path).filter(([name]) => name !== 'release');
  const text = JSON.stringify([pattern, inPath, asked]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}

/** The cursors of a question, which say of which release and question they are. */
export class Cursors {
  private readonly digest: string;

  constructor(endpoint: Endpoint, path: Record<string, string>, search: URLSearchParams) {
    this.digest = digestOf(endpoint, path, search);
  }

  /** A cursor of an endpoint as answers give it; null for none. */
  give(release: string, own: string | null): string | null {
    if (own === null) return null;
    return Buffer.from(JSON.stringify([release, this.digest, own])).toString('base64url');
  }

  /** The release of a cursor, and the endpoint's own; throws a 400 if no answer to this question gave it. */
  take(cursor: string): { release: string; own: string } {
    try {
      const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
      const [release, digest, own] = parts;
      const given = this.give(String(release), String(own));
      if (parts.length === 3 && digest === this.digest && given === cursor) {
        return { release: String(release), own: String(own) };
      }
    } catch {}
    throw notACursor(cursor);
  }
}
