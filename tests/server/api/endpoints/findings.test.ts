import { expect, it } from 'vitest';
import { askIllustrative } from '../../../support/asking.ts';

const ask = askIllustrative();
const { data: all } = await ask<Record<string, string | null>[]>('/findings?limit=10000');

it.each([
  ['kind', 'kind'],
  ['period', 'period'],
  ['practice', 'practice_code'],
])('/findings of one %s are those of all that name it', async (parameter, column) => {
  const value = all.find((row) => row[column])![column];
  const expected = all.filter((row) => row[column] === value);
  expect(expected.length).toBeLessThan(all.length);
  expect((await ask(`/findings?${parameter}=${value}`)).data).toEqual(expected);
});

it('/findings/kinds counts the findings, their practices and their months', async () => {
  const { data } = await ask('/findings/kinds');
  const found = data.filter(({ findings }) => findings > 0);
  expect(found.length).toBeGreaterThan(3);
  for (const { kind, findings, practices, first_period, last_period } of found) {
    const rows = all.filter((row) => row.kind === kind);
    const months = rows.flatMap(({ period }) => period ?? []).sort();
    expect([kind, findings, practices, first_period, last_period]).toEqual([
      kind,
      rows.length,
      new Set(rows.flatMap(({ practice_code }) => practice_code ?? [])).size,
      months[0] ?? null,
      months.at(-1) ?? null,
    ]);
  }
});
