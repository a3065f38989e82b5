import { expect, it } from 'vitest';
import { askIllustrative } from '../../../support/asking.ts';

const ask = askIllustrative();

it('/whereabouts is about an area between England and its practices', async () => {
  for (const code of ['E92000001', 'ZZ0001']) {
    await expect(ask(`/whereabouts?area=${code}`)).rejects.toThrow(
      `not an area between England and its practices: ${code}`,
    );
  }
});

it('/whereabouts of an area that goes on are the area itself', async () => {
  const { data: practices } = await ask('/areas?level=practice&limit=1000');
  const held = practices.filter(
    (row) => row.region_code === 'Y56' && row.last_period === '2015-03',
  );
  const { data, meta } = await ask('/whereabouts?area=Y56');
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({
    ...{ period: '2015-03', level: 'region', area_code: 'Y56', practices: held.length },
  });
  expect(meta).toMatchObject({ held_period: '2015-03', practices: held.length });
});
