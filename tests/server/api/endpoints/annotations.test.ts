import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Annotation,
  annotations,
  pomiPage,
} from '../../../../data/definitions/annotations.ts';
import { readableName } from '../../../../data/definitions/names.ts';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { concerns } from '../../../../server/api/concernedPlaces.ts';
import { scratchFolder, written } from '../../../scripts/ingest/scratch.ts';
import { type Asking, askIllustrative, asking } from '../../../support/asking.ts';
import { enriched } from '../../../support/enriched.ts';
import { releasesIn } from '../../../support/sharedReleases.ts';
import { madeExtracts } from '../../recomputed/made.ts';

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

  it('tell of a practice what supplier it left, and for which, as /events/supplier does', async () => {
    const { data } = await ask('/events/supplier/practices?measure=records_enabled');
    expect(data.length).toBeGreaterThan(0);
    for (const change of data) {
      const { practice_code: code, period, old_supplier, new_supplier } = change;
      const asked = await ask(`/annotations?area=${code}&measure=records_enabled`);
      const named = `${readableName(change.practice_name)} (${code})`;
      expect(asked.data.filter(({ kind }) => kind === 'supplier')).toEqual([
        expect.objectContaining({
          ...{ period_from: period, period_to: period, suppliers: new_supplier },
          title: `Moved from ${old_supplier} to ${new_supplier}`,
          text: change.sentence.replace(named, 'the practice'),
        }),
      ]);
    }
  });

  it('tell of an area the months in which practices with 1% of its patients changed supplier', async () => {
    const { data: changes } = await ask('/events/supplier/practices?measure=records_enabled');
    const told: Record<string, string[]> = { ccg: [], region: [], group: [] };
    for (const { practice_code, period, registered, new_supplier } of changes) {
      const { data } = await ask(`/areas?area=${practice_code}`);
      const group = `group&group=${practice_code},ZZ0001,ZZ0002`;
      for (const level of ['ccg', 'region', 'group']) {
        const area = level === 'group' ? group : data[0][`${level}_code`];
        const figures = await ask(`/figures?area=${area}&measure=records_offered&period=${period}`);
        const share = (registered / figures.data[0].denominator) * 100;
        const asked = await ask(`/annotations?area=${area}&from=${period}&to=${period}`);
        const events = asked.data.filter(({ kind }) => kind === 'supplier');
        const who = `1 practice with ${share.toFixed(1)}% of the patients`;
        const event = {
          ...{ id: `supplier-${period}`, kind: 'supplier', period_from: period, period_to: period },
          ...{ measures: null, suppliers: new_supplier, levels: null },
          title: `${who} changed supplier`,
          text: `${who} moved to the system of another supplier. Registrations rarely survive a change of system.`,
          source: pomiPage.source,
          source_url: pomiPage.sourceUrl,
        };
        expect(events).toEqual(share < 1 ? [] : [event]);
        told[level]!.push(...events.map(({ id }) => id));
      }
    }
    expect(told.ccg).not.toEqual([]);
    expect(told.region).toEqual([]);
    expect(told.group).toHaveLength(changes.length);
  });
});

interface Practice {
  months: { period: string; supplier: string }[];
}

describe('/annotations of a place', () => {
  const folder = scratchFolder();
  let askMade: Asking;
  beforeAll(async () => {
    const { name, text } = madeExtracts().find((one) => one.name === 'of-2018.csv')!;
    await ingest({ files: [written(folder, name, text)], dataFolder: join(folder, 'data') });
    askMade = asking(join(folder, 'data'));
  });

  it('concern a practice that was on the system in one of their months, the first and last too', async () => {
    const release = await releasesIn(join(folder, 'data')).get();
    const moved = release.catalogue.areas.get('A81008')!;
    const event = (from: string, to: string) =>
      ({ id: `${from} ${to}`, suppliers: ['VISION'], from, to }) as unknown as Annotation;
    const told = async (from: string, to: string) => concerns(release, moved, event(from, to));
    expect([
      await told('2018-11', '2018-11'),
      await told('2018-04', '2019-03'),
      await told('2018-12', '2018-12'),
    ]).toEqual([true, true, false]);
  });

  it('may concern a practice whose system is not known', async () => {
    const unnamed = `update practice_month set supplier = null
      where practice_code = 'A81008' and period = '2018-12'`;
    const release = await releasesIn(await enriched(join(folder, 'data'), [unnamed])).get();
    const told = (code: string) =>
      concerns(release, release.catalogue.areas.get(code)!, {
        ...{ id: 'unnamed', suppliers: ['VISION'], from: '2018-12', to: '2018-12' },
      } as unknown as Annotation);
    expect([await told('A81008'), await told('A81009')]).toEqual([true, false]);
  });

  it('have an event of one supplier only where a practice was on its system in those months', async () => {
    const codes = Array.from({ length: 24 }, (_, i) => `A8${1001 + i}`);
    const suppliers = new Map<string, Set<string>>();
    for (const code of codes) {
      const { data } = await askMade<Practice>(`/practices/${code}`);
      const months = data.months.filter(({ period }) => period >= '2018-04' && period <= '2019-03');
      suppliers.set(code, new Set(months.map(({ supplier }) => supplier)));
    }
    const on = codes.filter((code) => suppliers.get(code)!.has('VISION'));
    const others = codes.filter((code) => !on.includes(code));
    const isTold = async (query: string) => {
      const { data } = await askMade(`/annotations?measure=records_use&${query}`);
      return data.some(({ id }) => id === 'vision-total-use');
    };
    const told: string[] = [];
    for (const code of codes) if (await isTold(`area=${code}`)) told.push(code);
    expect(told).toEqual(on);
    expect([on.length, others.length]).toEqual([9, 15]);
    expect(await isTold(`area=group&group=${others}`)).toBe(false);
    expect(await isTold(`area=group&group=${[...others, on[0]]}`)).toBe(true);
    const { data: areas } = await askMade('/areas?level=england,region,subregion,ccg');
    expect(areas.length).toBeGreaterThan(5);
    for (const { area_code } of areas) expect(await isTold(`area=${area_code}`)).toBe(true);
    expect(await isTold('')).toBe(true);
  });
});
