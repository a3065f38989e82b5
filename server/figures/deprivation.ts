import { PerRelease } from '../store/perRelease.ts';
import { type DeprivationRow, deprivationQuery } from '../store/queries/deprivation.ts';
import type { Release } from '../store/releases.ts';
import { traitsIn } from '../store/traits.ts';

/** How deprived the places are that the patients of practices live in, by code of the practice. */
export type Deprivation = ReadonlyMap<string, DeprivationRow>;

const kept = new PerRelease<Deprivation | null>();

/** How deprived the patients of every practice are; null where the release does not say. */
export const deprivationOf = (release: Release): Promise<Deprivation | null> =>
  kept.get(release, '', async () => {
    if (!(await traitsIn(release.database)).has('deprivation')) return null;
    const rows = await release.database.all<DeprivationRow>(deprivationQuery());
    return new Map(rows.map((row) => [row.practice_code, row]));
  });
