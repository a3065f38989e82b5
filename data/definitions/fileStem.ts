/** How the project's file names begin, by kind of data. */
const beginning = { published: 'gp-online', illustrative: 'gp-online-illustrative' } as const;

/** A file name without its extension, from its parts: "gp-online-records-enabled-regions-2019-03". */
export const fileStem = (
  kind: keyof typeof beginning,
  parts: readonly (string | null | undefined)[],
): string =>
  [beginning[kind], ...parts]
    .filter(Boolean)
    .join('-')
    .replace(/[^A-Za-z0-9.]+|\.(?!\d)/g, '-')
    .replace(/-+/g, '-')
    .replace(/-$/, '')
    .toLowerCase();
