import { inject } from 'vitest';
import { ask } from '../../server/api/api.ts';
import { endpoints } from '../../server/api/endpoints.ts';
import type { Releases } from '../../server/store/releases.ts';
import { releasesIn } from './sharedReleases.ts';

// biome-ignore lint/suspicious/noExplicitAny: each test knows the rows it asks for
type Any = any;

export interface Answered<T> {
  data: T;
  meta: Any;
}

/** Calls an endpoint of the API as a request would, without HTTP; throws the error that a client would get. */
export type Asking = <T = Any[]>(address: string) => Promise<Answered<T>>;

const routes = endpoints.map((endpoint) => ({
  endpoint,
  names: [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
  pattern: new RegExp(`^${endpoint.path.replace(/\{\w+\}/g, '([^/]+)')}$`),
}));

/** The answer of the API over some releases. */
export async function answered(releases: Releases, address: string): Promise<Answered<Any>> {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  for (const { endpoint, names, pattern } of routes) {
    const match = pattern.exec(pathname);
    if (!match) continue;
    const path = Object.fromEntries(names.map((name, i) => [name, match[i + 1]!]));
    const asked = await ask(endpoint, releases, path, searchParams);
    const { pieces } = await asked.answer();
    let text = '';
    for await (const piece of pieces) text += piece;
    return JSON.parse(text);
  }
  throw new Error(`no such endpoint: ${pathname}`);
}

/** Opens a folder of releases for a file's tests; returns a function that queries it. */
export function asking(folder: string): Asking {
  const releases = releasesIn(folder);
  return (address) => answered(releases, address);
}

/** Queries the small illustrative release that all tests share. */
export const askIllustrative = (): Asking => asking(inject('illustrative'));
