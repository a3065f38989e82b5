import { describe, expect, inject, it } from 'vitest';
import { endpoints } from '../../../server/api/endpoints.ts';
import type { Questions } from '../../../web/apiTypes.ts';
import type { Ask } from '../../../web/ask.ts';
import type { ChartParameter, ChartQuery } from '../../../web/charts/kind.ts';
import { chartKinds, findKind } from '../../../web/charts/kinds.ts';
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
  group: 'ZZ0001,ZZ0002',
  restarts: '2014-11',
  supplier: 'TPP',
  size: '3000-5999',
  fifth: '1',
  switched: 'yes',
};

describe('the CSV of a chart', () => {
  it.each(chartKinds.map((kind) => [kind.id, kind] as const))(
    'is that of its question, and can be asked for: %s',
    async (id, kind) => {
      const csvOf = async (query: ChartQuery) => {
        const { path, params } = kind.csv(await charts.load(id, query));
        await charts.ask(path as keyof Questions, params);
        return JSON.stringify([path, params]);
      };
      const usual = await csvOf({});
      const same: ChartParameter[] = [];
      for (const name of kind.parameters.filter((one) => values[one] !== undefined)) {
        if ((await csvOf({ [name]: values[name] })) === usual) same.push(name);
      }
      expect(same).toEqual([]);
    },
  );
});

/** What decides which figures all of a chart are, whatever it shows besides. */
const ofAll = { boundaries: 'lookup', release: '2015-03.1' } as const;

/** What a chart may show besides, for which it asks more. */
const besides: ChartQuery[] = [
  {},
  { area: 'ZZ0100' },
  { parent: 'Y54' },
  { against: 'Y54' },
  { columns: 'against,change,trend,appointments_enabled,2014-10' },
  { group: 'ZZ0001,ZZ0002' },
  { supplier: 'EMIS' },
  { across: 'appointments_enabled' },
  { from: '2014-10', to: '2015-01' },
];

const parametersOf = new Map<string, readonly string[]>(
  endpoints.map(({ path, parameters }) => [path, [...parameters, 'release']]),
);

describe.each(['boundaries', 'release'] as const)('all that a chart asks has its %s', (name) => {
  const cases = chartKinds
    .filter(({ parameters }) => parameters.includes(name))
    .flatMap((kind) =>
      besides
        .filter((asked) =>
          Object.keys(asked).every((one) => kind.parameters.includes(one as ChartParameter)),
        )
        .map((asked) => [kind.id, Object.keys(asked).join() || 'nothing else', asked] as const),
    );

  it.each(cases)('%s, with %s', async (id, _with, asked) => {
    const others: string[] = [];
    let questions = 0;
    const watched: Ask = (path, query = {}) => {
      if (parametersOf.get(path)!.includes(name)) {
        questions++;
        if ((query as ChartQuery)[name] !== ofAll[name]) others.push(path);
      }
      return charts.ask(path, query);
    };
    await findKind(id)!.load(watched, { ...asked, [name]: ofAll[name] });
    expect(questions).toBeGreaterThan(0);
    expect(others).toEqual([]);
  });
});
