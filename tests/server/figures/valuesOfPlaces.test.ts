import { afterAll, expect, inject, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { allFigures } from '../../../server/figures/figureRows.ts';
import { ValuesOfPlaces } from '../../../server/figures/valuesOfPlaces.ts';
import { Releases } from '../../../server/store/releases.ts';

const releases = new Releases(inject('oneService'));
afterAll(() => releases.close());

it('values of places are their figures, with all of their practices, in whatever order measures are read', async () => {
  const release = await releases.get();
  const period = release.about.last_period;
  const codes = release.catalogue.codesByLevel.ccg;
  const [held, lacking] = [measureOf('appointments_enabled'), measureOf('records_enabled')];
  for (const measures of [
    [held, lacking],
    [lacking, held],
  ]) {
    const values = new ValuesOfPlaces(release, measures, [period]);
    await values.read('ccg', codes.slice(0, 3));
    await values.read('ccg', codes);
    const rows = await allFigures(release, { level: 'ccg', measures, periods: [period] });
    expect(rows.map(({ practices }) => practices)).toContain(0);
    for (const { area_code, area_name, measure, numerator, denominator, value } of rows) {
      const { practices } = rows.find(
        (row) => row.area_code === area_code && row.measure === held.id,
      )!;
      expect(values.of(area_code, period, measure)).toEqual({
        ...{ name: area_name, practices, numerator, denominator, value },
      });
    }
    expect(values.of('ZZ9999', period, held.id)).toBeUndefined();
  }
});
