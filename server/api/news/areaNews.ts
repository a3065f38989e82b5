import type { PlaceLevel } from '../../../data/definitions/levels.ts';
import { type Measure, measures } from '../../../data/definitions/measures.ts';
import { fewestChangesTold, leastChangeTold } from '../../../data/definitions/news.ts';
import { type Target, targets } from '../../../data/definitions/targets.ts';
import { outcomeOf, type TargetOutcome } from '../../../data/statistics/targets.ts';
import { isFew } from '../../../data/words/figure.ts';
import { targetNews, type UnusualChange, unusualChangeNews } from '../../../data/words/news.ts';
import { allFigures } from '../../figures/figureRows.ts';
import { grouped } from '../../figures/grouped.ts';
import { pauses } from '../../pace.ts';
import { type Catalogue, collectedIn, heldMeasure } from '../../store/catalogue.ts';
import { PerRelease } from '../../store/perRelease.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import type { FigureRow } from '../../store/queries/figures.ts';
import type { Release } from '../../store/releases.ts';
import { readingOf, seenFrom } from '../targetReadings.ts';
import { drawnFrom, lastChanges } from '../xmrOf.ts';
import { entryOf, type NewsEntry } from './news.ts';

/** The measures that are news: shares of patients set up, whose past changes show what is usual. */
export const toldMeasures: readonly Measure[] = measures.filter(
  ({ stage, stock, form }) => stage === 'enabled' && stock && form === 'share',
);

/** Those of them that the release has. */
export const toldIn = (catalogue: Catalogue): Measure[] => {
  const collected = collectedIn(
    catalogue,
    catalogue.periods.map(({ period }) => period),
  );
  return toldMeasures
    .filter(({ id }) => collected.has(id))
    .map((measure) => heldMeasure(measure, catalogue));
};

/** Places whose news is kept. */
const placesKept = 512;
const kept = new PerRelease<NewsEntry[]>(placesKept);

/** News from the figures of the places themselves, for every month of the release. */
export async function newsOfFigures(
  release: Release,
  places: readonly AreaRow[],
): Promise<NewsEntry[]> {
  const found: NewsEntry[] = [];
  const rowsOf = readTogether(release, places);
  for (const place of places) {
    const news = await kept.get(release, place.area_code, async () =>
      newsOfPlace(release, place, await rowsOf(place)),
    );
    found.push(...news);
  }
  return found;
}

/** Reads the figures of places in every month. Asking for the first of them reads all places of its level at once. */
function readTogether(release: Release, places: readonly AreaRow[]) {
  const byLevel = new Map<PlaceLevel, Promise<ReadonlyMap<string, FigureRow[]>>>();
  const read = async (level: PlaceLevel) => {
    const rows = await allFigures(release, {
      level,
      measures: toldIn(release.catalogue),
      periods: release.catalogue.periods.map(({ period }) => period),
      areas: places.filter((one) => one.level === level).map(({ area_code }) => area_code),
    });
    return grouped(rows, ({ area_code }) => area_code);
  };
  return async ({ level, area_code }: AreaRow): Promise<readonly FigureRow[]> => {
    let rows = byLevel.get(level);
    if (!rows) byLevel.set(level, (rows = read(level)));
    return (await rows).get(area_code) ?? [];
  };
}

async function newsOfPlace(
  { catalogue }: Release,
  place: AreaRow,
  rows: readonly FigureRow[],
): Promise<NewsEntry[]> {
  const periods = catalogue.periods.map(({ period }) => period);
  const series = toldIn(catalogue).map((measure) => ({
    measure,
    rows: rows.filter((row) => row.measure === measure.id),
  }));
  const unusual = place.level === 'practice' ? [] : await unusualIn(place, series, periods);
  return [...unusual, ...targetsIn(catalogue, place, series)];
}

interface OfMeasure {
  measure: Measure;
  /** By month. */
  rows: readonly FigureRow[];
}

async function unusualIn(
  place: AreaRow,
  series: readonly OfMeasure[],
  periods: readonly string[],
): Promise<NewsEntry[]> {
  const found: NewsEntry[] = [];
  const pause = pauses();
  for (let last = fewestChangesTold; last < periods.length; last += 1) {
    const known = periods.slice(0, last + 1);
    const changes = series.flatMap((one) => unusualChange(one, known) ?? []);
    await pause();
    if (!changes.length) continue;
    const period = known.at(-1)!;
    const name = series[0]!.rows.find((row) => row.period === period)!.area_name;
    const text = unusualChangeNews({ level: place.level, name, period }, changes);
    const about = changes.map(({ measure }) => measure.id);
    found.push(entryOf('unusual_change', period, place, text, { measures: about }));
  }
  return found;
}

/**
 * The change into the last of the given months, if it is unusual judging by those months alone, so that later months
 * never alter what was said. Null if it is usual, or if there are too few changes to tell.
 */
export function unusualChange(
  { measure, rows }: OfMeasure,
  periods: readonly string[],
): UnusualChange | null {
  const period = periods.at(-1)!;
  const figure = rows.find((row) => row.period === period);
  if (figure?.value == null || isFew(figure, measure)) return null;
  const known = rows.filter((row) => row.period <= period);
  const asked = { measure, periods, view: 'changes', restarts: ['suggested'] } as const;
  const drawn = drawnFrom(asked, known, []);
  const changes = lastChanges(drawn);
  const last = changes.at(-1);
  if (last?.period !== period || changes.length < fewestChangesTold) return null;
  if (last.signal?.rule !== 'outside_limits') return null;
  if (Math.abs(last.change) < leastChangeTold * (measure.leastDifference ?? 0)) return null;
  const { limits } = drawn.chart.segments.at(-1)!;
  const { numerator, denominator, value } = figure;
  return limits && numerator !== null && denominator !== null
    ? { measure, numerator, denominator, value, change: last.change, limits }
    : null;
}

/** Each target in the first month that reaches it, provided an earlier month with a figure did not. */
function targetsIn(
  catalogue: Catalogue,
  place: AreaRow,
  series: readonly OfMeasure[],
): NewsEntry[] {
  return targets.flatMap((target) => {
    const own = series.find(({ measure }) => measure.id === target.measure);
    const met = own && firstMet(target, own.rows);
    if (!own || !met) return [];
    const { measure } = own;
    const { period, area_name: name } = met;
    const outcome =
      period < target.date ? null : outcomeIn(catalogue, place, series, target, period);
    const text = targetNews({ level: place.level, name, period }, target, measure, {
      ...met,
      outcome,
    });
    const entry = entryOf('target_met', period, place, text, { measures: [measure.id] });
    return [{ ...entry, id: `${entry.id}/${target.id}` }];
  });
}

/** How a target ended, as `/targets` reads it from the months up to one. */
function outcomeIn(
  catalogue: Catalogue,
  place: AreaRow,
  series: readonly OfMeasure[],
  target: Target,
  period: string,
): TargetOutcome | null {
  const all = series.map(({ measure, rows }) => ({
    ...place,
    measure,
    months: rows.map((row) => ({ ...row, month: row.period })),
  }));
  const { course } = readingOf(target, all, seenFrom(target, period, catalogue));
  return outcomeOf(course, target, period);
}

/** A figure with a value. */
type Known = FigureRow & Record<'numerator' | 'denominator' | 'value', number>;

/** The first figure that reaches a target, with the month of the figure before it. */
function firstMet(
  { value }: Target,
  rows: readonly FigureRow[],
): (Known & { before: string }) | null {
  const known = rows.filter((row): row is Known => row.value !== null);
  const at = known.findIndex((row) => row.value >= value);
  return at > 0 ? { ...known[at]!, before: known[at - 1]!.period } : null;
}
