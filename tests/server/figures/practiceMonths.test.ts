import { afterAll, expect, inject, it, vi } from 'vitest';
import { keepPracticeMonths, monthsOfPractice } from '../../../server/figures/practiceMonths.ts';
import { DuckDatabase } from '../../../server/store/duckDatabase.ts';
import { practiceMonthsQuery } from '../../../server/store/queries/practice.ts';
import { type Release, Releases } from '../../../server/store/releases.ts';
import { enriched } from '../../support/enriched.ts';

const opened: Releases[] = [];
afterAll(async () => {
  for (const releases of opened) await releases.close();
});

async function releaseIn(folder: string): Promise<Release> {
  const releases = new Releases(folder);
  opened.push(releases);
  return releases.get();
}

it('the months of every practice that are kept are those of its query, to the order of their columns', async () => {
  const release = await releaseIn(
    await enriched(inject('illustrative'), [
      "delete from practice_month where period = '2014-09' and practice_code = (select min(practice_code) from practice_month)",
      "update practice_month set supplier = null, registered = null where period = '2014-10'",
      "update practice_month set new_enabled = -7 where period = '2014-11'",
    ]),
  );
  const { database, catalogue } = release;
  const codes = catalogue.codesByLevel.practice;
  const asked = new Map<string, string>();
  for (const code of codes) {
    asked.set(code, JSON.stringify(await database.all(practiceMonthsQuery(code))));
  }
  expect(JSON.stringify(await monthsOfPractice(release, codes[0]!))).toBe(asked.get(codes[0]!));
  await keepPracticeMonths(release);
  const asking = vi.spyOn(DuckDatabase.prototype, 'all');
  for (const code of codes) {
    const months = await monthsOfPractice(release, code);
    expect([code, JSON.stringify(months)]).toEqual([code, asked.get(code)]);
  }
  expect(await monthsOfPractice(release, 'NOBODY')).toEqual([]);
  expect(asking).not.toHaveBeenCalled();
});
