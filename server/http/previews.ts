import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Previewed } from '../../data/life/preview.ts';
import { previewSentence } from '../../data/words/calendar.ts';
import type { Config } from '../config.ts';
import { Releases } from '../store/releases.ts';
import type { Asking } from './asking.ts';
import { pathOf } from './target.ts';

/** The whole site as it will be once a draft is published, for somebody with a preview link. */
export interface PreviewSite {
  /** Said on every page and across every image. */
  sentence: string;
  mark: string;
  /** A folder for files made for this site, which no other site reads. */
  files: string;
}

interface Shown {
  previewed: Previewed;
  app: RequestListener;
  end(): void;
}

type MakeSite = (parts: {
  config: Config;
  releases: Releases;
  preview: PreviewSite;
}) => RequestListener;

/** Headers of every answer, whatever else it sends: not to be cached, and not to be found by search engines. */
const guarded: Record<string, string> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Serves `/preview/TOKEN/` to those who may see a draft before it is published, each with a site of its own whose
 * clock, cache and files are not shared. An invalid token is answered like any unknown address.
 */
export class Previews {
  private readonly all = new Map<string, Shown>();
  private folder: string | undefined;

  constructor(
    private readonly config: Config,
    private readonly releases: Releases,
    private readonly makeSite: MakeSite,
  ) {}

  /** Answers a request for a preview; returns false if it is for the public site. */
  answer(request: Asking, response: ServerResponse): boolean {
    const token = this.tokenIn(pathOf(request));
    if (token === null) return false;
    this.forget();
    const previewed = this.releases.previewed(sumOf(token));
    if (!previewed) return false;
    guard(response);
    this.siteOf(token, previewed)(request, response);
    return true;
  }

  private siteOf(token: string, previewed: Previewed): RequestListener {
    const known = this.all.get(token);
    if (known?.previewed.due === previewed.due) return known.app;
    known?.end();
    const { release, due, who } = previewed;
    const files = mkdtempSync(join(this.room(), 'site-'));
    const releases = new Releases(this.config.store, {
      only: this.config.kind,
      showing: release,
      now: () => due,
    });
    const config = { ...this.config, prefix: `${this.config.prefix}/preview/${token}` };
    const preview = {
      sentence: previewSentence(who, due),
      mark: `Preview for ${who}: not published`,
      files,
    };
    const app = this.makeSite({ config, releases, preview });
    const end = () => {
      this.all.delete(token);
      rmSync(files, { recursive: true, force: true });
      void releases.close();
    };
    this.all.set(token, { previewed, app, end });
    return app;
  }

  /** A folder for the files of these sites, deleted with the process. */
  private room(): string {
    if (!this.folder) {
      const folder = mkdtempSync(join(tmpdir(), 'uptake-preview-'));
      process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
      this.folder = folder;
    }
    return this.folder;
  }

  /** The token in a path under the site's prefix; null if there is none. */
  private tokenIn(path: string): string | null {
    const under = `${this.config.prefix}/preview/`;
    return path.startsWith(under) ? path.slice(under.length).split('/', 1)[0]! : null;
  }

  /** Drops sites that may not be shown any more. */
  private forget(): void {
    for (const [token, { end }] of this.all) if (!this.releases.previewed(sumOf(token))) end();
  }
}

const sumOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Adds the guarding headers to an answer just before its head is sent. */
function guard(response: ServerResponse): void {
  const { writeHead } = response;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const given = rest.find((one) => typeof one === 'object' && one !== null) ?? {};
    const pairs = Array.isArray(given) ? pairsOf(given) : Object.entries(given);
    for (const [name, value] of pairs) response.setHeader(name, value as string);
    for (const name of response.getHeaderNames()) {
      if (name.startsWith('access-control-')) response.removeHeader(name);
    }
    for (const [name, value] of Object.entries(guarded)) response.setHeader(name, value);
    return writeHead.call(response, status);
  }) as ServerResponse['writeHead'];
}

const pairsOf = (flat: readonly unknown[]): [string, unknown][] =>
  flat.flatMap((name, i) => (i % 2 ? [] : [[String(name), flat[i + 1]]]));
