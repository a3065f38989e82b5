import { expect, it } from 'vitest';
import { type Asking, answerOf, tools } from '../../../server/assistants/tools.ts';

/** A value for every parameter of a tool. The release is an old one. */
const values: Record<string, string> = {
  measure: 'records_enabled',
  area: 'Y56',
  level: 'region',
  parent: 'E92000001',
  period: '2018-04',
  from: '2018-04',
  to: '2018-05',
  benchmark: 'england',
  q: 'surgery',
  limit: '7',
  release: '2018-05.1',
};

it.each(tools.map((tool) => [tool.name, tool] as const))(
  '%s asks all that it is given, of the release it is given',
  async (_, tool) => {
    const given = Object.fromEntries(tool.takes.map((name) => [name, values[name]!]));
    expect(Object.values(given)).not.toContain(undefined);
    const asked = new Map<string, unknown>();
    const ask = async (path: string, params: unknown) => {
      asked.set(path, params);
      return { data: [], meta: { release: values.release, kind: 'published', note: null } };
    };
    const answer = await answerOf(tool, given, { ask, root: '' } as unknown as Asking);
    // The list of releases is the same in each.
    asked.delete('/releases');
    expect([...asked.values()]).toEqual([...asked].map(() => given));
    expect([...asked.keys()]).toEqual(
      tool.endpoint ? [tool.endpoint.path] : ['/measures', '/periods'],
    );
    const address = new URL(answer.address, 'http://localhost');
    expect(Object.fromEntries(address.searchParams)).toEqual(given);
  },
);
