import autocannon from 'autocannon';
import type { Ratio } from './measuring.ts';
import type { WatchedServer } from './servers.ts';

/** The number of simultaneous readers, and for how many seconds they ask before and after the switch. */
const readers = { connections: 20, before: 10, after: 30 };
/** Of `of` requests, how many are for what; the others are for random pages of practices. */
const shape = { of: 100, first: 50, search: 30, charts: 3, csv: 3 };
export interface Practice {
  code: string;
  name: string;
}

/** The requests of one reader, in order. */
const asks = (practices: readonly Practice[], reader: number): { path: string }[] =>
  Array.from({ length: 1000 }, (_, i) => {
    const { code, name } = practices[(i * 7919 + reader * 4733) % practices.length]!;
    const kind = (i * 37 + reader * 11) % shape.of;
    if (kind < shape.first) return { path: '/' };
    if (kind < shape.first + shape.search) return { path: `/find?q=${encodeURIComponent(name)}` };
    const left = kind - shape.first - shape.search;
    if (left < shape.charts) return { path: `/charts/thousand.svg?service=records&area=${code}` };
    if (left < shape.charts + shape.csv) return { path: `/api/v1/figures.csv?area=${code}` };
    return { path: `/practices/${code}` };
  });

/** What readers experience of two servers behind a cache while another release takes over. */
export async function aroundTheSwitch(
  url: string,
  practices: readonly Practice[],
  switchOver: () => Promise<void>,
  servers: readonly WatchedServer[],
): Promise<Ratio[]> {
  const run = (duration: number) => {
    let reader = 0;
    return autocannon({
      url,
      duration,
      connections: readers.connections,
      timeout: 30,
      setupClient: (client) => client.setRequests(asks(practices, reader++)),
    });
  };
  await run(readers.before);
  for (const { watched } of servers) await watched();
  await switchOver();
  const { requests, latency, errors, timeouts, duration, ...found } = await run(readers.after);
  const watched = await Promise.all(servers.map((server) => server.watched()));
  const during = `in the ${readers.after} seconds after a switch`;
  const cpu = watched.reduce((sum, one) => sum + one.cpu, 0) / 1000;
  return [
    {
      name: `requests a second through the cache ${during}`,
      value: requests.total / duration,
      detail: `${requests.total} requests, ${cpu.toFixed(1)} s of processor of both servers`,
    },
    { name: `half of them take at most, in milliseconds`, value: latency.p50, detail: during },
    {
      name: `the slowest of a hundred takes, in milliseconds`,
      value: latency.p99,
      detail: `the slowest ${latency.max} ms`,
    },
    {
      name: `requests that fail ${during}`,
      value: found['4xx'] + found['5xx'] + errors,
      detail: `${found['4xx']} refused, ${found['5xx']} failed by a server, ${errors} got no answer, ${timeouts} of them in 30 s`,
      atMost: 0,
    },
    {
      name: 'memory of the larger server then: MB',
      value: Math.max(...watched.map(({ rss }) => rss)) / 1e6,
      detail: '',
      atMost: 1024,
    },
  ];
}
