import express, { type NextFunction, type Request, type Response } from 'express';
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
import { Answers, etagOf, goneOf } from './answer.ts';
import { isHeld } from './kept.ts';
import { logged } from './logging.ts';
import { Origins } from './origins.ts';
import { problemsAsJson } from './problems.ts';
import { secureHeaders } from './secureHeaders.ts';
import { mountSite } from './site.ts';
import { targetOf } from './target.ts';
import { Work } from './work.ts';

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
  const origins = new Origins(config.origin);
  const answers = new Answers(origins);
  const work = new Work(config.rate);
  app.disable('x-powered-by').disable('etag').set('query parser', false);
  app.set('trust proxy', config.proxies);
  app.use(logged(log));
  app.use(async (request, response, next) => {
    origins.heed(request);
    const sent = await answers.sendKept(() => releases.currentReleaseId(), { request, response });
    if (!sent) next();
  });
  app.use(secureHeaders(config.hsts));
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
    answerOfItself({ config, releases, answers, work, request, response }, async () => {
      const release = await releases.get();
      const data = indexOf(endpoints, config.prefix, codesOf(release));
      return { data, meta: metaOf(release) };
    }),
  );
  site.get(`${apiRoot}/openapi.json`, (request, response) =>
    answerOfItself({ config, releases, answers, work, request, response }, async () =>
      describeApi(topics, config, await gatherExamples(endpoints, releases)),
    ),
  );
  for (const endpoint of endpoints) {
    const path = apiRoot + endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    site.get(path, (request, response) =>
      answerEndpoint(endpoint, { config, releases, answers, work, request, response }),
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
  if (web) mountSite(site, { config, releases, origins, answers, work, log, web });
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
  work: Work;
  request: Request;
  response: Response;
}

/** What the API says of itself: the same as long as the release is. */
async function answerOfItself(
  { releases, answers, work, request, response }: Exchange,
  answer: () => Promise<object>,
): Promise<void> {
  for (const [name, value] of targetOf(request).searchParams) {
    throw badParameter(name, value, `${request.path} takes no parameters: ${name}`);
  }
  await answers.whole({ release: releases.currentReleaseId(), request, response }, () =>
    work.out(request, response, bytesOfItself, async (turn) => {
      const body = JSON.stringify(await turn(answer));
      const headers = {
        'Content-Type': json.type,
        'Cache-Control': 'no-cache',
        ETag: etagOf(body),
      };
      return { headers, body };
    }),
  );
}

/** What the description of the API takes, about. */
const bytesOfItself = 1 << 20;

async function answerEndpoint(
  endpoint: Endpoint,
  { config, releases, answers, work, request, response }: Exchange,
): Promise<void> {
  const { search, searchParams } = targetOf(request);
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
  const linkOf = (cursor: string | null): Record<string, string> => {
    if (!cursor) return {};
    searchParams.set('cursor', cursor);
    searchParams.set('release', asked.release.id);
    return { Link: [...links, `<${address}?${searchParams}>; rel="next"`].join(', ') };
  };
  const asker = { release: current, request, response };
  if (asked.flows) {
    await work.out(request, response, asked.bytes, async (turn) => {
      const { pieces, bytes } = await asked.answer({ turn, left: goneOf(response) });
      const size: Record<string, string> = bytes ? { 'Content-Length': String(bytes) } : {};
      await answers.flow(asker, { ...headers, ...size }, pieces);
    });
    return;
  }
  await answers.whole(asker, (left) =>
    work.out(request, response, asked.bytes, async (turn) => {
      const { pieces, next } = await asked.answer({ turn, left });
      const body = await gathered(pieces);
      return { headers: { ...headers, ...linkOf(next()) }, body };
    }),
  );
}

async function gathered(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all);
}

const fileName = (endpoint: Endpoint, { release, format }: Asked) =>
  `attachment; filename="${fileNameOf(nameOf(endpoint), release, format.extension)}"`;

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
