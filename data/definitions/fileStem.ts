/** What files of the product begin with; of illustrative data with its kind. */
const beginning = { published: 'gp-online', illustrative: 'gp-online-illustrative' } as const;

/** What a file is called without its ending, by what it has: "gp-online-records-enabled-regions-2019-03". */
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
