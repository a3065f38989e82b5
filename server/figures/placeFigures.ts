import type { LevelId, PlaceLevel } from '../../data/definitions/levels.ts';
import { findMeasure, type Measure, measures } from '../../data/definitions/measures.ts';
import { heldMeasure } from '../store/catalogue.ts';
import { PerRelease } from '../store/perRelease.ts';
import type { FigureRow, FiguresQuestion } from '../store/queries/figures.ts';
import type { Release } from '../store/releases.ts';
import { figureRow } from './figureRow.ts';
import { keptLevel } from './levelFigures.ts';
import { practiceFigures } from './practiceFigures.ts';

/** Figures of more places than this are not kept, but read when asked for. */
const several = 300;
/** The most figures made at once; more would block other requests. */
const mostAtOnce = 4000;

/**
 * Whether a question is about some practices in the latest month, like those that pages show as near or similar to one.
 */
export function isOfLatest(
  { about: { last_period } }: Release,
  { level, areas, parent, between, periods, measures: asked }: FiguresQuestion,
): boolean {
  const isSmall = areas
    ? areas.length <= several && !parent
    : parent && parent.level !== 'england' && !parent.only;
  const isLatest = periods.length === 1 && periods[0] === last_period;
  return (
    level === 'practice' && Boolean(isSmall) && isLatest && !between && asked.every(isDeclared)
  );
}

/** Whether a measure is as declared or, if the release does not hold it, without figures. */
const isDeclared = (measure: Measure): boolean =>
  measure.inExtract === 'false' || findMeasure(measure.id) === measure;

/**
 * Figures of practices in the latest month, in the order of `figuresQuery`, taken from the kept ones of all practices
 * in England.
 */
export async function figuresOfLatest(
  release: Release,
  { areas, parent, periods, measures: asked }: FiguresQuestion,
): Promise<FigureRow[]> {
  const period = periods[0]!;
  const of = await Promise.all(
    asked.map((measure) => practiceFigures(release, measure, period, parent)),
  );
  const codes = areas ? [...new Set(areas)].sort() : [...(of[0]?.keys() ?? [])];
  return codes.flatMap((code) =>
    asked.flatMap((measure, i) => {
      const figure = of[i]!.get(code);
      if (!figure) return [];
      const place = { period, level: 'practice' as const, area_code: code, area_name: figure.name };
      return figureRow(place, measure, figure, release.catalogue);
    }),
  );
}

/** All figures of one place, with `keyOf` month and measure as key. */
export type PlaceFigures = ReadonlyMap<string, FigureRow>;

const keyOf = (period: string, measure: string): string => `${period} ${measure}`;

/** For this many places at most, all figures are read and kept: a page asks for each of them a dozen times. */
const few = 4;
/** Each takes about 3 kilobytes per month. */
const placesKept = 96;
const kept = new PerRelease<PlaceFigures>(placesKept);

/** Whether a question is about measures as declared, in either a few places or places of a level that is kept. */
export function isAboutFew(release: Release, question: FiguresQuestion): boolean {
  const { level, parent, between, periods, measures: asked } = question;
  if (level === 'group' || parent || between) return false;
  const codes = codesOf(release, question);
  const isSmall = keptLevel(release, level)
    ? codes.length <= several && codes.length * periods.length * asked.length <= mostAtOnce
    : question.areas !== undefined && codes.length <= few;
  return isSmall && asked.every(isDeclared);
}

/** The codes of the places asked for; the whole level if none is named. */
const codesOf = ({ catalogue }: Release, { level, areas }: FiguresQuestion): readonly string[] =>
  areas ?? catalogue.codesByLevel[level as LevelId];

/**
 * Figures of such places, in the order of `figuresQuery`. `read` reads all figures of one place if they are not kept.
 */
export async function figuresOfFew(
  release: Release,
  question: FiguresQuestion,
  read: (question: FiguresQuestion) => Promise<FigureRow[]>,
): Promise<FigureRow[]> {
  const { level, periods, measures: asked } = question;
  const codes = [...new Set(codesOf(release, question))].sort();
  const months = [...new Set(periods)].sort();
  const figures = level !== 'group' && keptLevel(release, level);
  if (figures) return figures.of(codes, months, asked);
  const places = await Promise.all(
    codes.map((code) =>
      kept.get(release, `${level} ${code}`, () => readPlace(release, level, code, read)),
    ),
  );
  return places.flatMap((place) =>
    months.flatMap((period) => asked.flatMap(({ id }) => place.get(keyOf(period, id)) ?? [])),
  );
}

async function readPlace(
  { catalogue }: Release,
  level: PlaceLevel,
  code: string,
  read: (question: FiguresQuestion) => Promise<FigureRow[]>,
): Promise<PlaceFigures> {
  const rows = await read({
    level,
    measures: measures.map((measure) => heldMeasure(measure, catalogue)),
    periods: catalogue.periods.map(({ period }) => period),
    areas: [code],
  });
  return new Map(rows.map((row) => [keyOf(row.period, row.measure), row]));
}
