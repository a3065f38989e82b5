import { describe, expect, it } from 'vitest';
import { annotations } from '../../../../data/definitions/annotations.ts';
import { askIllustrative } from '../../../support/asking.ts';

const ask = askIllustrative();

describe('/annotations', () => {
  it('has all of them by default, with scope and source', async () => {
    const { data } = await ask('/annotations');
    expect(data.map(({ id }) => id)).toEqual(annotations.map(({ id }) => id));
    expect(data.find(({ id }) => id === 'vision-total-use')).toMatchObject({
      measures: 'any_use,records_use',
      suppliers: 'VISION',
      levels: null,
      period_from: '2018-04',
      period_to: '2019-03',
    });
  });

  it('can be restricted to a measure, a level and a range of months', async () => {
    const { data } = await ask(
      '/annotations?measure=records_enabled&level=ccg&from=2014-04&to=2016-12',
    );
    expect(data.map(({ id }) => id)).toEqual([
      'contract-record-deadline',
      'monthly-collection',
      'contract-detailed-record',
    ]);
  });

  it('rejects a range that ends before it begins', async () => {
    await expect(ask('/annotations?from=2016-01&to=2015-01')).rejects.toThrow('later than to');
  });
});
