import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { allFields, longExtract } from '../extracts.ts';
import { asked, scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();

/** The names that practices give one CCG in April and May, and those of the areas above it in May. */
const april = ['Old Name', 'Old Name'];
const may = ['NHS HILL', 'NHS HILL', 'Nhs Vale', 'NHS VALE', 'nhs Vale'];
const region = (i: number) => (i < 2 ? 'Y54,NORTH' : 'Y56,LONDON');

it('an area has the name that most of its practices give, however they write it, and the areas that most are in', async () => {
  const rows = [april, may].flatMap((names, m) =>
    names.map((_, i) => ({
      ...{ date: ['30APR2018', '31MAY2018'][m], code: `A8100${i}`, region: region(i) },
      fields: allFields(1000 + 100 * i + m, 100),
    })),
  );
  const text = [...april, ...may].reduce((extract, name, i) => {
    const date = i < april.length ? '30APR2018' : '31MAY2018';
    const code = `A8100${i < april.length ? i : i - april.length}`;
    const own = new RegExp(`^(${date}.*)"NHS 00K, CCG",${code}`, 'gm');
    return extract.replace(own, `$1${name},${code}`);
  }, longExtract(rows));
  const dataFolder = join(scratch, 'releases');
  const { release } = await ingest({
    ...{ files: [written(scratch, 'a.csv', text)], dataFolder },
    accept: 'made for a test',
  });
  const months = "select * exclude (pcn_code, stp_code) from area_month where level = 'ccg'";
  const of = { level: 'ccg', area_code: '00K', subregion_code: 'Q74', ccg_code: '00K' };
  expect(await asked(dataFolder, release!, `${months} order by period`)).toEqual([
    { ...of, period: '2018-04', area_name: 'Old Name', region_code: 'Y54', practices: 2 },
    { ...of, period: '2018-05', area_name: 'NHS VALE', region_code: 'Y56', practices: 5 },
  ]);
  const areas =
    "select area_name, first_period, last_period, registered from area where level = 'ccg'";
  expect(await asked(dataFolder, release!, areas)).toEqual([
    {
      ...{ area_name: 'NHS VALE', first_period: '2018-04', last_period: '2018-05' },
      registered: 5 * 1001 + 100 + 200 + 300 + 400,
    },
  ]);
});

it.each([
  ['more are in Q70, which is not in the region of most', ['Q70', 'Q70', 'Q73', 'Q72', 'Q71']],
  ['more are in Q72, but most of these in another region', ['Q72', 'Q72', 'Q73', 'Q72', 'Q71']],
])('the areas above one lie in each other, though %s', async (_, subregions) => {
  const rows = subregions.map((_, i) => ({
    ...{ code: `A8100${i}`, region: i < 2 ? 'Y54,NORTH' : 'Y56,LONDON' },
    fields: allFields(1000, 100),
  }));
  const text = subregions.reduce(
    (extract, subregion, i) =>
      extract.replace(
        new RegExp(`Q74,NORTH EAST(?=.*,A8100${i},)`, 'g'),
        `${subregion},${subregion}`,
      ),
    longExtract(rows),
  );
  const folder = subregions.join('-');
  const dataFolder = join(scratch, folder);
  const { release } = await ingest({
    ...{ files: [written(scratch, `${folder}.csv`, text)], dataFolder },
    accept: 'made for a test',
  });
  const areas = "select region_code, subregion_code, practices from area_month where level = 'ccg'";
  expect(await asked(dataFolder, release!, areas)).toEqual([
    { region_code: 'Y56', subregion_code: 'Q71', practices: 5 },
  ]);
});
