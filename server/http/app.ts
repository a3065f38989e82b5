import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { type Asked, ask, nameOf } from '../api/api.ts';
import { gatherExamples } from '../api/description/answerExamples.ts';
import { describeApi } from '../api/description/openapi.ts';
import { indexOf } from '../api/description/openapiSelf.ts';
import type { Endpoint } from '../api/endpoint.ts';
import { apiRoot, endpoints, topics } from '../api/endpoints.ts';
import { codesOf } from '../api/examples.ts';
import { fileNameOf } from '../api/fileName.ts';
import type { Config } from '../config.ts';
import { badParameter, HttpError, nearest } from '../errors.ts';
import { csv } from '../formats/csv.ts';
import { metadataOf } from '../formats/csvw.ts';
import { json } from '../formats/json.ts';
import { metaOf } from '../store/meta.ts';
import type { Releases } from '../store/releases.ts';
import { Answers, etagOf, isHeld } from './answer.ts';
import { isCutOff, problemsAsJson } from './problems.ts';
import { mountSite } from './site.ts';

/** The longest address that is answered, in characters: room for 500 practice codes. */
const longestUrl = 8000;

export interface AppParts {
  config: Config;
  releases: Releases;
  log: Logger;
  /** The folder of the built pages, or null to serve the API alone. */
  web: string | null;
  /** Whether the server is ending, and no load balancer should send requests to it any more. */
  isEnding: () => boolean;
}

/** The whole HTTP side: headers, health, API, pages, errors. */
export function makeApp({ config, releases, log, web, isEnding }: AppParts): express.Express {
  const app = express();
  const answers = new Answers();
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  app.use(logged(log));
  app.use((request, response, next) => {
    if (!answers.sendKept(() => releases.currentReleaseId(), request, response)) next();
  });
  app.use(secureHeaders());
  app.use(refuseWhatIsNotAsked);
  const site = express.Router({ caseSensitive: true });
  app.use(config.prefix || '/', site);

  site.get('/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  site.get('/health/ready', async (_request, response) => {
    if (isEnding()) throw new HttpError(503, 'the server is ending');
    response.json({ status: 'ready', release: (await releases.get()).id });
  });
  site.get([apiRoot, `${apiRoot}/`], (request, response) =>
    answerOfItself({ config, releases, answers, request, response }, async () => {
      const release = await releases.get();
      const data = indexOf(endpoints, config.prefix, codesOf(release));
      return { data, meta: metaOf(release) };
    }),
  );
  site.get(`${apiRoot}/openapi.json`, (request, response) =>
    answerOfItself({ config, releases, answers, request, response }, async () =>
      describeApi(topics, config, await gatherExamples(endpoints, releases)),
    ),
  );
  for (const endpoint of endpoints) {
    const path = apiRoot + endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    site.get(path, (request, response) =>
      answerEndpoint(endpoint, { config, releases, answers, request, response }),
    );
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
  if (web) mountSite(site, { config, releases, answers, log, web });
  app.use(() => {
    throw new HttpError(404, 'no such page');
  });
  app.use(problemsAsJson(log));
  return app;
}

interface Exchange {
  config: Config;
  releases: Releases;
  answers: Answers;
  request: Request;
  response: Response;
}

/** What the API says of itself: the same as long as the release is. */
async function answerOfItself(
  { releases, answers, request, response }: Exchange,
  answer: () => Promise<object>,
): Promise<void> {
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  for (const [name, value] of searchParams) {
    throw badParameter(name, value, `${request.path} takes no parameters: ${name}`);
  }
  const current = releases.currentReleaseId();
  const text = JSON.stringify(await answer());
  const headers = { 'Content-Type': json.type, 'Cache-Control': 'no-cache', ETag: etagOf(text) };
  answers.whole(current, request, response, headers, text);
}

async function answerEndpoint(
  endpoint: Endpoint,
  { config, releases, answers, request, response }: Exchange,
): Promise<void> {
  const { search, searchParams } = new URL(request.originalUrl, 'http://localhost');
  const current = releases.currentReleaseId();
  const path = request.params as Record<string, string>;
  const address = request.baseUrl + request.path;
  const asked = await ask(endpoint, releases, path, searchParams, {
    address: config.origin + address + search,
    contact: config.contact,
  });
  const etag = etagOf(asked.release.id, asked.release.about.made_at, request.path, search);
  if (isHeld(request, etag)) {
    response.status(304).set('ETag', etag).end();
    return;
  }
  const left = new AbortController();
  response.on('close', () => left.abort(new Error('nobody waits for the answer any more')));
  const { pieces, next, bytes } = await asked.answer(left.signal);
  const links =
    asked.format === csv
      ? [`<${address}${metadataOf(search)}>; rel="describedby"; type="application/csvm+json"`]
      : [];
  const headers = {
    'Content-Type': asked.format.type,
    'Cache-Control': 'no-cache',
    ETag: etag,
    ...(bytes !== undefined && { 'Content-Length': String(bytes) }),
    ...(asked.format === json ? {} : { 'Content-Disposition': fileName(endpoint, asked) }),
    ...(links.length && { Link: links.join(', ') }),
  };
  const late = (): Record<string, string> => {
    const cursor = next();
    if (!cursor) return {};
    searchParams.set('cursor', cursor);
    searchParams.set('release', asked.release.id);
    return { Link: [...links, `<${address}?${searchParams}>; rel="next"`].join(', ') };
  };
  // A page is sent whole, however large, because its headers name the next one.
  const wholeUpTo = endpoint.media ? 0 : asked.page ? Number.POSITIVE_INFINITY : undefined;
  try {
    await answers.stream(current, request, response, headers, pieces, { late, wholeUpTo });
  } catch (error) {
    if (error !== left.signal.reason && !isCutOff(error)) throw error;
  }
}

const fileName = (endpoint: Endpoint, { release, format }: Asked) =>
  `attachment; filename="${fileNameOf(nameOf(endpoint), release, format.extension)}"`;

const secureHeaders = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  });

const logged = (log: Logger) => (request: Request, response: Response, next: NextFunction) => {
  const began = performance.now();
  response.on('close', () => {
    log.info({
      method: request.method,
      url: request.originalUrl.slice(0, 500),
      status: response.statusCode,
      ms: Math.round((performance.now() - began) * 10) / 10,
      ...(response.writableFinished ? {} : { aborted: true }),
    });
  });
  next();
};

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
