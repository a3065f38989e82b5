import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { breakdownIds } from '../../../data/definitions/breakdowns.ts';
import { type LevelId, levelIds } from '../../../data/definitions/levels.ts';
import { lifecycleEventIds } from '../../../data/definitions/lifecycle.ts';
import { measures } from '../../../data/definitions/measures.ts';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { breakdownRows } from '../../../server/figures/breakdownRows.ts';
import { deprivationOf } from '../../../server/figures/deprivation.ts';
import { allFigures } from '../../../server/figures/figureRows.ts';
import { keepLevel, keptLevel } from '../../../server/figures/levelFigures.ts';
import { whatHappened } from '../../../server/figures/lifecycle.ts';
import { practiceFigures } from '../../../server/figures/practiceFigures.ts';
import { scoredPractices } from '../../../server/figures/scoredPractices.ts';
import { asParent, heldMeasure } from '../../../server/store/catalogue.ts';
import { type BreakdownRow, breakdownQuery } from '../../../server/store/queries/breakdowns.ts';
import type { FiguresQuestion } from '../../../server/store/queries/figures.ts';
import { type LifecycleRow, lifecycleQuery } from '../../../server/store/queries/lifecycle.ts';
import { type Release, Releases } from '../../../server/store/releases.ts';
import { sql } from '../../../server/store/sql.ts';
import { scratchFolder, written } from '../../scripts/ingest/scratch.ts';
import { due, shareDue, whole } from '../../support/due.ts';
import { enriched, traitStatements } from '../../support/enriched.ts';
import { seededRandom } from '../../support/random.ts';
import { madeExtracts } from '../recomputed/made.ts';

const opened: Releases[] = [];
afterAll(async () => {
  for (const releases of opened) await releases.close();
});

async function releaseIn(folder: string): Promise<Release> {
  const releases = new Releases(folder);
  opened.push(releases);
  return releases.get();
}

/** A folder with a release in which practices come, go, move, and take other names and systems. */
let changing: string;
const scratch = scratchFolder();
beforeAll(async () => {
  const files = madeExtracts().map(({ name, text }) => written(scratch, name, text));
  const dataFolder = join(scratch, 'data');
  await ingest({ files, dataFolder, accept: 'made for tests' });
  changing = await enriched(dataFolder, traitStatements);
});

const kinds: [name: string, release: () => Promise<Release>][] = [
  ['a release', () => releaseIn(inject('illustrative'))],
  ['a release of one service', () => releaseIn(inject('oneService'))],
  ['a release of changing practices', () => releaseIn(changing)],
  ['a release like for like', async () => (await releaseIn(inject('referenced'))).likeForLike!()],
];

const inOrder = (rows: readonly BreakdownRow[]) =>
  rows.toSorted((a, b) => (JSON.stringify(keyOf(a)) < JSON.stringify(keyOf(b)) ? -1 : 1));
const keyOf = ({ measure, group_code }: BreakdownRow) => [measure, group_code];

/** The number of days in which each breakdown of each kind of place is compared. */
const days = 7;

/** How many questions are asked of each release. */
const questions = whole ? 400 : 16;

/** The same question in a form that is never kept: it has a range of codes. */
const unkept = (question: FiguresQuestion): FiguresQuestion => ({
  ...question,
  between: ['', '~~~~~~~~~~'],
});

it('figures of every level are kept exactly, however large', async () => {
  const large = ["update figure set numerator = 5000000001 where level = 'ccg'"];
  const release = await releaseIn(await enriched(inject('illustrative'), large));
  const { catalogue } = release;
  await keepLevel(release, 'ccg');
  const question: FiguresQuestion = {
    level: 'ccg',
    measures: measures.map((measure) => heldMeasure(measure, catalogue)),
    periods: catalogue.periods.map(({ period }) => period),
    areas: catalogue.codesByLevel.ccg,
  };
  const kept = await allFigures(release, question);
  expect(kept).toEqual(await allFigures(release, unkept(question)));
  expect(new Set(kept.map(({ numerator }) => numerator))).toContain(5_000_000_001);
});

it('a month without a practice has no figures, though it exists before and after', async () => {
  const away = "(select min(practice_code) from practice_month) and period = '2014-09'";
  const release = await releaseIn(
    await enriched(inject('illustrative'), [
      `delete from practice_month where practice_code = ${away}`,
    ]),
  );
  await keepLevel(release, 'practice');
  const { catalogue } = release;
  const code = catalogue.codesByLevel.practice.toSorted()[0]!;
  const question: FiguresQuestion = {
    level: 'practice',
    measures: measures.map((measure) => heldMeasure(measure, catalogue)),
    periods: ['2014-08', '2014-09', '2014-10'],
    areas: [code],
  };
  const kept = await allFigures(release, question);
  expect(kept).toEqual(await allFigures(release, unkept(question)));
  expect(new Set(kept.map(({ period }) => period))).toEqual(new Set(['2014-08', '2014-10']));
});

describe.each(kinds)('kept figures of %s', (_, open) => {
  it.each<[string, (release: Release) => Promise<void>]>([
    ['of places asked for before', async () => {}],
    [
      'of every level',
      async (release) => {
        for (const level of levelIds) await keepLevel(release, level);
        expect(keptLevel(release, 'practice')).toBeDefined();
      },
    ],
  ])(
    `are those that are read, for places and measures in any order, in ${questions} questions: %s`,
    async (_, keep) => {
      const release = await open();
      await keep(release);
      const { catalogue, about } = release;
      const random = seededRandom(3);
      const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
      const some = <T>(all: readonly T[], most: number): T[] => [
        ...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => one(all))),
      ];
      const held = measures.map((measure) => heldMeasure(measure, catalogue));
      const periods = catalogue.periods.map(({ period }) => period);
      const levels = levelIds.filter((level) => catalogue.codesByLevel[level].length);
      let rows = 0;
      for (let i = 0; i < questions; i++) {
        const level: LevelId = one(levels);
        const latest = i % 2 === 0;
        const wide = level === 'practice' && latest;
        const ccgs = catalogue.codesByLevel.ccg;
        const parent = wide && i % 4 === 0 && ccgs.length ? catalogue.areas.get(one(ccgs)) : null;
        const question: FiguresQuestion = {
          level,
          measures: some(held, 5).sort((a, b) => held.indexOf(a) - held.indexOf(b)),
          periods: latest ? [about.last_period] : some(periods, 4).sort(),
          ...(parent
            ? { parent: asParent(parent) }
            : level !== 'practice' && i % 3 === 0
              ? {}
              : { areas: some([...catalogue.codesByLevel[level], 'ZZ9999'], wide ? 40 : 4) }),
        };
        const kept = await allFigures(release, question);
        expect(kept).toEqual(await allFigures(release, unkept(question)));
        expect(await allFigures(release, question)).toEqual(kept);
        rows += kept.length;
      }
      expect(rows).toBeGreaterThan(100);
    },
  );

  it("of an area's practices are those of the practices in it", async () => {
    const release = await open();
    const { catalogue, about } = release;
    const measure = measures.find(({ id }) => id === 'records_enabled')!;
    const practices = catalogue.codesByLevel.practice;
    for (const period of [about.first_period, about.last_period]) {
      for (const code of levelIds.flatMap((level) => catalogue.codesByLevel[level].slice(0, 12))) {
        const parent = asParent(catalogue.areas.get(code)!);
        const found = await practiceFigures(release, measure, period, parent);
        const rows = await allFigures(
          release,
          unkept({ level: 'practice', measures: [measure], periods: [period], parent }),
        );
        expect([...found].map(([one, { name, value }]) => [one, name, value])).toEqual(
          rows.map(({ area_code, area_name, value }) => [area_code, area_name, value]),
        );
      }
    }
    const members = [practices[7]!, practices[1]!];
    const group = { level: 'group' as const, code: 'group', members };
    const own = await practiceFigures(release, measure, about.last_period, group);
    expect([...own.keys()]).toEqual(members.sort());
  });

  it(`by group equal the query's sums, for every measure (${shareDue(days)})`, async () => {
    const release = await open();
    const { catalogue, about } = release;
    const held = measures.map((measure) => heldMeasure(measure, catalogue));
    const practices = catalogue.codesByLevel.practice;
    const group = { level: 'group' as const, code: 'group', members: practices.slice(3, 9) };
    const areas = levelIds.flatMap((level) =>
      catalogue.codesByLevel[level].slice(0, 1).map((code) => asParent(catalogue.areas.get(code)!)),
    );
    const deprived = await deprivationOf(release);
    const asked = breakdownIds
      .filter((id) => id !== 'deprivation' || deprived)
      .flatMap((by) =>
        [...areas, group].flatMap((area) =>
          [about.first_period, about.last_period].map((period) => ({
            ...{ by, measures: held, periods: [period], area, latest: about.last_period },
          })),
        ),
      );
    for (const question of due(asked, days)) {
      const read = await release.database.all<BreakdownRow>(breakdownQuery(question));
      expect(inOrder(await breakdownRows(release, question))).toEqual(inOrder(read));
    }
  });

  it('with deprivation scores, by month and code, equal those of the query', async () => {
    const release = await open();
    const { catalogue } = release;
    if (!(await deprivationOf(release))) return expect(catalogue.boundaries).toBe('published');
    const periods = catalogue.periods.map(({ period }) => period);
    const asked = ['records_enabled', 'records_offered', 'any_use'].flatMap((id) =>
      measures.filter((measure) => measure.id === id),
    );
    const areas = levelIds.flatMap((level) => catalogue.codesByLevel[level].slice(0, 3));
    const found = () =>
      Promise.all(
        asked.flatMap((measure) =>
          areas.map((code) =>
            scoredPractices(release, measure, periods, asParent(catalogue.areas.get(code)!)),
          ),
        ),
      );
    const read = await found();
    await keepLevel(release, 'practice');
    expect(await found()).toEqual(read);
    expect(read.flat().filter(({ score }) => score !== null).length).toBeGreaterThan(100);
  });
});

it('practices without patients, or that report nothing, are not scored', async () => {
  const release = await releaseIn(
    await enriched(inject('illustrative'), [
      ...traitStatements,
      `update practice_month set registered = 0, records_enabled = 0
       where period = '2014-09' and practice_code like '%1'`,
      `update practice_month set records_enabled = null
       where period = '2014-09' and practice_code like '%2'`,
    ]),
  );
  await keepLevel(release, 'practice');
  const { catalogue } = release;
  const measure = measures.find(({ id }) => id === 'records_enabled')!;
  for (const code of catalogue.codesByLevel.ccg.slice(0, 3)) {
    const scored = await scoredPractices(
      release,
      measure,
      ['2014-09'],
      asParent(catalogue.areas.get(code)!),
    );
    const [there] = await release.database.all<{ those: number; without: number }>(
      sql`select cast(count(*) filter (registered > 0 and records_enabled is not null) as integer) as those,
            cast(count(*) filter (registered = 0) as integer) as without
          from practice_month where period = '2014-09' and ccg_code = ${code}`,
    );
    expect(scored).toHaveLength(there!.those);
    expect(there!.without).toBeGreaterThan(0);
  }
});

describe('the events of a practice', () => {
  it(`are those of all practices, restricted to it (${shareDue(2)})`, async () => {
    const release = await releaseIn(inject('referenced'));
    const { catalogue, database } = release;
    const periods = catalogue.periods.map(({ period }) => period);
    const kinds = [lifecycleEventIds, lifecycleEventIds.slice(0, 2)];
    const asked = { periods, span: [null, null] as const, register: true };
    const spans = [asked.span, [periods[3]!, null], [null, '2001-12']] as const;
    const all = await whatHappened(release, { ...asked, events: lifecycleEventIds });
    const eventful = new Set(all.map(({ practice_code }) => practice_code));
    const quiet = catalogue.codesByLevel.practice.filter((code) => !eventful.has(code));
    let rows = 0;
    for (const code of [...due([...eventful].slice(0, 20), 2), ...quiet.slice(0, 3)]) {
      for (const [span, events] of spans.flatMap((one) =>
        kinds.map((some) => [one, some] as const),
      )) {
        const question = { ...asked, span, area: asParent(catalogue.areas.get(code)!), events };
        const found = await whatHappened(release, question);
        expect(found).toEqual(await database.all<LifecycleRow>(lifecycleQuery(question)));
        rows += found.length;
      }
    }
    expect(quiet.length).toBeGreaterThan(2);
    expect(rows).toBeGreaterThan(10);
  });
});
