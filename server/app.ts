import { randomUUID } from 'node:crypto';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { Answers, etagOf } from './answer.ts';
import { type Asked, ask, nameOf } from './api.ts';
import type { Config } from './config.ts';
import type { Endpoint } from './endpoint.ts';
import { apiRoot, endpoints } from './endpoints.ts';
import { HttpError, nearest } from './errors.ts';
import { csv } from './formats/csv.ts';
import { metadataOf } from './formats/csvw.ts';
import { json } from './formats/json.ts';
import { describeApi } from './openapi.ts';
import type { Releases } from './releases.ts';
import { mountSite } from './site.ts';

/** The longest address that is answered, in characters: room for 500 practice codes. */
const longestUrl = 8000;

export interface AppParts {
  config: Config;
  releases: Releases;
  log: Logger;
  /** The folder of the built pages, or null to serve the API alone. */
  web: string | null;
}

/** The whole HTTP side: headers, health, API, pages, errors. */
export function makeApp({ config, releases, log, web }: AppParts): express.Express {
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
    response.json({ status: 'ready', release: (await releases.get()).id });
  });
  site.get([apiRoot, `${apiRoot}/`], (_request, response) => {
    response.json({ data: listOf(config.prefix), meta: {} });
  });
  site.get(`${apiRoot}/openapi.json`, (_request, response) => {
    response.json(describeApi(endpoints, config.prefix, config.contact));
  });
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
  if (request.headers['if-none-match'] === etag) {
    response.status(304).set('ETag', etag).end();
    return;
  }
  const { pieces, next } = await asked.answer();
  const links =
    asked.format === csv
      ? [`<${address}${metadataOf(search)}>; rel="describedby"; type="application/csvm+json"`]
      : [];
  const headers = {
    'Content-Type': asked.format.type,
    'Cache-Control': 'no-cache',
    ETag: etag,
    ...(asked.format === json ? {} : { 'Content-Disposition': fileName(endpoint, asked) }),
    ...(links.length && { Link: links.join(', ') }),
  };
  const late = (): Record<string, string> => {
    const cursor = next();
    if (!cursor) return {};
    searchParams.set('cursor', cursor);
    return { Link: [...links, `<${address}?${searchParams}>; rel="next"`].join(', ') };
  };
  const wholeUpTo = endpoint.media ? 0 : undefined;
  await answers.stream(current, request, response, headers, pieces, { late, wholeUpTo });
}

const fileName = (endpoint: Endpoint, { release, format }: Asked) =>
  `attachment; filename="gp-online-${nameOf(endpoint)}-${release.about.kind}-${release.id}.${format.extension}"`;

const listOf = (prefix: string) => [
  ...endpoints.map(({ path, summary, example }) => ({
    path: `${prefix}${apiRoot}${path}`,
    summary,
    example: `${prefix}${apiRoot}${path}${example && `?${example}`}`,
  })),
  {
    path: `${prefix}${apiRoot}/openapi.json`,
    summary: 'This API, described for programs (OpenAPI 3.1)',
    example: `${prefix}${apiRoot}/openapi.json`,
  },
];

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

const titles: Record<number, string> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  414: 'Address too long',
  503: 'Not ready',
};

const problemsAsJson =
  (log: Logger) => (error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) {
      if (response.destroyed) return;
      log.error({ err: error, url: request.originalUrl.slice(0, 500) });
      return next(error);
    }
    const known = error instanceof HttpError ? error : clientError(error);
    if (known) {
      const { status, message: detail, about } = known;
      return response
        .status(status)
        .type('application/problem+json')
        .send(
          JSON.stringify({
            type: 'about:blank',
            title: titles[status] ?? 'Error',
            status,
            detail,
            ...about,
          }),
        );
    }
    const id = randomUUID();
    log.error({ id, err: error, url: request.originalUrl.slice(0, 500) });
    response
      .status(500)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: 'about:blank',
          title: 'Internal error',
          status: 500,
          detail: `request ${id} failed`,
        }),
      );
  };

/** Errors that Express itself raises for a malformed request, such as a broken percent sign. */
function clientError(error: unknown): HttpError | null {
  const status = (error as { status?: unknown }).status;
  if (typeof status !== 'number' || status < 400 || status >= 500) return null;
  return new HttpError(status, 'the request could not be read');
}
