import { beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { longExtract } from '../../../scripts/ingest/extracts.ts';
import { scratchFolder, written } from '../../../scripts/ingest/scratch.ts';
import { asking } from '../../../support/asking.ts';

const practices: [code: string, name: string, registered: number, region?: string][] = [
  ['A99001', 'ALDER SURGERY', 1000],
  ['A99002', 'ALDER SURGERY', 3000],
  ['A99003', 'ALDER SURGERY', 2000],
  ['A99004', 'NORTH', 9000],
  ['A99005', 'BIRCH VALE', 9000, 'Y55,BIRCH VALE'],
  ['A99008', 'BIRCH VAL', 1000],
  ['A99006', 'ELM CENTRE', 5000],
  ['A99007', 'ELM CTR', 1000],
  ['A99009', 'FERN HALL', 1000],
  ['A99010', 'FERN MEADOW RIVERSIDE HOUSE', 9000],
  ...Array.from({ length: 60 }, (_, i): [string, string, number] => [
    `A98${String(i).padStart(3, '0')}`,
    `CEDAR ${i}`,
    1000,
  ]),
];

const scratch = scratchFolder();
const ask = asking(scratch);
const found = async (q: string) => {
  const { data } = await ask<{ area_code: string; match: string }[]>(
    `/search?limit=100&q=${encodeURIComponent(q)}`,
  );
  return data;
};
const codes = async (q: string) => (await found(q)).map(({ area_code }) => area_code);

beforeAll(async () => {
  const rows = practices.map(([code, name, registered, region]) => ({
    ...{ code, name, region },
    fields: { patient_list_size: registered, Total_Pat_Enbld: 100 },
  }));
  const { problems } = await ingest({
    files: [written(scratch, 'april.csv', longExtract(rows))],
    dataFolder: scratch,
  });
  expect(problems).toEqual([]);
});

describe('places that match equally well', () => {
  it('come by size, the largest first', async () => {
    expect(await codes('alder surgery')).toEqual(['A99002', 'A99003', 'A99001']);
  });

  it('come by level, a region before a practice of its name', async () => {
    expect((await codes('north')).slice(0, 2)).toEqual(['Y54', 'A99004']);
    expect((await codes('birch')).slice(0, 2)).toEqual(['Y55', 'A99005']);
  });

  it('come by level even if the name of the practice is a little nearer to what was asked', async () => {
    expect(await codes('birch va')).toEqual(['Y55', 'A99008', 'A99005']);
  });

  it('come by spelling, those written as asked first', async () => {
    expect(await codes('elm ctr')).toEqual(['A99007', 'A99006']);
    expect(await codes('elm centre')).toEqual(['A99006', 'A99007']);
  });
});

it('a name with fewer words that were not asked for comes first', async () => {
  expect(await codes('fern')).toEqual(['A99009', 'A99010']);
});

it('of places that lack a word fifty are given', async () => {
  const near = await found('cedar xylophone');
  expect(near).toHaveLength(50);
  expect(new Set(near.map(({ match }) => match))).toEqual(new Set(['near']));
});
