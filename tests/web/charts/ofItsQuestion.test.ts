import { describe, expect, inject, it } from 'vitest';
import type { ChartParameter, ChartQuery } from '../../../web/charts/kind.ts';
import { chartKinds } from '../../../web/charts/kinds.ts';
import { charting } from '../../support/charts.ts';

const charts = charting(inject('referenced'));

/** For each parameter that says which figures are meant, a value that is nobody's default. */
const values: ChartQuery = {
  measure: 'appointments_enabled',
  service: 'appointments',
  level: 'stp',
  parent: 'Y54',
  boundaries: 'lookup',
  across: 'prescriptions_enabled',
  period: '2014-10',
  from: '2014-08',
  to: '2014-12',
  supplier: 'TPP',
};

describe('the CSV of a chart', () => {
  it.each(chartKinds.map((kind) => [kind.id, kind] as const))(
    'is that of its question: %s',
    async (id, kind) => {
      const csvOf = async (query: ChartQuery) =>
        JSON.stringify(kind.csv(await charts.load(id, query)));
      const usual = await csvOf({});
      const same: ChartParameter[] = [];
      for (const name of kind.parameters.filter((one) => values[one] !== undefined)) {
        if ((await csvOf({ [name]: values[name] })) === usual) same.push(name);
      }
      expect(same).toEqual([]);
    },
  );
});
