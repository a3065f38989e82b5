import { type Measure, measureOf } from '../../../data/definitions/measures.ts';
import { movedMonth } from '../../../data/definitions/months.ts';
import {
  type FarMove,
  farMoveNews,
  lifecycleNews,
  notReportedNews,
  supplierNews,
  whoMoved,
} from '../../../data/words/news.ts';
import { grouped } from '../../figures/grouped.ts';
import { keptLevel } from '../../figures/levelFigures.ts';
import { practiceFigures } from '../../figures/practiceFigures.ts';
import { supplierChanges } from '../../figures/supplierChanges.ts';
import { PerRelease } from '../../store/perRelease.ts';
import type { FigureRow } from '../../store/queries/figures.ts';
import { type FindingRow, findingsQuery } from '../../store/queries/findings.ts';
import { type LifecycleRow, lifecycleQuery } from '../../store/queries/lifecycle.ts';
import {
  type StoppedReportingRow,
  stoppedColumn,
  stoppedReportingQuery,
} from '../../store/queries/stoppedReporting.ts';
import type { Release } from '../../store/releases.ts';
import { toldIn, toldMeasures } from './areaNews.ts';
import { entryOf, type NewsEntry } from './news.ts';

type ByPractice = ReadonlyMap<string, readonly NewsEntry[]>;

const kept = new PerRelease<ByPractice>();

/** By code, the events of practices in every month of the release; computed for all at once, and kept. */
export const newsOfPractices = (release: Release): Promise<ByPractice> =>
  kept.get(release, '', async () => {
    const [comings, suppliers, moves, stopped] = await Promise.all([
      cameAndWent(release),
      changedSupplier(release),
      movedFar(release),
      stoppedReporting(release),
    ]);
    const all = [...comings, ...suppliers, ...moves, ...stopped];
    return grouped(all, ({ place }) => place.area_code);
  });

/** A practice's figure in a month, from the kept figures or from those of all practices that month. */
async function figureAt(
  release: Release,
  measure: Measure,
  period: string,
  code: string,
): Promise<Pick<FigureRow, 'numerator' | 'denominator' | 'value'> | undefined> {
  const kept = keptLevel(release, 'practice');
  if (kept) return kept.of([code], [period], [measure])[0];
  return (await practiceFigures(release, measure, period)).get(code);
}

const keyOf = ({ period, practice_code }: { period: string; practice_code: string }) =>
  `${period} ${practice_code}`;

const ends = ['closed', 'appeared', 'vanished', 'may_have_merged'] as const;
type End = LifecycleRow & { event: (typeof ends)[number] };

/** Practices that appeared, closed, left or may have merged. The same end is reported once. */
async function cameAndWent({ database, catalogue }: Release): Promise<NewsEntry[]> {
  const { areas, periods, tables } = catalogue;
  const months = periods.map(({ period }) => period);
  const rows = await database.all<End>(
    lifecycleQuery({
      periods: months,
      span: [months[0]!, months.at(-1)!],
      events: ends,
      register: tables.has('practice_register'),
    }),
  );
  const merged = new Set(rows.filter(({ event }) => event === 'may_have_merged').map(keyOf));
  const closed = new Set(rows.filter(({ event }) => event === 'closed').map(keyOf));
  const isTold = (row: End) =>
    merged.has(keyOf(row)) ||
    [0, -1].some((by) => closed.has(keyOf({ ...row, period: movedMonth(row.period, by) })));
  return rows
    .filter((row) => row.event !== 'vanished' || !isTold(row))
    .map((row) => {
      const place = areas.get(row.practice_code)!;
      const other = row.event === 'may_have_merged' ? areas.get(row.after ?? '') : undefined;
      const heir = other ? { name: other.area_name, code: other.area_code } : null;
      const kind = row.event === 'vanished' ? 'left' : row.event;
      return entryOf(kind, row.period, place, lifecycleNews(row, heir), {
        followOn: heir?.code ?? null,
      });
    });
}

/**
 * Every real change of supplier, with its effect on the patients set up for any service, or for the first service with
 * an effect.
 */
async function changedSupplier(release: Release): Promise<NewsEntry[]> {
  const told = toldIn(release.catalogue).toReversed();
  const found: NewsEntry[] = [];
  for (const change of await supplierChanges(release)) {
    const { period, practice_code: code, base_period: basePeriod } = change;
    const place = release.catalogue.areas.get(code)!;
    const valueIn = async (measure: Measure, month: string) =>
      (await figureAt(release, measure, month, code))?.value ?? null;
    let measure = told[0] ?? measureOf('any_enabled');
    let before: number | null = null;
    let after: number | null = null;
    for (const one of told) {
      [before, after] = await Promise.all([valueIn(one, basePeriod), valueIn(one, period)]);
      measure = one;
      if (before !== null && after !== null) break;
    }
    const text = supplierNews({
      who: whoMoved(change.practice_name, code),
      period,
      basePeriod,
      from: change.old_supplier,
      to: change.new_supplier,
      measure,
      before,
      after,
      registered: change.registered,
    });
    const measures = toldMeasures.map(({ id }) => id);
    found.push(entryOf('changed_supplier', period, place, text, { measures }));
  }
  return found;
}

type Far = FindingRow & { period: string; practice_code: string; field: string };

/** Practices whose patients set up changed a lot, unless they changed supplier in that month. */
async function movedFar(release: Release): Promise<NewsEntry[]> {
  const { database, catalogue } = release;
  const [rows, changes] = await Promise.all([
    database.all<Far>(findingsQuery({ kinds: ['fell_to_none', 'unusual_move'] })),
    supplierChanges(release),
  ]);
  const moved = new Set(changes.map(keyOf));
  const told = new Map(toldIn(catalogue).map((measure) => [measure.id, measure]));
  const far = rows.filter((row) => told.has(row.field) && !moved.has(keyOf(row)));
  const found: NewsEntry[] = [];
  for (const some of grouped(far, keyOf).values()) {
    const { period, practice_code: code } = some[0]!;
    const place = catalogue.areas.get(code)!;
    const moves: FarMove[] = [];
    for (const measure of told.values()) {
      const row = some.find(({ field }) => field === measure.id);
      const move = row && (await farMove(release, measure, row));
      if (move) moves.push(move);
    }
    if (!moves.length) continue;
    const text = farMoveNews({ name: place.area_name, code, period }, moves);
    const about = moves.map(({ measure }) => measure.id);
    found.push(entryOf('moved_far', period, place, text, { measures: about }));
  }
  return found;
}

async function farMove(
  release: Release,
  measure: Measure,
  { kind, period, practice_code, other }: Far,
): Promise<FarMove | null> {
  const figure = await figureAt(release, measure, period, practice_code);
  if (!figure || figure.value === null) return null;
  const { numerator, denominator, value } = figure;
  const before = Number(other);
  return {
    measure,
    numerator: numerator!,
    denominator: denominator!,
    value,
    before: kind === 'fell_to_none' ? { people: before } : { value: before },
  };
}

/** Practices in the extract that no longer report what they did before. */
async function stoppedReporting({ database, catalogue }: Release): Promise<NewsEntry[]> {
  const told = toldIn(catalogue);
  if (!told.length) return [];
  const rows = await database.all<StoppedReportingRow & Record<string, unknown>>(
    stoppedReportingQuery(told),
  );
  return rows.map((row) => {
    const place = catalogue.areas.get(row.practice_code)!;
    const about = told.filter((_, i) => row[stoppedColumn(i)] === 1);
    const { period, base_period } = row;
    const text = notReportedNews(
      { name: place.area_name, code: row.practice_code, period },
      base_period,
      about,
    );
    const measures = about.map(({ id }) => id);
    return entryOf('not_reported', period, place, text, { measures });
  });
}
