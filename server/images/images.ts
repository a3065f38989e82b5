import { escaped } from '../../data/definitions/markup.ts';
import type { Ask } from '../../web/ask.ts';
import { embedView, isAlive } from '../../web/charts/embed.ts';
import { headingOf } from '../../web/charts/heading.ts';
import type { ChartData, ChartKind } from '../../web/charts/kind.ts';
import { chartKinds, findKind } from '../../web/charts/kinds.ts';
import { parseChartQuery } from '../../web/charts/question.ts';
import { standingOf } from '../../web/charts/standing.ts';
import { PageProblem } from '../../web/problem.ts';
import { addressOf } from '../../web/route.ts';
import { siteName } from '../../web/site.ts';
import { badParameter, HttpError, notFound, unknown } from '../errors.ts';
import { discovery } from '../pages/discovery.ts';
import { htmlOf } from '../pages/htmlOf.ts';
import { dataScript, type PageSettings, shellAround } from '../pages/shell.ts';
import { cardOf } from './card.ts';
import { chartImage, imageWidths } from './chartImage.ts';
import { type ImageTheme, imageThemes } from './palette.ts';
import { pngOf } from './png.ts';
import { fontStyle } from './typeface.ts';

/** A chart drawn on the server, ready to send. */
export interface SentChart {
  type: string;
  body: string | Uint8Array;
}

/** The chart kind in an address; throws a 404 with the nearest name if there is none. */
export function kindOf(id: string): ChartKind {
  const kind = findKind(id);
  if (kind) return kind;
  const ids = chartKinds.map((one) => one.id);
  throw notFound(unknown('chart', id, ids));
}

/** Runs the code of a chart or page, and reports a mistake in what it was asked as the caller's. */
export async function ofCaller<T>(make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof PageProblem) throw new HttpError(error.status, error.message);
    throw error;
  }
}

/** The data of a chart, with parameters as in an address. */
export const loaded = (kind: ChartKind, ask: Ask, search: URLSearchParams): Promise<ChartData> =>
  ofCaller(async () => kind.load(ask, parseChartQuery(search, kind.parameters)));

/** An SVG with its typeface embedded. */
const withTypeface = (svg: string): string => svg.replace('<title', () => `${fontStyle()}<title`);

/** An SVG with a text across it. */
function withMark(svg: string, mark: string): string {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number) as number[];
  const size = Math.round((1.7 * width!) / Math.max(mark.length, 12));
  const middle = `${width! / 2} ${height! / 2}`;
  const [x, y] = middle.split(' ');
  const text = `<text x="${x}" y="${y}" font-size="${size}" font-weight="700" text-anchor="middle" fill="#768692" fill-opacity="0.35" transform="rotate(-20 ${middle})">${escaped(mark)}</text>`;
  return svg.replace(/<\/svg>\s*$/, () => `${text}\n</svg>\n`);
}

function widthIn(search: URLSearchParams): number {
  const asked = search.get('width');
  if (asked === null) return imageWidths.usual;
  const { least, most } = imageWidths;
  const width = Number(asked);
  if (!/^\d+$/.test(asked) || width < least || width > most) {
    throw badParameter('width', asked, `not a whole number from ${least} to ${most}: ${asked}`);
  }
  return width;
}

function themeIn(search: URLSearchParams): ImageTheme {
  const asked = search.get('theme') ?? 'light';
  if (Object.hasOwn(imageThemes, asked)) return asked as ImageTheme;
  const known = Object.keys(imageThemes).join(' or ');
  throw badParameter('theme', asked, `theme is ${known}, not: ${asked}`);
}

/** `card` for a card of fixed size, for link previews; `bare` for a page that says around the image what it shows. */
function shapeIn(search: URLSearchParams): 'card' | 'bare' | null {
  const asked = search.get('shape');
  if (asked === null || asked === 'card' || asked === 'bare') return asked;
  throw badParameter('shape', asked, `shape is card or bare, not: ${asked}`);
}

/**
 * The image at an address such as `/charts/funnel.png?level=ccg&width=800`. Throws a 404 for an unknown kind or format
 * and a 400 for a question that makes no sense. `mark`, if given, is written across the image.
 */
export async function drawImage(
  file: string,
  search: URLSearchParams,
  ask: Ask,
  mark?: string,
): Promise<SentChart> {
  const [, id, format] = /^([\w-]+)\.(svg|png)$/.exec(file) ?? [];
  if (!id) throw notFound(`no such image: ${file} (images end in .svg or .png)`);
  const kind = kindOf(id);
  const width = widthIn(search);
  const theme = themeIn(search);
  const shape = shapeIn(search);
  const asked = new URLSearchParams(search);
  asked.delete('width');
  asked.delete('theme');
  asked.delete('shape');
  const data = await loaded(kind, ask, asked);
  const standing = await standingOf(ask, kind, data);
  const drawn = await chartImage(kind, data, standing, { width, theme, bare: shape === 'bare' });
  const whole = shape === 'card' ? cardOf(drawn, imageThemes[theme]) : drawn;
  const svg = mark ? withMark(whole, mark) : whole;
  return format === 'svg'
    ? { type: 'image/svg+xml; charset=utf-8', body: withTypeface(svg) }
    : { type: 'image/png', body: await pngOf(svg) };
}

/** The page that shows one chart alone, to be framed by another site. */
export async function renderEmbed(
  id: string,
  url: URL,
  ask: Ask,
  settings: PageSettings,
): Promise<SentChart> {
  const kind = kindOf(id);
  const search = new URLSearchParams(url.search);
  const rows = search.get('rows') ?? undefined;
  search.delete('rows');
  const input = await loaded(kind, ask, search);
  const address = addressOf(url, settings.prefix);
  const shown = { ...address, query: { ...address.query, rows } };
  const standing = await standingOf(ask, kind, input);
  const page = htmlOf(embedView(kind, input, shown, standing));
  const head = [
    `<title>${escaped(`${headingOf(kind, input).title} – ${siteName}`)}</title>`,
    `<meta name="description" content="${escaped(kind.sentence(input))}">`,
    '<meta name="robots" content="noindex">',
    discovery(url, settings),
  ].join('\n    ');
  const data = isAlive(kind, input) ? dataScript({ name: kind.id, input }) : '';
  const html = shellAround(settings, { head, page, data });
  return { type: 'text/html; charset=utf-8', body: html };
}
