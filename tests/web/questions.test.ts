import { describe, expect, it } from 'vitest';
import type { Ask } from '../../web/ask.ts';
import { fetchChanges } from '../../web/questions/changes.ts';
import { fetchEnding } from '../../web/questions/ending.ts';
import { fetchEvents } from '../../web/questions/events.ts';
import { fetchFoundFigures } from '../../web/questions/foundFigures.ts';
import { fetchLifecycle } from '../../web/questions/lifecycle.ts';
import { fetchPeers } from '../../web/questions/peers.ts';
import { fetchPublished } from '../../web/questions/published.ts';
import { fetchSteps } from '../../web/questions/reach.ts';
import { fetchRevised } from '../../web/questions/revised.ts';
import { fetchStandings } from '../../web/questions/standing.ts';
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

describe('the history of a practice', () => {
  it('says once that it was away and came back', async () => {
    const told = (event: string, before: string | null, after: string | null, rest: string) => ({
      ...{ event, before, after, practice_name: 'ELM SURGERY' },
      sentence: `Elm Surgery (A81001) ${rest}`,
    });
    const data = [
      told('appeared', null, null, 'appeared in the extracts in May 2018.'),
      told('vanished', null, '2018-10', 'was not in the extract of September 2018.'),
      told('appeared', '2018-08', null, 'was back in the extracts in October 2018.'),
      told('vanished', null, null, 'was no longer in the extracts in March 2019.'),
    ];
    const ask = asking({ '/lifecycle': { data } });
    expect(await fetchLifecycle(ask, { practice: 'A81001', meta })).toEqual([
      'Elm Surgery (A81001) appeared in the extracts in May 2018.',
      'It was not in the extract of September 2018.',
      'It was no longer in the extracts in March 2019.',
    ]);
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

it('an event has its first and its last month', async () => {
  const row = { id: 'x', period_from: '2018-04', period_to: '2018-06', source_url: 'https://x' };
  const asked = { measure: 'records_enabled', level: 'england', meta };
  const [event] = await fetchEvents(asking({ '/annotations': { data: [row] } }), asked);
  expect(event).toMatchObject({ from: '2018-04', to: '2018-06', url: 'https://x' });
});

it('levels to reach come from the lowest, those that are not known last', async () => {
  const row = (to: string, target_value: number | null) => ({ to, target_value, more_patients: 1 });
  const data = [row('england', 9), row('ccg', null), row('top_tenth', 20), row('peers_median', 4)];
  const asked = { practice: 'A81001', measure: 'records_enabled', period: '2019-03', meta };
  const steps = await fetchSteps(asking({ '/reach': { data } }), asked);
  expect(steps.map(({ to }) => to)).toEqual(['peers_median', 'england', 'top_tenth', 'ccg']);
});

it('a comparison has the name, the rank and the reason of what is compared with', async () => {
  const row = {
    ...{ measure: 'records_enabled', area_code: 'A81001', area_name: 'ELM', value: 5 },
    ...{ against_level: 'ccg', against_code: '00K', against_name: 'NHS OAK CCG' },
    ...{
      against_value: 7,
      rest_value: 8,
      word: 'lower',
      reason: null,
      place: 3,
      places: 31,
      places_equal: 1,
    },
    ...{ lower_95: 4, upper_95: null, sentence: 'It is lower.' },
  };
  const asked = { area: 'A81001', period: '2019-03', meta };
  const found = await fetchStandings(asking({ '/comparisons': { data: [row] } }), asked);
  expect(found.records_enabled!.interval).toBeNull();
  expect(found.records_enabled!.beside).toEqual([
    {
      ...{ level: 'ccg', code: '00K', name: 'NHS OAK CCG', value: 7, rest: 8, verdict: 'lower' },
      ...{ reason: null, rank: { place: 3, places: 31, equal: 1 }, sentence: 'It is lower.' },
    },
  ]);
});

it('places that were found have their patients, also where nobody said how many are set up', async () => {
  const row = (area_code: string, denominator: number | null, value: number | null) => ({
    ...{ area_code, denominator, value, numerator: value === null ? null : 500 },
  });
  const data = [row('A1', 4000, 12.5), row('A2', 3000, null), row('A3', null, null)];
  const asked = { codes: ['A1', 'A2', 'A3'], service: 'records', release: 'x' } as const;
  expect(await fetchFoundFigures(asking({ '/figures': { data } }), asked)).toEqual({
    A1: '4,000 patients, 12.5% set up',
    A2: '3,000 patients',
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
