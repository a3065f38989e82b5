import { describe, expect, it } from 'vitest';
import type { Ask } from '../../web/ask.ts';
import { fetchChanges } from '../../web/questions/changes.ts';
import { fetchEnding } from '../../web/questions/ending.ts';
import { fetchPeers } from '../../web/questions/peers.ts';
import { fetchPublished } from '../../web/questions/published.ts';
import { fetchRevised } from '../../web/questions/revised.ts';
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

describe('how a figure changed', () => {
  const ask = asking({
    '/changes': {
      data: [{ part: 'total', contribution: 2 }],
      meta: { sentence: 'It rose by 2. It usually rises by 1.', usual: 'It usually rises by 1.' },
    },
  });

  it('is told without what is usual, since the month before and the year before', async () => {
    const periods = ['2018-03', '2018-04', '2018-12', '2019-01', '2019-03', '2019-04'];
    const asked = { area: '00K', measure: 'records_enabled', periods, meta };
    const changes = await fetchChanges(ask, { ...asked, period: '2019-03' });
    expect(changes).toEqual(
      ['2019-01', '2018-03'].map((from) => ({
        ...{ from, to: '2019-03', parts: { total: 2 }, sentence: 'It rose by 2.' },
      })),
    );
    expect(await fetchChanges(ask, { ...asked, period: '2018-03' })).toEqual([]);
  });
});

it('practices like one have their changes of supplier, and the practice its own', async () => {
  const peer = { area_code: 'A81002', supplier_changed_period: '2018-07' };
  const practice = { supplier_changed_period: '2018-11' };
  const asked = { practice: 'A81001', measure: 'records_enabled', period: '2019-03', meta };
  const found = await fetchPeers(asking({ '/peers': { data: [peer], meta: { practice } } }), asked);
  expect(found.supplierChanged).toBe('2018-11');
  expect(found.peers[0]).toMatchObject({ code: 'A81002', supplierChanged: '2018-07' });
});

it('of many revised figures the first are told, and how many there are', async () => {
  const data = [1, 2, 3].map((i) => ({ sentence: `Revised ${i}.` }));
  const asked = { area: '00K', service: 'records', meta } as const;
  const told = (total?: number) =>
    fetchRevised(asking({ '/revisions': { data, meta: { before: 'x', total } } }), asked);
  expect((await told(24)).lines.join(' ')).toContain('24');
  expect((await told()).lines.join(' ')).not.toContain('24');
  expect((await told(24)).file).toMatchObject({ area: '00K', release: '2019-03.1' });
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
