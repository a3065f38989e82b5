import type { PlaceLevel } from '../../data/definitions/levels.ts';
import { PerRelease } from '../store/perRelease.ts';
import { type AncestorsRow, ancestorsQuery } from '../store/queries/ancestors.ts';
import type { Release } from '../store/releases.ts';

const kept = new PerRelease<ReadonlyMap<string, AncestorsRow>>(24);

/** The areas that every place of a level lay in in a month, by code. */
export function ancestorsIn(
  release: Release,
  level: Exclude<PlaceLevel, 'group'>,
  period: string,
): Promise<ReadonlyMap<string, AncestorsRow>> {
  return kept.get(release, `${level} ${period}`, async () => {
    const codes = [...release.catalogue.codesByLevel[level]].sort();
    const question = ancestorsQuery(level, [period], codes);
    const rows = await release.database.all<AncestorsRow>(question);
    return new Map(rows.map((row) => [row.area_code, row]));
  });
}
