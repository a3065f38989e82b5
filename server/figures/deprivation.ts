import { PerRelease } from '../store/perRelease.ts';
import { type DeprivationRow, deprivationQuery } from '../store/queries/deprivation.ts';
import type { Release } from '../store/releases.ts';
import { traitsIn } from '../store/traits.ts';

/** By practice code, how deprived the areas are where its patients live. */
export type Deprivation = ReadonlyMap<string, DeprivationRow>;

const kept = new PerRelease<Deprivation | null>();

/** The deprivation of every practice's patients; null if the release does not have it. */
export const deprivationOf = (release: Release): Promise<Deprivation | null> =>
  kept.get(release, '', async () => {
    if (!(await traitsIn(release.database)).has('deprivation')) return null;
    const rows = await release.database.all<DeprivationRow>(deprivationQuery());
    return new Map(rows.map((row) => [row.practice_code, row]));
  });
