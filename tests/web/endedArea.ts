import type { Ask } from '../../web/ask.ts';

/** The same answers, as if an area were in no extract after December 2014. */
export const withEnded =
  (ask: Ask, code: string): Ask =>
  async (path, query) => {
    const answer = await ask(path, query);
    if (path !== '/areas') return answer;
    const rows = (answer as unknown as { data: { area_code: string }[] }).data;
    const data = rows.map((row) =>
      row.area_code === code ? { ...row, last_period: '2014-12' } : row,
    );
    return { ...answer, data } as never;
  };
