import type { RequestListener } from 'node:http';
import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { gatherExamples } from '../api/description/answerExamples.ts';
import { describeApi } from '../api/description/openapi.ts';
import { indexOf } from '../api/description/openapiSelf.ts';
import { apiRoot, endpoints, topics } from '../api/endpoints.ts';
import { codesOf } from '../api/examples.ts';
import type { Config } from '../config.ts';
import { HttpError, nearest } from '../errors.ts';
import { siteFiles } from '../pages/siteFiles.ts';
import { metaOf } from '../store/meta.ts';
import type { Releases } from '../store/releases.ts';
import { Answers } from './answer.ts';
import type { Trusts } from './asking.ts';
import { mountAssistants } from './assistants.ts';
import { door, passOn } from './door.ts';
import { answerEndpoint, answerOfItself } from './exchange.ts';
import { Keeping } from './keeping.ts';
import { logged, tellId } from './logging.ts';
import { MadeFiles } from './madeFiles.ts';
import { Metrics } from './metrics.ts';
import { endings } from './negotiation.ts';
import { Origins } from './origins.ts';
import { type PreviewSite, Previews } from './previews.ts';
import { answerProblems } from './problems.ts';
import { openToAll, secureHeaders } from './secureHeaders.ts';
import { mountSite } from './site.ts';
import { Work } from './work.ts';
import { metricsOf } from './worker.ts';

/** The longest address that is answered, in characters: room for 500 practice codes. */
const longestUrl = 8000;

export interface AppParts {
  config: Config;
  releases: Releases;
  log: Logger;
  /** The folder of the built pages, or null to serve the API alone. */
  web: string | null;
  /** Whether the server is shutting down, so that load balancers should send it nothing more. */
  isEnding: () => boolean;
  /** Whether what the first readers would wait for is still being made. */
  isPreparing?: () => boolean;
  /** Registers what is counted of the process besides its answers. */
  countProcess?: (registry: Registry) => void;
  /** What makes this the site of a draft's preview; for the public site not given. */
  preview?: PreviewSite;
}

/** The whole HTTP side: headers, health, API, pages, errors. */
export function makeApp({
  config,
  releases,
  log,
  web,
  isEnding,
  isPreparing = () => false,
  countProcess,
  preview,
}: AppParts): RequestListener {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  app.set('trust proxy', config.proxies);
  const trusts: Trusts = app.get('trust proxy fn');
  const origins = new Origins(config.origin, trusts);
  const keeping = new Keeping(config, releases, releases.now);
  const answers = new Answers(origins, keeping);
  const files = new MadeFiles(preview?.files ?? config.data);
  const work = new Work(config.rate, { processes: config.workers });
  const exchange = { config, releases, answers, keeping, files, work };
  const metrics = new Metrics({
    work,
    about: async () => (await releases.get().catch(() => null))?.about,
    turn: () => releases.turns.last(),
  });
  app.use(passOn, tellId);
  app.use(secureHeaders(config.hsts));
  app.use(
    [apiRoot, '/charts', ...siteFiles.map(({ path }) => path)].map((path) => config.prefix + path),
    openToAll,
  );
  const site = express.Router({ caseSensitive: true });
  if (!preview) {
    const assistants = express.Router({ caseSensitive: true });
    mountAssistants(assistants, { config, releases, origins, work });
    app.use(config.prefix || '/', assistants);
  }
  app.use(refuseWhatIsNotAsked);
  app.use(config.prefix || '/', site);
  if (!preview) {
    countProcess?.(metrics.registry);
    mountHealth(site, { releases, isEnding, isPreparing, metrics });
  }
  site.get([apiRoot, `${apiRoot}/`], (request, response) =>
    answerOfItself({ ...exchange, request, response }, async () => {
      const release = await releases.get();
      const data = indexOf(endpoints, config.prefix, codesOf(release));
      return { data, meta: metaOf(release) };
    }),
  );
  site.get(`${apiRoot}/openapi.json`, (request, response) =>
    answerOfItself({ ...exchange, request, response }, async () =>
      describeApi(topics, config, await gatherExamples(endpoints, releases)),
    ),
  );
  for (const endpoint of endpoints) {
    const path = apiRoot + endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    const answer: RequestHandler = (request, response) =>
      answerEndpoint(endpoint, { ...exchange, request, response });
    if (endpoint.columns) {
      site.get(`${path}.:ending`, (request, response, next) =>
        endings.includes(String(request.params.ending))
          ? answer(request, response, next)
          : next('route'),
      );
    }
    site.get(path, answer);
  }
  site.use(apiRoot, (request) => {
    const near = nearest(
      request.path,
      endpoints.map(({ path }) => path),
    );
    throw new HttpError(
      404,
      `no such endpoint: ${request.path}${near ? ` (did you mean ${near}?)` : ''}`,
    );
  });
  const draw = web
    ? mountSite(site, { config, releases, origins, answers, keeping, work, web, preview })
    : undefined;
  app.use(() => {
    throw new HttpError(404, 'no such page');
  });
  app.use(answerProblems(log, draw, keeping));
  const previewSite = (parts: Pick<AppParts, 'config' | 'releases' | 'preview'>) =>
    makeApp({ log, web, isEnding, ...parts });
  return door({
    previews: preview ? null : new Previews(config, releases, previewSite),
    begin: logged(log, { count: preview ? undefined : metrics.count, trusts }),
    ...{ origins, answers, app },
    edition: () => releases.edition(),
  });
}

/** Addresses for operators: whether the server is alive, whether it is ready, and its metrics. */
function mountHealth(
  site: express.Router,
  {
    releases,
    isEnding,
    isPreparing,
    metrics,
  }: Required<Pick<AppParts, 'releases' | 'isEnding' | 'isPreparing'>> & { metrics: Metrics },
): void {
  const written = metricsOf(metrics.registry);
  // Proxies keep `/metrics` from the public, so it has this one address.
  const operators = express.Router({ caseSensitive: true, strict: true });
  site.use(operators);
  operators.use(['/health', '/metrics'], (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  operators.get('/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  operators.get('/health/ready', async (_request, response) => {
    if (isEnding()) throw new HttpError(503, 'the server is stopping');
    if (isPreparing()) throw new HttpError(503, 'the server is preparing its first answers');
    await releases.get();
    response.json({ status: 'ready', ...releases.health() });
  });
  operators.get('/metrics', async (_request, response) => {
    response.set('Content-Type', metrics.registry.contentType);
    response.end(await written());
  });
}

function refuseWhatIsNotAsked(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.set('Allow', 'GET, HEAD');
    throw new HttpError(405, `only GET and HEAD are answered, not ${request.method}`);
  }
  if (request.originalUrl.length > longestUrl) {
    throw new HttpError(414, `the address is longer than ${longestUrl} characters`);
  }
  next();
}
