import { describe, expect, inject, it } from 'vitest';
import { asking } from '../../support/asking.ts';

const ask = asking(inject('referenced'));
const measure = 'measure=records_enabled';

/** Every question about places of several levels. */
const paths = [
  '/figures',
  '/sentences',
  '/comparisons',
  '/trends',
  '/targets',
  '/coverage',
  '/areas',
];

const question = (path: string, query: string) =>
  path === '/areas' || path === '/targets' ? `${path}?${query}` : `${path}?${measure}&${query}`;

describe.each(paths)('%s', (path) => {
  const answered = async (query: string) => {
    const { data } = await ask(question(path, query));
    return [...new Set(data.map((row) => `${row.level} ${row.area_code}`))];
  };

  it('answers with those of several levels that the areas asked for have', async () => {
    expect(await answered('level=region,ccg&area=Y54')).toEqual(['region Y54']);
    expect(await answered('level=region,subregion,ccg&area=Q44,Y54')).toEqual([
      'region Y54',
      'subregion Q44',
    ]);
  });

  it('answers places of several levels within one above them', async () => {
    const found = await answered('level=subregion,ccg&parent=Y54');
    expect(new Set(found.map((place) => place.split(' ')[0]))).toEqual(
      new Set(['subregion', 'ccg']),
    );
  });

  it('answers those of the places asked for that are within an area', async () => {
    const { data: regions } = await ask('/areas?level=region');
    const other = regions.find(({ area_code }) => area_code !== 'Y54').area_code;
    const ccgIn = async (parent: string) =>
      (await ask(`/areas?level=ccg&parent=${parent}`)).data[0].area_code;
    const [inside, outside] = [await ccgIn('Y54'), await ccgIn(other)];
    const places = [inside, outside].map((code) => `ccg ${code}`);
    expect(await answered(`area=${inside},${outside}`)).toEqual(expect.arrayContaining(places));
    expect(await answered(`area=${inside},${outside}&parent=Y54`)).toEqual([places[0]]);
  });

  it.each([
    ['level=ccg&area=Y54', 'Y54 is a region, not a CCG'],
    ['level=region,ccg&area=Y54,Q44', 'Q44 is a subregion, not a region or a CCG'],
    ['level=region&area=E92000001', 'E92000001 is England, not a region'],
    ['level=ccg&area=group&group=ZZ0001', 'group is a group of practices, not a CCG'],
    ['level=ccg&parent=ZZ0001', 'a CCG cannot be within a practice: ZZ0001'],
    ['level=ccg&parent=group&group=ZZ0001', 'a CCG cannot be within a group of practices: group'],
    ['level=region&parent=Q44', 'a region cannot be within a subregion: Q44'],
    ['level=region&parent=Y54', 'a region cannot be within a region: Y54'],
    ['level=ccg,region&parent=Y54', 'a region cannot be within a region: Y54'],
    ['level=england&parent=E92000001', 'England cannot be within England: E92000001'],
    ['level=stp&parent=Q44', 'an STP cannot be within a subregion: Q44'],
    ['level=stp&parent=ZU0001&boundaries=lookup', 'an STP cannot be within a PCN: ZU0001'],
    ['area=Y54&parent=Q44', 'a region cannot be within a subregion: Q44'],
    ['area=group&parent=Y54&group=ZZ0001', 'a group of practices cannot be within a region: Y54'],
    ['parent=ZZ0001', 'nothing can be within a practice: ZZ0001'],
  ])('rejects what is impossible, with a reason: %s', async (query, message) => {
    await expect(ask(question(path, query))).rejects.toMatchObject({ status: 400, message });
  });
});
