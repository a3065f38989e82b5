import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { askers, questions } from '../../../data/definitions/questions.ts';
import { type Codes, codesOf, fillIn } from '../../../server/api/examples.ts';
import { folders } from '../../support/folders.ts';
import { type Serving, serve } from '../../support/serving.ts';
import { keptOpen } from '../../support/sharedReleases.ts';

// biome-ignore lint/suspicious/noExplicitAny: each check knows the answer it reads
type Any = any;

interface Answer {
  data: Any;
  meta: Any;
}

/** What an answer must say besides having certain fields, for questions where that can be checked. */
const checks: Record<string, (answer: Answer, codes: Codes) => void> = {
  'At which stage is uptake stuck: offered, set up or used?': ({ data }) => {
    const [offered, enabled, accessed] = data.map((row: Any) => row.value);
    expect(offered).toBeGreaterThan(enabled);
    expect(enabled).toBeGreaterThan(accessed);
  },
  'Which CCGs differ by more than chance and the usual differences between CCGs?': ({ data }) => {
    const beyond = data.filter((row: Any) => row.position !== 'inside');
    expect(beyond.length).toBeLessThan(data.length / 2);
  },
  'How much of a change came from practices that changed, and how much from who reported?': ({
    data,
  }) => {
    const total = data.at(-1);
    expect(total.part).toBe('total');
    const parts = data.slice(0, -1).map((row: Any) => row.contribution);
    expect(parts.reduce((sum: number, one: number) => sum + one)).toBeCloseTo(total.contribution);
  },
  'Is it the supplier?': ({ data }) => {
    const shares = data.map((row: Any) => row.share_of_patients);
    expect(shares.reduce((sum: number, one: number) => sum + one)).toBeCloseTo(100);
  },
  'How far apart are practices, and is the gap narrowing?': ({ data }) => {
    expect(data.length).toBeGreaterThan(1);
    for (const row of data) expect(row.p90).toBeGreaterThanOrEqual(row.p10);
  },
  'Where is my practice?': ({ data }, { practice }) => {
    expect(data[0].area_code).toBe(practice);
  },
  'What did we send in, month by month?': ({ data }, { practice, last }) => {
    expect(data.practice_code).toBe(practice);
    expect(data.months.at(-1).period).toBe(last);
  },
  'Are we really above or below England, our region and our CCG?': ({ data }) => {
    const against = data.map((row: Any) => row.against_level);
    expect(against).toEqual(expect.arrayContaining(['england', 'region', 'ccg']));
  },
  'Who is like us, and how do we compare?': ({ data }) => {
    expect(data).toHaveLength(30);
  },
  'How do we rank among the practices of our CCG?': ({ data }, { practice }) => {
    expect(data.map((row: Any) => row.area_code)).toEqual([practice]);
  },
  'In which practices of our CCG would a campaign reach most?': ({ data }) => {
    const gaps = data.map((row: Any) => row.gap);
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
    expect(data.at(-1).running_share).toBeCloseTo(100);
  },
  'How does our network of practices do as one?': ({ data }, { practices }) => {
    expect(data[0].level).toBe('group');
    expect(data[0].practices).toBe(practices.split(',').length);
  },
  'What is the figure for England, in a sentence I can quote?': ({ data }) => {
    expect(data).toHaveLength(3);
    for (const { sentence } of data) expect(sentence).toMatch(/England.*\d.*\.$/);
  },
  'And for each practice in my area?': ({ data }) => {
    for (const row of data) expect(row.level).toBe('practice');
  },
  'Which regions lead and which trail, and is the difference real?': ({ data }) => {
    for (const { level, against_level } of data) {
      expect([level, against_level]).toEqual(['region', 'england']);
    }
  },
  'Was the national target met?': ({ data }) => {
    for (const { area_code } of data) expect(area_code).toBe('E92000001');
  },
  'Will this link say the same next year?': ({ meta }, { release }) => {
    expect(meta.release).toBe(release);
  },
};

describe('the questions', () => {
  it.each(askers.map(({ id }) => id))('are ten of each: %s', (id) => {
    expect(questions.filter(({ asker }) => asker === id)).toHaveLength(10);
  });

  it('are all different, and every check belongs to one of them', () => {
    const asked = questions.map(({ question }) => question);
    expect(new Set(asked).size).toBe(30);
    expect(Object.keys(checks).filter((question) => !asked.includes(question))).toEqual([]);
  });
});

describe.each(folders)('%s', (_, folder) => {
  describe.skipIf(!folder)('answer', () => {
    let serving: Serving;
    let codes: Codes;
    beforeAll(async () => {
      serving = await serve(folder!);
      codes = codesOf(await keptOpen(folder!)!.get());
    });
    afterAll(() => serving.stop());

    it.each(questions.map((one) => [one.question, one] as const))('%s', async (_question, one) => {
      const response = await fetch(`${serving.origin}/api/v1${fillIn(one.call, codes)}`);
      expect(response.status).toBe(200);
      const text = await response.text();
      if (folder !== inject('illustrative')) return;
      const answer: Answer = one.call.includes('format=csv')
        ? { data: Papa.parse(text, { header: true, skipEmptyLines: true }).data, meta: {} }
        : JSON.parse(text);
      for (const name of one.answeredBy) expect(heldIn(answer, name), name).toBe(true);
      checks[one.question]?.(answer, codes);
    });
  });
});

/** Whether an answer has something under a name: in its meta, its object, or at least one of its rows. */
function heldIn({ data, meta }: Answer, name: string): boolean {
  const isThere = (value: unknown) => value !== undefined && value !== null && value !== '';
  if (name.startsWith('meta.')) return isThere(meta[name.slice(5)]);
  return [data].flat().some((row) => isThere(row[name]));
}
