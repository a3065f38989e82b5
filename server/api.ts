import type { Endpoint, ObjectEndpoint, TableEndpoint } from './endpoint.ts';
import { badParameter, unknown } from './errors.ts';
import { csv } from './formats/csv.ts';
import type { Format } from './formats/format.ts';
import { json } from './formats/json.ts';
import { parseFilters } from './parameters.ts';
import type { Release, Releases } from './releases.ts';

export const formats: readonly Format[] = [json, csv];

/** A question put to an endpoint: the release it is about, its format, and how to get the answer. */
export interface Asked {
  release: Release;
  format: Format;
  answer(): Promise<{ pieces: AsyncIterable<string>; next: () => string | null }>;
}

/** Parses a request to an endpoint without yet asking the database; throws what the caller did wrong. */
export async function ask(
  endpoint: Endpoint,
  releases: Releases,
  path: Record<string, string>,
  search: URLSearchParams,
): Promise<Asked> {
  const release = await releases.get(search.get('release') || undefined);
  const filters = parseFilters(search, endpoint.parameters, release.catalogue);
  const format = formatOf(endpoint, search);
  const question = { release, releases, filters, path };
  return {
    release,
    format,
    async answer() {
      const meta = metaOf(release);
      if (!endpoint.columns) {
        const data = await (endpoint as ObjectEndpoint).object(question);
        return { pieces: once(`${JSON.stringify({ data, meta })}\n`), next: () => null };
      }
      const table = await (endpoint as TableEndpoint).rows(question);
      return {
        pieces: format.write(table, endpoint.columns, meta),
        next: () => table.next?.() ?? null,
      };
    },
  };
}

/** What every answer says of the release it comes from. */
export const metaOf = ({ id, about }: Release) => ({
  release: id,
  kind: about.kind,
  note: about.note,
  made_at: about.made_at,
  first_period: about.first_period,
  last_period: about.last_period,
});

export type Meta = ReturnType<typeof metaOf> & { next?: string };

function formatOf(endpoint: Endpoint, search: URLSearchParams): Format {
  const name = search.get('format') ?? 'json';
  const known = endpoint.columns ? formats : [json];
  const format = known.find((one) => one.name === name);
  if (!format) {
    throw badParameter(
      'format',
      name,
      unknown(
        'format',
        name,
        known.map((one) => one.name),
      ),
    );
  }
  return format;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
