/** Somebody's permission to see a release before it is published. Times are in ms since 1970. */
export interface Preview {
  /** Who it is for, as named in the public list. */
  who: string;
  /** The SHA-256 of their token, in hex. */
  token: string;
  at: number;
  /** When it ends, if that is before the release is published. */
  until: number | null;
  revokedAt: number | null;
}

/** What decides who can see a release before it is published. */
interface Draft {
  release: string;
  due: number | null;
  publishedAt: number | null;
  isChanged: boolean;
  isRemoved: boolean;
  previews: readonly Preview[];
}

/** A draft shown to somebody, as it will be when it is due. */
export interface Previewed {
  release: string;
  due: number;
  who: string;
}

/**
 * The longest that anybody may see a release before everybody else, in ms. Source: Code of Practice for Statistics,
 * standard 3.
 */
const longest = 24 * 3_600_000;

/** When a preview of a release with a due time begins and ends. */
export const previewTimes = (
  { at, until }: Pick<Preview, 'at' | 'until'>,
  due: number,
): { from: number; to: number } => ({
  from: Math.max(at, due - longest),
  to: Math.min(due, until ?? due),
});

/** The draft that may be shown at a time to the bearer of a token with this SHA-256; null if none. */
export function previewedBy(
  releases: Iterable<Draft>,
  token: string,
  now: number,
): Previewed | null {
  for (const { release, due, publishedAt, isChanged, isRemoved, previews } of releases) {
    const preview = previews.find((one) => one.token === token && one.revokedAt === null);
    if (!preview || due === null || publishedAt !== null || isChanged || isRemoved) continue;
    const { from, to } = previewTimes(preview, due);
    return now >= from && now < to ? { release, due, who: preview.who } : null;
  }
  return null;
}
