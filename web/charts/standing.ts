import { revisedLines } from '../../data/words/revisions.ts';
import type { Ask } from '../ask.ts';
import { isFiltered } from './filters.ts';
import type { ChartData, ChartKind } from './kind.ts';

/** What to know about a chart besides its figures, as sentences. */
export interface ChartStanding {
  /** Whether its release was withdrawn or is no longer the latest, and notices about it. */
  said: readonly string[];
  /** Which of its figures were revised: since then, if a later release is out, or else by its own release. */
  revised: readonly string[];
  since: boolean;
}

/** Revised figures that are listed singly. */
const most = 3;

/** What became of the release of a chart, and of the figures that it shows. */
export async function standingOf(
  ask: Ask,
  kind: ChartKind,
  data: ChartData,
): Promise<ChartStanding> {
  const { release, later, withdrawn, notices = [] } = data.meta;
  const { area } = data.query;
  const said = [
    withdrawn,
    later,
    ...notices.filter((one) => one.area === null || area?.split(',').includes(one.area)),
  ].flatMap((one) => one?.sentence ?? []);
  const question = figuresShown(kind, data);
  const since = later !== undefined;
  if (!question) return { said, revised: [], since };
  const { data: rows, meta } = await ask('/revisions', {
    ...question,
    release,
    against: later?.release,
    change: 'value,gone',
    limit: String(most),
  });
  const sentences = rows.map(({ sentence }) => sentence);
  const total = meta.total ?? rows.length;
  return { said, revised: meta.before ? revisedLines(sentences, total, since) : [], since };
}

/** The question for revisions of a chart's figures; null if it cannot be asked. */
function figuresShown(kind: ChartKind, data: ChartData): Record<string, string | undefined> | null {
  const { path, params } = kind.csv(data);
  const { measure, level, within, boundaries, period, from, to } = params;
  const parent = params.parent ?? within;
  // A group is in no release, so none of its figures was revised by one.
  const area = params.area
    ?.split(',')
    .filter((code) => code !== 'group')
    .join();
  if (boundaries === 'lookup' || isFiltered(params) || area === '' || parent === 'group')
    return null;
  const isOfPractices = path === '/percentiles' || path === '/histogram';
  const months =
    path === '/changes/places' && from && to
      ? { period: `${from},${to}` }
      : period || from || to || path === '/xmr'
        ? { period, from, to }
        : { period: 'latest' };
  const places = isOfPractices ? 'practice' : level;
  return {
    measure,
    area,
    parent,
    level: places ?? (area || parent ? undefined : 'england'),
    ...months,
  };
}

/** What to know before reading a chart: that its release was withdrawn, and what became of its figures. */
export const warningsOf = ({ said, revised, since }: ChartStanding): readonly string[] =>
  since ? [...said, ...revised] : said;

/** An addition to its other notes: which of its figures its release revised. */
export const revisedNotes = ({ revised, since }: ChartStanding): readonly string[] =>
  since ? [] : revised;
