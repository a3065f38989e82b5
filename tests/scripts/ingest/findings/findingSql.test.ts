import { afterAll, describe, expect, it } from 'vitest';
import { fixed } from '../../../../data/definitions/numbers.ts';
import { sentence, tenths } from '../../../../scripts/ingest/findings/findingSql.ts';
import { DuckDatabase } from '../../../../server/store/duckDatabase.ts';
import { sql } from '../../../../server/store/sql.ts';

const database = await DuckDatabase.openToWrite(':memory:');
afterAll(() => database.close());

const written = async (value: number): Promise<string> => {
  const query = sql`select ${sentence`${tenths(sql`${value}::double`)}`} as text`;
  return (await database.first<{ text: string }>(query))!.text;
};

describe('tenths in a finding', () => {
  it.each([
    [28.15, '28.2'],
    [21.15, '21.2'],
    [(563 / 2000) * 100, '28.2'],
    [1.25, '1.3'],
    [-0.25, '-0.3'],
    [28.149, '28.1'],
    [0, '0.0'],
  ])('of %d are %s, as pages round', async (value, text) => {
    expect(await written(value)).toBe(text);
    expect(fixed(value, 1)).toBe(text);
  });
});
