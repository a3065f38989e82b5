import { describe, expect, it } from 'vitest';
import type { PlaceLevel } from '../../../data/definitions/levels.ts';
import { measureOf } from '../../../data/definitions/measures.ts';
import type { ValuedPlace } from '../../../data/words/places.ts';
import { rangeSentence } from '../../../data/words/ranges.ts';

const england: ValuedPlace = { level: 'england', name: 'England', value: 4.5 };
const asked = { period: '2015-03', where: 'in England', benchmark: england };
const valued = (level: PlaceLevel, ...values: [string, number][]) =>
  values.map(([name, value]) => ({
    level,
    name,
    value,
    numerator: value * 1000,
    denominator: 100_000,
  }));

describe('how places of a level differ', () => {
  it.each<[string, string, ReturnType<typeof valued>, Partial<typeof asked> | object, string]>([
    [
      'areas from the lowest to the highest, whatever their order',
      'records_enabled',
      valued('region', ['LONDON', 6.2], ['SOUTH EAST', 9.6], ['MIDLANDS', 3.1]),
      {},
      'In March 2015, the share of patients who were set up to see their record online ranges from 3.1% in the Midlands to 9.6% in the South East among 3 regions in England. England as a whole is at 4.5%.',
    ],
    [
      'areas of which several are highest or lowest',
      'records_enabled',
      valued('ccg', ['A', 100], ['B', 100], ['C', 3], ['D', 0], ['E', 0]),
      { benchmark: null },
      'In March 2015, the share of patients who were set up to see their record online ranges from 0% in 2 of 5 CCGs in England to 100% in 2 of 5 CCGs in England.',
    ],
    [
      'areas that are all the same',
      'records_enabled',
      valued('ccg', ['A', 100], ['B', 100]),
      { benchmark: null },
      'In March 2015, the share of patients who were set up to see their record online is 100% in both CCGs in England.',
    ],
    [
      'areas of a rate, without England',
      'any_use',
      valued('ccg', ['NHS ELM CCG', 134.2], ['NHS OAK CCG', 98.7]),
      { benchmark: null, where: 'in London' },
      'In March 2015, the rate of online transactions ranges from 98.7 in NHS Oak CCG to 134 per 1,000 patients in NHS Elm CCG among 2 CCGs in London.',
    ],
    [
      'practices by how many lie above England, none of them named',
      'records_enabled',
      valued('practice', ['A', 4.6], ['B', 4.5], ['C', 1], ['D', 3], ['E', 2]),
      { where: 'in Elm' },
      'In March 2015, 1 of 5 practices in Elm is above England as a whole (4.5%) in the share of patients who were set up to see their record online.',
    ],
    [
      'one place',
      'records_enabled',
      valued('practice', ['ELM ROAD SURGERY', 4.6]),
      {},
      'In March 2015, 4.6% of patients at Elm Road Surgery were set up to see their record online. England as a whole is at 4.5%.',
    ],
    [
      'areas against a region',
      'records_enabled',
      valued('ccg', ['NHS ELM CCG', 3], ['NHS OAK CCG', 6]),
      { benchmark: { level: 'region', name: 'SOUTH EAST', value: 4 } },
      'In March 2015, the share of patients who were set up to see their record online ranges from 3.0% in NHS Elm CCG to 6.0% in NHS Oak CCG among 2 CCGs in England. The South East as a whole is at 4.0%.',
    ],
    [
      'practices against one of them, which counts in neither way',
      'records_enabled',
      valued('practice', ['A', 4.6], ['ELM ROAD', 4.5], ['C', 1]),
      { benchmark: { level: 'practice', name: 'ELM ROAD', value: 4.5 } },
      'In March 2015, 1 of 3 practices in England is above Elm Road (4.5%) in the share of patients who were set up to see their record online.',
    ],
    [
      'one network before networks began',
      'records_enabled',
      valued('pcn', ['ELM PCN', 3]),
      { benchmark: null },
      'In March 2015, 3.0% of patients in what later became Elm PCN were set up to see their record online.',
    ],
    [
      'networks before networks began',
      'records_enabled',
      valued('pcn', ['ELM PCN', 3], ['OAK PCN', 6]),
      { benchmark: null },
      'In March 2015, the share of patients who were set up to see their record online ranges from 3.0% in what later became Elm PCN to 6.0% in what later became Oak PCN among 2 PCNs in England.',
    ],
    ['none', 'records_enabled', [], {}, 'For March 2015 no figure was reported in England.'],
  ])('%s', (_, id, known, more, sentence) => {
    expect(rangeSentence(measureOf(id), known, { ...asked, ...more })).toBe(sentence);
  });
});
