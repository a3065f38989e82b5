import { type Serving, serve } from '../serving.ts';
import { keptOpen } from '../sharedReleases.ts';
import { Answers, type Received } from './answers.ts';
import { type OpenApi, type Operation, operationsIn } from './description.ts';
import { generate } from './generate.ts';
import { mangled } from './mangle.ts';
import { generatePage, pageFaults } from './pages.ts';
import { randomOf } from './random.ts';
import { relationFaults } from './relations.ts';
import { sending } from './sending.ts';
import { Values } from './values.ts';

/** The results of many requests. */
export interface Trial {
  /** How many were answered with 200, by operation or kind of page. */
  answered: Map<string, number>;
  /** Each kind of fault: how often it occurred, what it is, and the shortest address that shows it. */
  faults: string[];
}

interface Asked {
  address: string;
  method: string;
  headers?: Record<string, string>;
  /** What is requested: an operation's path, or a kind of page. */
  what: string;
  faults(received: Received): string[] | Promise<string[]>;
}

/** A server of a folder of releases, and what its requests are made of and its answers checked by. */
export interface Tried {
  serving: Serving;
  operations: Operation[];
  values: Values;
  answers: Answers;
  send: ReturnType<typeof sending>['send'];
  stop(): Promise<void>;
}

/** `withBundles` says whether whole releases may be asked for as zips, which takes seconds for published figures. */
export async function startTrials(folder: string, withBundles: boolean): Promise<Tried> {
  const serving = await serve(folder, { web: 'web' });
  const releases = keptOpen(folder)!;
  const { send, stop } = sending(serving.origin);
  const api = JSON.parse((await send('/api/v1/openapi.json')).body.toString()) as OpenApi;
  const ids = (await releases.list()).map(({ release }) => release);
  const values = await Values.of(await releases.get(), ids);
  return {
    ...{ serving, values, send },
    operations: operationsIn(api).filter(({ path }) => withBundles || !path.endsWith('.zip')),
    answers: new Answers(api),
    async stop() {
      stop();
      await serving.stop();
    },
  };
}

/** Sends generated questions to the API of a folder of releases; the same ones for the same seed. */
export const tryApi = (tried: Tried, count: number, seed: number): Promise<Trial> =>
  withParts(tried, seed, async ({ operations, values, random, answers, attempt }) => {
    for (let i = 0; i < count; i++) {
      const { operation, address, method } = generate(operations, values, random);
      const { path } = operation;
      await attempt({
        address,
        method,
        what: path,
        faults(received) {
          const cursor = /[?&]cursor=([^&>]+)[^>]*>; rel="next"/.exec(
            String(received.headers.link),
          );
          if (cursor) values.keepCursor(path, decodeURIComponent(cursor[1]!));
          return answers.faults(path, received, method === 'HEAD');
        },
      });
    }
  });

/** Requests generated pages, images and frames of a folder of releases in the same way. */
export const tryPages = (tried: Tried, count: number, seed: number): Promise<Trial> =>
  withParts(tried, seed, async ({ operations, values, random, attempt }) => {
    const parameters = operations.flatMap((operation) => operation.parameters);
    for (let i = 0; i < count; i++) {
      const { address, what } = generatePage(parameters, values, random);
      const faults = (received: Received) => pageFaults(address, received);
      await attempt({ address, method: 'GET', what, faults });
    }
  });

/** Requests addresses broken in random places, with random methods and headers. */
export const tryMangled = (tried: Tried, count: number, seed: number): Promise<Trial> =>
  withParts(tried, seed, async ({ operations, values, random, attempt }) => {
    const parameters = operations.flatMap((operation) => operation.parameters);
    for (let i = 0; i < count; i++) {
      const { address } = random.chance(0.7)
        ? generate(operations, values, random)
        : generatePage(parameters, values, random);
      // Downloading whole releases takes more time than it is worth, so only their headers are requested.
      if (/\.(zip|duckdb)/.test(address)) continue;
      const broken = mangled(address, random);
      const faults = (received: Received) => mangledFaults(received, broken.method);
      await attempt({ ...broken, what: broken.method, faults });
    }
  });

/** What is wrong with the response to a mangled request. Only GET, HEAD and CORS preflights are answered. */
function mangledFaults(received: Received, method: string): string[] {
  const { status, headers, body, type } = received;
  if (method === 'HEAD' && body.length) return ['a body for HEAD'];
  // What a browser asks before another site's script may send a request (CORS preflight).
  const mayBeShared = status === 204 && headers['access-control-allow-origin'] === '*';
  if (method === 'OPTIONS' && mayBeShared) return [];
  if (method !== 'GET' && method !== 'HEAD' && status < 500) {
    const told = status === 405 && headers.allow === 'GET, HEAD';
    return told || status === 414 || status === 400 || status === 431 ? [] : [`status ${status}`];
  }
  if (/json/.test(type) && body.length) JSON.parse(body.toString());
  return status < 500 ? [] : [`status ${status}`];
}

/** Repeats an answered question in other ways that mean the same. */
export const tryRelations = (tried: Tried, count: number, seed: number): Promise<Trial> =>
  withParts(tried, seed, async ({ operations, values, random, send, attempt }) => {
    const related = operations.filter(({ path }) => isRelated(path));
    for (let i = 0; i < count; i++) {
      const { operation, address, method } = generate(related, values, random);
      await attempt({
        address,
        method,
        what: operation.path,
        async faults(received) {
          const asked = { operation, address, received };
          const isJson = /^application\/json/.test(received.type) && received.body.length > 0;
          if (received.status !== 200 || !isJson || /[?&]format=/.test(address)) return [];
          return relationFaults(asked, send, random);
        },
      });
    }
  });

/**
 * Operations that ask for figures. Those that describe the API take no parameters, and `/search` and `/peers` decide
 * themselves how many rows they return.
 */
const isRelated = (path: string) =>
  !['/', '/openapi.json', '/search', '/peers'].includes(path) && !/\.(zip|duckdb)$/.test(path);

interface Parts extends Tried {
  random: ReturnType<typeof randomOf>;
  attempt(asked: Asked): Promise<void>;
}

async function withParts(
  tried: Tried,
  seed: number,
  run: (parts: Parts) => Promise<void>,
): Promise<Trial> {
  const answered = new Map<string, number>();
  const found = new Map<string, { times: number; address: string }>();
  await run({
    ...tried,
    random: randomOf(seed),
    async attempt({ address, method, headers, what, faults }) {
      const received = await tried.send(address, method, headers);
      if (received.status === 200) answered.set(what, (answered.get(what) ?? 0) + 1);
      for (const fault of await read(() => faults(received))) {
        const told = `${what}: ${fault}${received.status < 500 ? '' : lastError(tried.serving)}`;
        const { times, address: known } = found.get(told) ?? { times: 0, address };
        const shortest = known.length <= address.length ? known : address;
        found.set(told, { times: times + 1, address: shortest });
      }
    },
  });
  const faults = [...found].map(
    ([fault, { times, address }]) => `${times} × ${fault} at ${address.slice(0, 1000)}`,
  );
  return { answered, faults };
}

/** Faults in a response, including that it could not be parsed. */
async function read(faults: () => string[] | Promise<string[]>): Promise<string[]> {
  try {
    return await faults();
  } catch (error) {
    return [`cannot be read: ${(error as Error).message}`];
  }
}

/** What the server logged about the failure that it last returned. */
function lastError({ logged }: Serving): string {
  const line = logged.findLast((one) => JSON.parse(one).level >= 50);
  return line ? ` (${String(JSON.parse(line).err?.message).slice(0, 300)})` : '';
}
