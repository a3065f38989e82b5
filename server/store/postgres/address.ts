/** Whether a location is a PostgreSQL database rather than a folder. */
export const isPostgres = (location: string): boolean => /^postgres(ql)?:\/\//.test(location);

/** A database address that is safe to show: without user and password, and without what only clients need. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return 'postgres://…';
  const { host, pathname, searchParams } = new URL(address);
  const socket = searchParams.get('host');
  return `postgres://${host}${pathname}${socket ? `?host=${socket}` : ''}`;
}

/** The schema of a release: 2019-03.1 is in release_2019_03_1. */
export const schemaOf = (id: string): string => `release_${id.replaceAll(/[-.]/g, '_')}`;

/** The schema for a part of a release, such as its lookup. */
export const schemaWithin = (schema: string, within: string): string => `${schema}_${within}`;
