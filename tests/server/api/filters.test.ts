import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../server/api/endpoints.ts';
import { parametersOf } from '../../../server/api/filters.ts';
import { type Parameter, parameters } from '../../../server/api/parameters.ts';
import { askIllustrative } from '../../support/asking.ts';

const ask = askIllustrative();

describe('a group of practices', () => {
  it('is the place of a question that names none', async () => {
    const { data } = await ask('/figures?measure=records_enabled&group=ZZ0001,ZZ0002');
    expect(data.map((row) => row.area_code)).toEqual(['group']);
    const { data: months } = await ask('/xmr?measure=records_enabled&group=ZZ0001,ZZ0002');
    expect(months[0].area_code).toBe('group');
    const { data: spread } = await ask('/percentiles?measure=records_enabled&group=ZZ0001,ZZ0002');
    expect(spread.map((row) => row.area_code)).toEqual(['ZZ0001', 'ZZ0002']);
    const { meta } = await ask('/funnel?measure=records_enabled&group=ZZ0001,ZZ0002');
    expect(meta.within).toBe('group');
  });

  it('is one place among others if they are named', async () => {
    const { data } = await ask(
      '/figures?measure=records_enabled&area=group,E92000001&group=ZZ0001,ZZ0002',
    );
    expect(data.map((row) => row.area_code)).toEqual(['E92000001', 'group']);
  });

  it('is rejected if only a level is named, because that is ambiguous', async () => {
    await expect(ask('/figures?level=practice&group=ZZ0001')).rejects.toThrow(
      'group has no effect with level alone: ask for it with parent=group',
    );
    const { data } = await ask(
      '/figures?level=practice&parent=group&group=ZZ0001&measure=records_enabled',
    );
    expect(data.map((row) => row.area_code)).toEqual(['ZZ0001']);
  });
});

describe('a list', () => {
  it.each([
    ['/figures', 'measure=records_enabled,any_use', 'measure=records_enabled&measure=any_use'],
    ['/figures', 'period=2015-02,2015-03', 'period=2015-02&period=2015-03&period=2015-02'],
    ['/figures', 'level=ccg,region', 'level=ccg&level=region'],
    ['/xmr', 'group=ZZ0001,ZZ0002', 'group=ZZ0001&group=ZZ0002'],
    ['/xmr', 'area=Y54', 'area=Y54&area=Y54'],
    ['/deciles', 'measure=records_offered,any_enabled', 'measure=any_enabled,records_offered'],
    ['/breakdowns', 'by=supplier&area=Y54', 'by=supplier&area=y54&area=Y54'],
    ['/percentiles', 'area=ZZ0001,ZZ0002,ZZ0003', 'area=ZZ0001,ZZ0002&area=ZZ0003'],
  ])('of %s is the same however it is written: %s', async (path, one, other) => {
    const measure = one.startsWith('measure') ? '' : 'measure=records_enabled&';
    const { data } = await ask(`${path}?${measure}${one}`);
    expect(data.length).toBeGreaterThan(0);
    expect((await ask(`${path}?${measure}${other}`)).data).toEqual(data);
  });

  it.each([
    [
      '/xmr?measure=records_enabled&area=Y54&area=Y55',
      'area takes exactly one value here: Y54,Y55',
    ],
    ['/figures?measure=records_enabled&measure=', 'measure is empty'],
    ['/figures?measure=records_enabled,&measure=any_use', 'measure has an empty value in its list'],
    ['/figures?limit=1&limit=2', 'limit takes one value, and is given more than once'],
    ['/figures?parent=Y54&parent=Y55', 'parent takes one value, and is given more than once'],
  ])('is rejected if it is malformed or not a list: %s', async (address, message) => {
    await expect(ask(address)).rejects.toMatchObject({ status: 400, message });
  });
});

const lists = endpoints.flatMap((endpoint) =>
  parametersOf(endpoint)
    .filter((name) => (parameters[name] as Parameter).many && name !== 'group')
    .map((name) => ({ endpoint, name })),
);

/** Two values of each list that every endpoint accepts. */
const two: Partial<Record<string, string>> = {
  measure: 'records_enabled,appointments_enabled',
  level: 'region,ccg',
  area: 'E92000001,Y54',
  within: 'E92000001,Y54',
  period: '2015-02,2015-03',
};

const valueFor = ({ endpoint, name }: (typeof lists)[number]): string | undefined =>
  endpoint.path === '/percentiles' && name === 'area' ? 'ZZ0001,ZZ0002' : two[name];

describe('a parameter that takes one value', () => {
  it.each(lists.filter(valueFor).map((one) => [`${one.endpoint.path} ${one.name}`, one] as const))(
    'is described so: %s',
    async (_, { endpoint, name }) => {
      const value = valueFor({ endpoint, name })!;
      const search = new URLSearchParams(
        endpoint.example.replace('{practice}', 'ZZ0001').replace('{ccg}', 'ZC001'),
      );
      search.set(name, value);
      if (name === 'area') search.delete('level');
      if (name === 'level') search.delete('area');
      const one = (endpoint.one as string[] | undefined)?.includes(name) ?? false;
      const asked = ask(`${endpoint.path}?${search}`);
      if (one) await expect(asked).rejects.toThrow(/takes exactly one value/);
      else await expect(asked).resolves.toBeDefined();
    },
  );
});
