import type { Request, Response } from 'express';
import { type Asked, ask, nameOf } from '../api/api.ts';
import { atItsTime, isStillOpen } from '../api/asOf.ts';
import type { Endpoint } from '../api/endpoint.ts';
import type { Config } from '../config.ts';
import { badParameter } from '../errors.ts';
import { csv } from '../formats/csv.ts';
import { csvw, metadataOf } from '../formats/csvw.ts';
import { isText } from '../formats/format.ts';
import { json } from '../formats/json.ts';
import { xlsx } from '../formats/xlsx.ts';
import { fileBytes } from '../store/fileBytes.ts';
import type { Releases } from '../store/releases.ts';
import { type Answers, etagOf, goneOf, tagOf } from './answer.ts';
import { type Keeping, lastingOf } from './keeping.ts';
import { isHeld } from './kept.ts';
import type { MadeFiles } from './madeFiles.ts';
import { chosenFormat } from './negotiation.ts';
import { targetOf } from './target.ts';
import type { Work } from './work.ts';

/** A request to the API, and everything needed to answer it. */
export interface Exchange {
  config: Config;
  releases: Releases;
  answers: Answers;
  keeping: Keeping;
  files: MadeFiles;
  work: Work;
  request: Request;
  response: Response;
}

/** The API's description of itself, which depends only on the release. */
export async function answerOfItself(
  { releases, answers, work, request, response }: Exchange,
  answer: () => Promise<object>,
): Promise<void> {
  for (const [name, value] of targetOf(request).searchParams) {
    throw badParameter(name, value, `${request.path} takes no parameters: ${name}`);
  }
  await answers.whole({ edition: releases.edition(), request, response }, () =>
    work.out(request, response, bytesOfItself, async (turn) => {
      const body = JSON.stringify(await turn(answer));
      const headers = {
        'Content-Type': json.type,
        ETag: etagOf(body),
      };
      return { headers, body };
    }),
  );
}

/** The approximate memory needed for the description of the API. */
const bytesOfItself = 1 << 20;

/** Answers a question to an endpoint: whole, or as a stream if it is long. */
export async function answerEndpoint(
  endpoint: Endpoint,
  { config, releases, answers, keeping, files, work, request, response }: Exchange,
): Promise<void> {
  const target = targetOf(request);
  const edition = releases.edition();
  const { ending, ...path } = request.params as Record<string, string>;
  const { format: chosen, negotiated } = chosenFormat(endpoint, target, ending, request);
  const named = atItsTime(target.search, path, releases);
  const search = chosen ? `${named || '?'}${named && '&'}format=${chosen}` : named;
  const searchParams = new URLSearchParams(search);
  const inPath = withoutEnding(request.path, ending);
  const address = request.baseUrl + inPath;
  if (negotiated) response.vary('Accept');
  const asked = await ask(endpoint, releases, path, searchParams, {
    address: config.origin + address + search,
    contact: config.contact,
  });
  const ofOthers = endpoint.ofOthers ? [edition] : [];
  const isOpen = isStillOpen(target.search, releases.now());
  const lasting =
    endpoint.ofOthers || isOpen
      ? 'release'
      : lastingOf(path.release ?? searchParams.get('release'));
  response.set('Cache-Control', keeping.of(200, lasting, edition));
  const isFile = !isText(asked.format.type);
  const question = asksNothing(endpoint) ? [nameOf(endpoint)] : [inPath, search];
  const said = [json, xlsx, csvw].some((one) => one === asked.format);
  const standing = said ? [JSON.stringify(asked.release.standing())] : [];
  const parts = [asked.release.identity, ...question, ...ofOthers, ...standing];
  const etag = isFile ? `"${tagOf(...parts)}"` : etagOf(...parts);
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
    ETag: etag,
    ...(isFile && { 'Last-Modified': new Date(asked.release.about.made_at).toUTCString() }),
    ...(asked.format === json ? {} : { 'Content-Disposition': fileName(asked) }),
    ...(links.length && { Link: links.join(', ') }),
  };
  const linkOf = (cursor: string | null): Record<string, string> => {
    if (!cursor) return {};
    searchParams.set('cursor', cursor);
    searchParams.set('release', asked.release.id);
    return { Link: [...links, `<${address}?${searchParams}>; rel="next"`].join(', ') };
  };
  const asker = {
    edition,
    request,
    response,
    // What is kept for such a time lasts less long than the same answer for the release by its name.
    address: `${withoutEnding(target.path, ending)}${search}${isOpen ? '#open' : ''}`,
  };
  if (asked.flows) {
    await work.out(request, response, asked.bytes, async (turn) => {
      const pace = { turn, left: goneOf(response) };
      if (asked.file) return answers.file(asker, headers, await asked.file());
      if (!isFile) return answers.flow(asker, headers, (await asked.answer(pace)).pieces);
      const name = `${asked.release.id}-${etag.slice(1, -1)}.${asked.format.extension}`;
      const growing = files.get(name, pace.left, async function* (left) {
        yield* (await asked.answer({ turn, left })).pieces;
      });
      const isReadInParts = request.method === 'HEAD' || request.headers.range !== undefined;
      if (growing && !isReadInParts) return answers.flow(asker, headers, growing.follow());
      await growing?.whole;
      await answers.file(asker, headers, await fileBytes(files.pathOf(name), `the file ${name}`));
    });
    return;
  }
  await answers.whole(asker, (left) =>
    work.out(request, response, asked.bytes, async (turn) => {
      const { pieces, next } = await asked.answer({ turn, left });
      const body = await gathered(pieces);
      return { lasting, headers: { ...headers, ...linkOf(next()) }, body };
    }),
  );
}

const withoutEnding = (path: string, ending = ''): string =>
  ending ? path.slice(0, -1 - ending.length) : path;

/**
 * Whether a file has no parameters, so that it is the same at the address of the current release and at those that name
 * it.
 */
const asksNothing = ({ media, parameters }: Endpoint) => media !== undefined && !parameters.length;

async function gathered(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all);
}

const fileName = ({ fileName }: Asked) => `attachment; filename="${fileName}"`;
