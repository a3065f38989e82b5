import type { Request } from 'express';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ReleaseAbout } from '../../data/definitions/manifest.ts';
import { movedMonth } from '../../data/definitions/months.ts';
import type { Turn } from '../store/releases/turns.ts';
import type { Answering, Asking } from './asking.ts';
import type { Work } from './work.ts';

interface Watched {
  work: Pick<Work, 'inHand'>;
  /** What the current release says about itself; undefined if there is none. */
  about(): Promise<ReleaseAbout | undefined>;
  /** The last release that this server saw published at its time; null if none. */
  turn(): Turn | null;
}

/** Upper bounds for the duration of answers, in seconds. */
const buckets = [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

/**
 * Metrics for Prometheus at `/metrics`: durations of answers by route and status, how many came from the cache, the
 * queue, and the age of the release. A route is a pattern such as `/api/v1/practices/:code`; no client address and
 * nothing that anybody asked for is included.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly seconds: Histogram<'route' | 'status'>;
  private readonly kept: Counter<'kept'>;

  constructor(watched: Watched) {
    const registers = [this.registry];
    this.seconds = new Histogram({
      name: 'uptake_answer_seconds',
      help: 'Time from a request to the end of its answer, by route and class of status.',
      labelNames: ['route', 'status'],
      buckets,
      registers,
    });
    this.kept = new Counter({
      name: 'uptake_answers_total',
      help: 'Answers, by whether they came from the cache (yes) or not (no).',
      labelNames: ['kept'],
      registers,
    });
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(value());
        },
      });
    const { work } = watched;
    gauge(
      'uptake_queue_answers',
      'Answers that are worked out or wait for it.',
      () => work.inHand.open,
    );
    gauge('uptake_queue_bytes', 'Memory that these take, about.', () => work.inHand.bytes);
    new Gauge({
      name: 'uptake_publish_late_seconds',
      help: 'How long after its time this server published the last release that came at a set time.',
      labelNames: ['release'],
      aggregator: 'max',
      registers,
      collect() {
        this.reset();
        const turn = watched.turn();
        if (turn) this.set({ release: turn.release }, turn.late / 1000);
      },
    });
    const ofRelease = (name: string, help: string, ms: (about: ReleaseAbout) => number) =>
      new Gauge({
        name,
        help,
        labelNames: ['release', 'kind'],
        aggregator: 'max',
        registers,
        async collect() {
          const about = await watched.about();
          this.reset();
          if (about) this.set({ release: about.release, kind: about.kind }, ms(about) / 1000);
        },
      });
    ofRelease(
      'uptake_release_age_seconds',
      'Time since the release that answers was made.',
      ({ made_at }) => Date.now() - Date.parse(made_at),
    );
    ofRelease(
      'uptake_release_lag_seconds',
      'Time from the end of the last month of the release that answers until it was made.',
      ({ made_at, last_period }) =>
        Date.parse(made_at) - Date.parse(`${movedMonth(last_period, 1)}-01T00:00:00Z`),
    );
  }

  /** Counts an answer that has ended. */
  count = (request: Asking, response: Answering, ms: number): void => {
    const isKept = response.locals.isKept === true;
    const status = `${Math.floor(response.statusCode / 100)}xx`;
    const route = isKept ? 'kept' : routeOf(request, response);
    this.seconds.observe({ route, status }, ms / 1000);
    this.kept.inc({ kept: isKept ? 'yes' : 'no' });
  };
}

/** The pattern that answered a request. Files of the pages, and unknown addresses, have none. */
function routeOf(request: Asking, { statusCode }: Answering): string {
  const path: unknown = (request as Partial<Request>).route?.path;
  if (Array.isArray(path)) return String(path[0]);
  if (typeof path === 'string') return path === '/{*page}' ? 'page' : path.replace('.:ending', '');
  return statusCode < 400 ? 'file' : 'none';
}
