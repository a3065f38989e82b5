import { describe, expect, it } from 'vitest';
import type { Ask } from '../../web/ask.ts';
import { fetchEnding } from '../../web/questions/ending.ts';
import { fetchPublished } from '../../web/questions/published.ts';
import { fetchWhereabouts } from '../../web/questions/whereabouts.ts';

const meta = { release: '2019-03.1', first_period: '2018-04', last_period: '2019-03' } as never;
const asking = (answers: Record<string, object>) =>
  (async (path: string) => ({ meta: {}, ...answers[path] })) as unknown as Ask;

describe('what became of a practice', () => {
  const merged = (after: string, period: string) => ({ after, period });
  const ended = (events: object[], closed: string | null = null, last = '2018-09') =>
    fetchEnding(
      asking({
        '/lifecycle': { data: events },
        '/areas': { data: [{ area_name: 'ELM SURGERY' }] },
      }),
      { practice: 'A81001', last, closed, meta },
    );

  it('is told of the last practice that it may have merged into', async () => {
    const ending = await ended([merged('A81002', '2018-05'), merged('A81003', '2018-10')]);
    expect(ending!.heir).toEqual({ code: 'A81003', name: 'Elm Surgery' });
    expect(ending!.sentence).toContain('Elm Surgery, whose list grew in October 2018');
    expect((await ended([]))!.heir).toBeNull();
  });

  it('is told only of one that is gone or closed', async () => {
    expect(await ended([], null, '2019-03')).toBeNull();
    expect((await ended([], '2019-03-31', '2019-03'))!.sentence).toContain('31 March 2019');
  });
});

it('what was said in public is told of the service shown', async () => {
  const said = (measure: string) => ({
    ...{ period: '2018-06', measure, said: measure, source: 'A report' },
    source_url: 'https://example.org',
  });
  const data = ['records_enabled', 'appointments_enabled', 'any_enabled', 'records_use'].map(said);
  const asked = { service: 'records', meta } as const;
  const told = await fetchPublished(asking({ '/published-figures': { data } }), asked);
  expect(told.map(({ measure }) => measure)).toEqual(['records_enabled', 'records_use']);
});

it('where practices are is told of the month asked for, or the latest', async () => {
  const ask = asking({
    '/whereabouts': {
      data: [{ area_code: '00L', area_name: 'NHS ELM CCG' }],
      meta: { held_period: '2018-06', sentence: 'They are elsewhere.' },
    },
  });
  const places = [{ code: '00L', name: 'NHS Elm CCG' }];
  const told = { heldPeriod: '2018-06', places, sentence: 'They are elsewhere.' };
  const area = '00K';
  expect(await fetchWhereabouts(ask, { area, period: '2018-11', meta })).toEqual({
    ...{ period: '2018-11', ...told },
  });
  expect(await fetchWhereabouts(ask, { area, meta })).toEqual({ period: '2019-03', ...told });
});
