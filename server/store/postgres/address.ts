/** Whether releases are kept in a PostgreSQL database rather than in a folder, by where they are said to be. */
export const isPostgres = (location: string): boolean => /^postgres(ql)?:\/\//.test(location);

/** An address of a database as it may be shown: without user and password, and without what only clients need. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return 'postgres://…';
  const { host, pathname, searchParams } = new URL(address);
  const socket = searchParams.get('host');
  return `postgres://${host}${pathname}${socket ? `?host=${socket}` : ''}`;
}

/** The schema of a release: that of 2019-03.1 is release_2019_03_1. */
export const schemaOf = (id: string): string => `release_${id.replaceAll(/[-.]/g, '_')}`;

/** A schema within a release, such as its lookup. */
export const schemaWithin = (schema: string, within: string): string => `${schema}_${within}`;
