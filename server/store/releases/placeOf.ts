import { isPostgres } from '../postgres/address.ts';
import { PostgresPlace } from '../postgres/postgresPlace.ts';
import { FolderPlace } from './folderPlace.ts';
import type { Place } from './place.ts';

/** The place that a setting names: a folder, or a database address. */
export const placeOf = (location: string, now: () => number): Place =>
  isPostgres(location) ? new PostgresPlace(location, now) : new FolderPlace(location, now);
