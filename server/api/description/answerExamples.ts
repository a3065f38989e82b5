import type { Release, Releases } from '../../store/releases.ts';
import { ask } from '../api.ts';
import type { Endpoint } from '../endpoint.ts';
import { type Codes, codesOf, fillIn } from '../examples.ts';
import { parametersOf } from '../filters.ts';
import { rowCursor } from '../paging.ts';

/** A release's answer to an endpoint's own example, cut to one row. */
interface AnswerExample {
  json: unknown;
  /** The cursor for the next row. */
  cursor: string;
}

/** What the examples in the API description are made of. */
export interface Examples {
  codes: Codes;
  /** By path; none for files. */
  answers: ReadonlyMap<string, AnswerExample>;
}

/** Asks every endpoint its own example about the current release. */
export async function gatherExamples(
  endpoints: readonly Endpoint[],
  releases: Releases,
): Promise<Examples> {
  const release = await releases.get();
  const codes = codesOf(release);
  const answers = await Promise.all(
    endpoints
      .filter(({ media }) => !media)
      .map(async (endpoint) => {
        return [endpoint.path, await answerOf(endpoint, release, releases, codes)] as const;
      }),
  );
  return { codes, answers: new Map(answers) };
}

async function answerOf(
  endpoint: Endpoint,
  release: Release,
  releases: Releases,
  codes: Codes,
): Promise<AnswerExample> {
  const search = new URLSearchParams(fillIn(endpoint.example, codes));
  search.set('release', release.id);
  if (parametersOf(endpoint).includes('limit')) search.set('limit', '1');
  const asked = await ask(endpoint, releases, { code: codes.practice }, search);
  const { pieces, next } = await asked.answer();
  let text = '';
  for await (const piece of pieces) text += piece;
  return { json: shortened(JSON.parse(text)), cursor: next() ?? asked.cursorAt(rowCursor(1)) };
}

/** An answer with at most one value in each of its lists. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shortened);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, shortened(held)]));
}
