import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { ReleaseKind } from '../../data/definitions/releaseFolder.ts';
import { HttpError } from '../../server/errors.ts';
import { secureHeaders } from '../../server/http/secureHeaders.ts';
import { ReleaseFolder } from '../../server/store/releases/folder.ts';
import { readLedger } from '../../server/store/releases/ledger.ts';
import type { Limits } from '../ingest/limits.ts';
import { releaseIn } from '../releases/change.ts';
import { logOf } from '../releases/log.ts';
import { review } from '../releases/review.ts';
import { calendarView } from './pages/calendar.ts';
import { logView, problemView, signedOutView, signInView } from './pages/others.ts';
import { releaseView } from './pages/release.ts';
import { releasesView } from './pages/releases.ts';
import { type OperatorPage, pageText } from './pages/shell.ts';
import { uploadedView, uploadView } from './pages/upload.ts';
import { isForHere, isFromHere, isProven, type Session, Sessions } from './sessions.ts';
import { useSignIn, whoSignsIn } from './signIn.ts';
import { type Fields, steps } from './steps.ts';
import { style } from './style.ts';
import { forget, readForm, Uploads } from './uploads.ts';

export interface OperatorParts {
  /** The folder of releases. */
  folder: string;
  /** The folder of the built pages, whose styles these use; null if they are not built. */
  web: string | null;
  limits: Limits;
  /** The only kind of figures that may be released; null for either. */
  only: ReleaseKind | null;
}

/** How long a request waits for an upload to finish before it answers that it is still going on, in ms. */
const patience = 20_000;

/** The pages for making and publishing releases; `end` cancels what is being read. */
export function makeOperatorApp({ folder, web, limits, only }: OperatorParts): {
  app: express.Express;
  end(): Promise<void>;
} {
  const app = express();
  const sessions = new Sessions();
  const uploads = new Uploads(folder, { limits, only });
  const looks = web ? looksOf(web) : '';
  const look = () => new ReleaseFolder(folder).look();
  const sessionOf = (response: Response) => response.locals.session as Session;
  const show = async (response: Response, page: Omit<OperatorPage, 'session'>, status = 200) => {
    const session = (response.locals.session as Session | undefined) ?? null;
    response
      .status(status)
      .type('html')
      .send(await pageText({ ...page, session }, looks));
  };

  app.disable('x-powered-by').disable('etag').set('query parser', false);
  if (web) {
    const assets = { index: false, immutable: true, maxAge: '365d' };
    app.use('/assets', express.static(join(web, 'assets'), assets));
  }
  app.use((request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    if (!isForHere(request)) throw new HttpError(421, 'this page is for its own machine alone');
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isFromHere(request)) {
      throw new HttpError(403, 'the form was not sent from this page');
    }
    next();
  });
  app.use(secureHeaders(0));
  app.get('/operator.css', (_request, response) => void response.type('css').send(style));

  app.get('/sign-in/:token', async (request, response) => {
    const token = String(request.params.token);
    const by = whoSignsIn(folder, token, Date.now());
    if (by === null) throw new HttpError(403, usedUp);
    await show(response, { title: 'Sign in', path: '', view: signInView(by, token) });
  });
  app.post('/sign-in/:token', (request, response) => {
    const by = useSignIn(folder, String(request.params.token), Date.now());
    if (by === null) throw new HttpError(403, usedUp);
    response.set('Set-Cookie', sessions.begin(by)).redirect(303, '/');
  });
  app.use(async (request, response, next) => {
    const session = sessions.of(request);
    if (session) {
      response.locals.session = session;
      return next();
    }
    const view = signedOutView('You are not signed in, or no longer.');
    await show(response, { title: 'Sign in', path: '', view }, 403);
  });

  app.get('/', async (_request, response) => {
    const view = releasesView(look(), sessionOf(response));
    await show(response, { title: 'Releases', path: '/', view });
  });
  app.get('/releases/:id', async (request, response) => {
    const id = String(request.params.id);
    const { life, one } = found(id);
    const sections = await review(folder, id, life);
    const view = releaseView(one, { life, sections }, sessionOf(response));
    await show(response, { title: `Release ${id}`, path: '/releases', view });
  });
  app.get('/calendar', async (_request, response) => {
    const view = calendarView(look().life, Date.now(), sessionOf(response));
    await show(response, { title: 'Calendar', path: '/calendar', view });
  });
  app.get('/log', async (_request, response) => {
    const view = logView(logOf(readLedger(folder)?.events ?? []));
    await show(response, { title: 'Log', path: '/log', view });
  });
  app.get('/upload', async (_request, response) => {
    const view = uploadView(sessionOf(response));
    await show(response, { title: 'Upload files', path: '/upload', view });
  });
  app.post('/upload', async (request, response) => {
    const session = sessionOf(response);
    const form = await readForm(request, limits, (proof) => isProven(session, proof)).catch(
      (error: Error) => {
        session.said = { lines: [], problem: error.message, fields: {} };
        return null;
      },
    );
    const id = form && kept(session, form.fields, () => uploads.begin(form, session.by));
    if (form && !id) forget(form);
    response.redirect(303, id ? `/uploads/${id}` : '/upload');
  });
  app.get('/uploads/:id', async (request, response) => {
    const id = String(request.params.id);
    const upload = uploads.get(id);
    if (!upload) throw new HttpError(404, 'there is no such upload, or it was read again since');
    await Promise.race([upload.ended, new Promise((done) => setTimeout(done, patience).unref())]);
    const view = uploadedView(id, upload, sessionOf(response));
    await show(response, { title: 'What became of the files', path: '/upload', view });
  });

  /** Accepts only forms from our own pages. */
  const ours: RequestHandler[] = [
    express.urlencoded({ extended: false, limit: '100kb' }),
    (request, response, next) => {
      const given = (request.body as Fields | undefined)?.proof ?? '';
      if (isProven(sessionOf(response), given)) return next();
      throw new HttpError(
        403,
        'the form is not one of this page, or no longer: open the page again',
      );
    },
  ];
  app.post('/sign-out', ours, async (request: Request, response: Response) => {
    response.set('Set-Cookie', sessions.end(request));
    response.locals.session = null;
    const view = signedOutView('You have signed out.');
    await show(response, { title: 'Signed out', path: '', view });
  });
  app.post('/uploads/:id/accept', ours, (request: Request, response: Response) => {
    const id = String(request.params.id);
    const session = sessionOf(response);
    const fields: Fields = { ...(request.body as Fields), action: request.path };
    const next = kept(session, fields, () => uploads.accept(id, fields.reason ?? '', session.by));
    response.redirect(303, `/uploads/${next ?? id}`);
  });
  for (const { path, back, run } of steps) {
    app.post(path, ours, async (request: Request, response: Response) => {
      const session = sessionOf(response);
      const of = String(request.params.of ?? '');
      const fields = { ...(request.body as Fields), action: request.path };
      const doing = { by: session.by, now: new Date() };
      try {
        const lines = await run({ folder, of, fields, doing });
        session.said = { lines, problem: null, fields: {} };
      } catch (error) {
        session.said = { lines: [], problem: (error as Error).message, fields };
      }
      response.redirect(303, back(of));
    });
  }
  app.use(() => {
    throw new HttpError(404, 'there is no such page');
  });
  app.use(async (error: Error, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const status = error instanceof HttpError ? error.status : 500;
    if (status === 500) console.error(error);
    const { message } = error;
    const view = status === 403 ? signedOutView(`Refused: ${message}.`) : problemView(message);
    await show(response, { title: 'This did not work', path: '', view }, status);
  });
  return { app, end: () => uploads.end() };

  function found(id: string) {
    const view = look();
    try {
      return { life: view.life, one: releaseIn(view, id).one };
    } catch (error) {
      throw new HttpError(404, (error as Error).message);
    }
  }
}

const usedUp = 'the link was used before, or its time is over';

/** The result of a step; null if it was refused, which the next page then says. */
function kept<T>(session: Session, fields: Fields, step: () => T): T | null {
  try {
    return step();
  } catch (error) {
    session.said = { lines: [], problem: (error as Error).message, fields };
    return null;
  }
}

/** Links to the site's typeface and style sheet, for the head of a page. */
function looksOf(web: string): string {
  const built = readFileSync(join(web, 'index.html'), 'utf8');
  const links = built.match(/<link rel="(?:preload|stylesheet)"[^>]*>/g) ?? [];
  return links.join('\n').replaceAll('href="./', 'href="/');
}
