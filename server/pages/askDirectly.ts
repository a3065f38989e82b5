import type { Ask } from '../../web/ask.ts';
import { ask } from '../api/api.ts';
import { describeApi } from '../api/description/openapi.ts';
import { endpoints, topics } from '../api/endpoints.ts';
import { codesOf } from '../api/examples.ts';
import type { Config } from '../config.ts';
import { notFound } from '../errors.ts';
import { type Pace, unpaced } from '../pace.ts';
import type { Releases } from '../store/releases.ts';

const routes = endpoints.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

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
    for (const { endpoint, pattern } of routes) {
      const match = pattern.exec(path);
      if (!match) continue;
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries<string | undefined>(params)) {
        if (value !== undefined) search.set(name, value);
      }
      const codes = Object.entries(match.groups ?? {}).map(
        ([name, code]) => [name, decodeURIComponent(code)] as const,
      );
      const asked = await ask(endpoint, releases, Object.fromEntries(codes), search);
      return (await asked.read(pace)) as never;
    }
    throw notFound(`no such endpoint: ${path}`);
  };
