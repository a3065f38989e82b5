import type { Ask } from '../../web/ask.ts';
import { ask } from '../api/api.ts';
import { describeApi } from '../api/description/openapi.ts';
import type { Endpoint } from '../api/endpoint.ts';
import { endpoints, topics } from '../api/endpoints.ts';
import { codesOf } from '../api/examples.ts';
import type { Config } from '../config.ts';
import { notFound } from '../errors.ts';
import { type Pace, unpaced } from '../pace.ts';
import type { Releases } from '../store/releases.ts';

const hasCodes = ({ path }: Endpoint): boolean => path.includes('{');

const named = new Map(endpoints.filter((one) => !hasCodes(one)).map((one) => [one.path, one]));

const patterns = endpoints.filter(hasCodes).map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** The endpoint at a path and the codes in it; undefined if there is none. */
function routeOf(path: string): { endpoint: Endpoint; codes: Record<string, string> } | undefined {
  const endpoint = named.get(path);
  if (endpoint) return { endpoint, codes: {} };
  for (const { endpoint, pattern } of patterns) {
    const match = pattern.exec(path);
    if (!match) continue;
    const codes = Object.entries(match.groups!).map(([name, code]) => [
      name,
      decodeURIComponent(code),
    ]);
    return { endpoint, codes: Object.fromEntries(codes) };
  }
  return undefined;
}

/** Asks the API without HTTP, for pages drawn on the server and for assistants; the answers are the same. */
export const askDirectly =
  (
    releases: Releases,
    { prefix, contact }: Pick<Config, 'prefix' | 'contact'>,
    pace: Pace = unpaced,
  ): Ask =>
  async (path, params = {}) => {
    if (path === '/openapi.json') {
      const examples = { codes: codesOf(await releases.get()), answers: new Map() };
      return describeApi(topics, { prefix, contact }, examples) as never;
    }
    const route = routeOf(path);
    if (!route) throw notFound(`no such endpoint: ${path}`);
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries<string | undefined>(params)) {
      if (value !== undefined) search.set(name, value);
    }
    const asked = await ask(route.endpoint, releases, route.codes, search);
    return (await asked.read(pace)) as never;
  };
