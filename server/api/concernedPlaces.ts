import type { Annotation } from '../../data/definitions/annotations.ts';
import { PerRelease } from '../store/perRelease.ts';
import type { AreaRow } from '../store/queries/areas.ts';
import { placesOnQuery } from '../store/queries/supplierChanges.ts';
import type { Release } from '../store/releases.ts';

/** Events of some suppliers whose places are kept, because every chart of months asks for them. */
const kept = new PerRelease<ReadonlySet<string>>(16);

/**
 * Whether an event concerns a place, or may. One of some suppliers concerns England and only those places that had a
 * practice on their systems in its months, or on one that is not known.
 */
export async function concerns(
  release: Release,
  { area_code, level, members }: AreaRow,
  { id, suppliers, from, to }: Annotation,
): Promise<boolean> {
  if (!suppliers.length || level === 'england') return true;
  const places = await kept.get(release, id, async () => {
    const query = placesOnQuery(suppliers, { from, to });
    const rows = await release.database.all<{ code: string }>(query);
    return new Set(rows.map(({ code }) => code));
  });
  return (members ?? [area_code]).some((code) => places.has(code));
}
