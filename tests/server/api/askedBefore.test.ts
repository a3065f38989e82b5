import { afterAll, expect, inject, it } from 'vitest';
import { endpoints } from '../../../server/api/endpoints.ts';
import { codesOf, fillIn } from '../../../server/api/examples.ts';
import { Releases } from '../../../server/store/releases.ts';
import { answered } from '../../support/asking.ts';
import { enriched, traitStatements } from '../../support/enriched.ts';

const folder = await enriched(inject('illustrative'), traitStatements);
const [one, other] = [new Releases(folder), new Releases(folder)];
afterAll(async () => {
  await one.close();
  await other.close();
});
const codes = codesOf(await one.get());

/** Other values than those of the examples. */
const others: readonly (readonly [name: string, value: string])[] = [
  ['measure', 'prescriptions_enabled'],
  ['period', codes.first],
  ['to', codes.first],
  ['area', codes.region],
  ['by', 'list_size'],
];

/** The example of each endpoint, and the same with another value of each parameter, and of each two. */
const questions = endpoints
  .filter(({ path, media }) => !media && !path.includes('{'))
  .flatMap(({ path, example, parameters }) => {
    const address = (more: typeof others) => {
      const search = new URLSearchParams(fillIn(example, codes));
      for (const [name, value] of more) search.set(name, value);
      search.set('limit', '40');
      return `${path}?${search}`;
    };
    const taken = others.filter(([name]) => parameters.some((one) => one === name));
    const pairs = taken.flatMap((one, i) => taken.slice(i + 1).map((other) => [one, other]));
    return [[], ...taken.map((one) => [one]), ...pairs].map(address);
  });

/** An answer as text, or why there is none. */
const textOf = (releases: Releases, address: string): Promise<string> =>
  answered(releases, address).then(
    (answer) => JSON.stringify(answer),
    (error: Error) => error.message,
  );

it('answers are the same in whatever order questions come', async () => {
  const answers = new Map<string, string>();
  for (const address of questions) answers.set(address, await textOf(one, address));
  expect(answers.size).toBeGreaterThan(100);
  for (const address of questions.toReversed()) {
    expect(await textOf(other, address), address).toBe(answers.get(address));
  }
});
