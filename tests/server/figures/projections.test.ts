import { afterAll, expect, inject, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { fewestPlaces } from '../../../data/statistics/verdict.ts';
import { allFigures } from '../../../server/figures/figureRows.ts';
import { projectArea } from '../../../server/figures/projections.ts';
import { Releases } from '../../../server/store/releases.ts';
import { enriched } from '../../support/enriched.ts';

const opened: Releases[] = [];
afterAll(async () => {
  for (const releases of opened) await releases.close();
});

/** A release with as many subregions as given, and what their projections are based on. */
async function basedOn(subregions: number) {
  const folder = await enriched(inject('illustrative'), [
    `delete from figure where level = 'subregion' and area_code not in (
       select distinct area_code from figure where level = 'subregion' order by area_code limit ${subregions})`,
  ]);
  const releases = new Releases(folder);
  opened.push(releases);
  const release = await releases.get();
  const period = release.about.last_period;
  const measures = [measureOf('records_enabled')];
  const rows = await allFigures(release, { level: 'subregion', measures, periods: [period] });
  expect(rows).toHaveLength(subregions);
  const found = await projectArea(release, rows[0]!, { ahead: 1, method: 'last_value' });
  expect([found!.value, found!.unchanged]).toEqual([rows[0]!.value, rows[0]!.value]);
  return found!.errorsOf;
}

it('past errors are those of the level, or of CCGs if the level has too few places', async () => {
  expect(await basedOn(fewestPlaces)).toBe('subregion');
  expect(await basedOn(fewestPlaces - 1)).toBe('ccg');
});
