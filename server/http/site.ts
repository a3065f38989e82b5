import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, type Response, type Router } from 'express';
import packedStatic from 'express-static-gzip';
import { addressOf } from '../../web/route.ts';
import type { Config } from '../config.ts';
import { notFound } from '../errors.ts';
import { drawImage, renderEmbed, type SentChart } from '../images/images.ts';
import { oembed } from '../images/oembed.ts';
import { shownTable, tableFile } from '../images/shownTable.ts';
import { askDirectly } from '../pages/askDirectly.ts';
import { feedPaths, feedTypes, newsFeed } from '../pages/feeds.ts';
import { renderPage, renderProblem } from '../pages/pages.ts';
import { markedShell, type PageSettings } from '../pages/shell.ts';
import { securityText, siteFiles } from '../pages/siteFiles.ts';
import type { Releases } from '../store/releases.ts';
import { type Answers, etagOf } from './answer.ts';
import { type Keeping, type Lasting, lastingOf } from './keeping.ts';
import { ofOneEdition } from './ofOneEdition.ts';
import type { Origins } from './origins.ts';
import type { PreviewSite } from './previews.ts';
import type { DrawProblem } from './problems.ts';
import { allowFraming, allowShowing, openToAll } from './secureHeaders.ts';
import { pathOf, targetOf } from './target.ts';
import type { Work } from './work.ts';

export interface SiteParts {
  config: Config;
  releases: Releases;
  origins: Origins;
  answers: Answers;
  keeping: Keeping;
  work: Work;
  /** The folder of the built pages. */
  web: string;
  /** What makes this the site of a draft's preview. */
  preview?: PreviewSite;
}

/**
 * Pages for people: the built files, and every other address rendered with its figures. Returns a function that draws a
 * problem as a page.
 */
export function mountSite(
  site: Router,
  { config, releases, origins, answers, keeping, work, web, preview }: SiteParts,
): DrawProblem {
  const built = readFileSync(join(web, 'index.html'), 'utf8');
  const shell = preview ? markedShell(built, preview) : built;
  let embedShell: string | undefined;
  const ask = askDirectly(releases, config);
  site.use(
    '/assets',
    packedStatic(join(web, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br', 'gzip'],
      index: false,
      serveStatic: { immutable: true, maxAge: '365d' },
    }),
  );
  site.use('/assets', (request, response) => {
    response.removeHeader('Content-Encoding');
    throw notFound(`no such file: ${request.path}`);
  });
  site.get(['/index.html', '/embed.html'], (request, response) => {
    response.redirect(301, `${config.prefix}/${targetOf(request).search}`);
  });
  site.use(express.static(web, { index: false, redirect: false, maxAge: '1h' }));
  for (const file of siteFiles) {
    site.get(file.path, async (request, response) => {
      const settings = { ...config, origin: origins.of(request) };
      await answers.whole({ edition: releases.edition(), request, response }, () =>
        work.out(request, response, bytesOfOne, async (turn) => {
          const body = await ofOneEdition(releases, () => turn(() => file.text(ask, settings)));
          return {
            headers: { 'Content-Type': file.type, ETag: etagOf(body) },
            body,
          };
        }),
      );
    });
  }
  site.get('/.well-known/security.txt', (request, response) => {
    if (!config.security) throw notFound(`no such file: ${request.path}`);
    response.set('Cache-Control', keeping.of(200));
    response.type('text/plain').send(securityText(config.security, new Date()));
  });
  const sendDrawn = (
    draw: (search: URLSearchParams) => Promise<SentChart & { lasting?: Lasting }>,
    request: Request,
    response: Response,
  ) => {
    const { path, searchParams } = targetOf(request);
    searchParams.sort();
    const address = `${path}?${searchParams}`;
    const asker = { edition: releases.edition(), request, response, address };
    return answers.whole(asker, () =>
      work.out(request, response, bytesOfOne, (turn) =>
        ofOneEdition(releases, async (edition) => {
          const { type, body, lasting } = await turn(() => draw(searchParams));
          const ETag = etagOf(edition, address, origins.of(request));
          return { lasting, headers: { 'Content-Type': type, ETag }, body };
        }),
      ),
    );
  };
  site.get('/charts/:file', async (request, response) => {
    allowShowing(response);
    const file = String(request.params.file);
    const table = tableFile(file);
    const { prefix, contact } = config;
    const origin = origins.of(request);
    const draw = async (search: URLSearchParams) => ({
      ...(await (table
        ? shownTable(table, search, ask, { origin, prefix, contact })
        : drawImage(file, search, ask, preview?.mark))),
      lasting: lastingOf(search.get('release')),
    });
    await sendDrawn(draw, request, response);
  });
  // A preview has no embeds, feeds or sitemaps: nothing unpublished may be shown or listed elsewhere.
  if (!preview) {
    site.get('/embed/:kind', async (request, response) => {
      allowFraming(response);
      const origin = origins.of(request);
      const path = pathOf(request);
      embedShell ??= readFileSync(join(web, 'embed.html'), 'utf8');
      const settings: PageSettings = { prefix: config.prefix, shell: embedShell, origin };
      const draw = (search: URLSearchParams) => {
        const url = new URL(`${origin}${path}?${search}`);
        return renderEmbed(String(request.params.kind), url, ask, settings);
      };
      await sendDrawn(draw, request, response);
    });
    site.get('/oembed', openToAll, async (request, response) => {
      const settings = { prefix: config.prefix, origin: origins.of(request) };
      const draw = async (search: URLSearchParams) => ({
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(await oembed(search, ask, settings)),
      });
      await sendDrawn(draw, request, response);
    });
    for (const path of feedPaths) {
      site.get(path, openToAll, async (request, response) => {
        const settings = { prefix: config.prefix, origin: origins.of(request) };
        const draw = async (search: URLSearchParams) => ({
          type: feedTypes[path],
          body: await newsFeed(path, search, ask, settings),
        });
        await sendDrawn(draw, request, response);
      });
    }
  }
  site.get('/{*page}', async (request, response) => {
    const origin = origins.of(request);
    const { path, search } = targetOf(request);
    // Query parameters that pages do not know do not make a different page.
    const known = addressOf(new URL(origin + path + search), config.prefix);
    const address = known.href({});
    const url = new URL(origin + address);
    const settings: PageSettings = { prefix: config.prefix, shell, origin };
    const asker = { edition: releases.edition(), request, response, address };
    await answers.whole(asker, () =>
      work.out(request, response, bytesOfOne, (turn) =>
        ofOneEdition(releases, async (edition) => {
          const { status, html, location } = await turn(() => renderPage(url, ask, settings));
          const ETag = etagOf(edition, url.href, shell);
          const headers = { 'Content-Type': 'text/html; charset=utf-8', ETag };
          return { status, headers: location ? { Location: location } : headers, body: html };
        }),
      ),
    );
  });
  return async ({ status, detail }, request) => {
    const { path, search } = targetOf(request);
    if (!isOfPages(path, config.prefix)) return undefined;
    const origin = origins.of(request);
    const url = new URL(origin + path + search);
    return renderProblem(url, { prefix: config.prefix, shell, origin }, { status, detail });
  };
}

/** Whether an address is meant for people, not for the API or a health check. */
const isOfPages = (path: string, prefix: string): boolean =>
  path.startsWith(`${prefix}/`) && !/^\/(api|health)\//.test(path.slice(prefix.length));

/** The approximate memory needed while a page or picture is made. */
const bytesOfOne = 1 << 20;
