import type { PlaceLevel } from '../../data/definitions/levels.ts';
import { pauses } from '../pace.ts';
import { PerRelease } from '../store/perRelease.ts';
import { type AncestorsRow, ancestorsQuery } from '../store/queries/ancestors.ts';
import type { Release } from '../store/releases.ts';

/** Levels and months that are kept. */
export const monthsKept = 24;
const kept = new PerRelease<ReadonlyMap<string, AncestorsRow>>(monthsKept);

/** By code, the areas that every place of a level was in that month. */
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

/** The column with a place's area at each level above it. England needs none, since every place is in it. */
const columnsAbove = {
  region: 'region_code',
  subregion: 'subregion_code',
  stp: 'stp_code',
  ccg: 'ccg_code',
  pcn: 'pcn_code',
} as const;

/** The areas of a place, each as level and code: `ccg E38000001`. */
export const areasOf = (row: AncestorsRow | undefined): string[] =>
  Object.entries(columnsAbove).flatMap(([level, column]) => {
    const code = row?.[column];
    return code ? [`${level} ${code}`] : [];
  });

const keptTogether = new PerRelease<ReadonlyMap<string, readonly string[]>>(monthsKept);

/** The codes of a month's practices by area, with keys as `areasOf` makes them. */
export function practicesOfAreas(
  release: Release,
  period: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  return keptTogether.get(release, period, async () => {
    const together = new Map<string, string[]>();
    const pause = pauses();
    for (const [code, row] of await ancestorsIn(release, 'practice', period)) {
      for (const area of areasOf(row)) {
        const codes = together.get(area);
        if (codes) codes.push(code);
        else together.set(area, [code]);
      }
      await pause();
    }
    return together;
  });
}
