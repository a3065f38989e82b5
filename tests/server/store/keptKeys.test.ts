import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, expect, inject, it, vi } from 'vitest';
import { endpoints } from '../../../server/api/endpoints.ts';
import { codesOf, fillIn } from '../../../server/api/examples.ts';
import { PerRelease } from '../../../server/store/perRelease.ts';
import { Releases } from '../../../server/store/releases.ts';
import { answered } from '../../support/asking.ts';
import { enriched, traitStatements } from '../../support/enriched.ts';
import { drawing } from '../../web/drawing.ts';

const folder = await enriched(inject('illustrative'), traitStatements);
const releases = new Releases(folder);
const { draw } = drawing(folder);
const { catalogue, ...release } = await releases.get();
const codes = codesOf({ catalogue, ...release });

/** How often what is kept under a key is compared with what would be made instead. */
const comparisons = 10;
const keys = new Map<PerRelease<unknown>, Map<string, number>>();
const faults: string[] = [];
const comparing = new AsyncLocalStorage<true>();

const { get } = PerRelease.prototype;
vi.spyOn(PerRelease.prototype, 'get').mockImplementation(async function (
  this: PerRelease<unknown>,
  of,
  key,
  make,
) {
  const held = await get.call(this, of, key, make);
  if (key === '' || comparing.getStore()) return held;
  const asked = keys.get(this) ?? new Map<string, number>();
  keys.set(this, asked);
  const times = asked.get(key) ?? 0;
  if (times > comparisons) return held;
  asked.set(key, times + 1);
  if (times > 0 && !hasAllOf(held, await comparing.run(true, make))) faults.push(key);
  return held;
});
afterAll(async () => {
  vi.restoreAllMocks();
  await releases.close();
});

/** Whether a value contains another, which may have fewer entries: some are filled as they are asked for. */
function hasAllOf(held: unknown, made: unknown): boolean {
  if (made instanceof Function) return held instanceof Function;
  if (made instanceof Set) return held instanceof Set && [...made].every((one) => held.has(one));
  if (made instanceof Map) {
    return held instanceof Map && [...made].every(([key, one]) => hasAllOf(held.get(key), one));
  }
  if (made === null || typeof made !== 'object') return Object.is(held, made);
  if (held === null || typeof held !== 'object') return false;
  if (Array.isArray(made) && made.length !== (held as unknown[]).length) return false;
  return Object.entries(made).every(([name, one]) =>
    hasAllOf((held as Record<string, unknown>)[name], one),
  );
}

/** Other values than those of the examples. */
const others: readonly (readonly [name: string, value: string])[] = [
  ['measure', 'prescriptions_enabled'],
  ['period', codes.first],
  ['area', codes.region],
  ['area', codes.ccg],
  ['level', 'ccg'],
  ['by', 'list_size'],
];

/** Questions of single practices, whose peers are chosen by fewer characteristics where one is not known. */
const ofPractices = catalogue.codesByLevel.practice
  .slice(0, 20)
  .flatMap((code, i) => [
    `/peers?practice=${code}&measure=records_enabled&period=${codes.last}`,
    `/lifecycle?area=${code}&event=${i % 2 ? 'closed' : 'opened'}`,
  ]);

/** The example of each endpoint, and the same with each of those values. */
const questions = endpoints
  .filter(({ media }) => !media)
  .flatMap(({ path, example, parameters }) => {
    const [filled, query] = fillIn(`${path}?${example}`, codes).split('?');
    const address = (more: typeof others) => {
      const search = new URLSearchParams(query);
      for (const [name, value] of more) search.set(name, value);
      return `${filled}?${search}`;
    };
    const taken = others.filter(([name]) => parameters.some((one) => one === name));
    return [[], ...taken.map((one) => [one])].map(address);
  });

const pages = ['/', `/areas/${codes.ccg}`, `/practices/${codes.practice}`].flatMap((page) =>
  ['', '?service=prescriptions', `?period=${codes.first}`].map((choice) => page + choice),
);

it('whatever is kept under a key is what would be made instead', async () => {
  let refused = 0;
  for (const question of [...ofPractices, ...questions]) {
    await answered(releases, question).catch(() => refused++);
  }
  expect(refused).toBeLessThan(questions.length / 5);
  for (const page of pages) expect((await draw(page)).status).toBe(200);
  expect(faults).toEqual([]);
  // Each was asked for under more than one key, and under one of those again.
  const asked = [...keys.values()];
  expect(asked.length).toBeGreaterThan(14);
  for (const one of asked) {
    expect(one.size, [...one.keys()].join()).toBeGreaterThan(1);
    expect(Math.max(...one.values()), [...one.keys()].join()).toBeGreaterThan(1);
  }
});
