import type { Measure } from '../../../data/definitions/measures.ts';
import { whereToPromote } from '../../../data/statistics/promote.ts';
import { groupName } from '../../../data/words/group.ts';
import { promotionSentence } from '../../../data/words/reach.ts';
import { englandLevel, topTenth } from '../../figures/levelsToReach.ts';
import { medianOf, peerGroups } from '../../figures/peerGroups.ts';
import { practiceFigures } from '../../figures/practiceFigures.ts';
import { changesKnownFrom, recentChanges } from '../../figures/supplierChanges.ts';
import { inSteps, pauses } from '../../pace.ts';
import { asParent } from '../../store/catalogue.ts';
import { PerRelease } from '../../store/perRelease.ts';
import type { Release } from '../../store/releases.ts';
import { rowsOf } from '../../table.ts';
import { table } from '../endpoint.ts';
import { england } from '../places.ts';
import { periodsOf, single } from '../scope.ts';
import {
  measureColumn,
  measureColumns,
  placeColumns,
  sentenceField,
  supplierChangedColumn,
} from './columns.ts';
import { patientsMeasure } from './reach.ts';

export const promote = table({
  path: '/promote',
  summary: 'Where to promote: the practices where a campaign would reach most',
  description:
    'The practices of an area (England without `area`) by their patients short of a level that others reach: the median of each practice’s own peers, unless `towards` says otherwise. `meta` has the area’s gap, how few practices account for at least half of it, and a sentence. Practices that are there already are left out. Only for measures that count patients enabled or accessing.',
  parameters: ['area', 'boundaries', 'measure', 'period', 'towards'],
  required: ['measure'],
  one: ['area', 'measure', 'period'],
  columns: [
    { name: 'rank', type: 'integer', description: 'Place in the order, 1 the largest gap.' },
    ...placeColumns,
    { name: 'ccg_code', type: 'string', nullable: true, description: 'Its CCG that month.' },
    ...measureColumns,
    { name: 'numerator', type: 'integer', description: 'Patients it has.' },
    { name: 'denominator', type: 'integer', description: 'Patients registered.' },
    { name: 'value', type: 'number', description: 'Their share, in the unit.' },
    { name: 'target_value', type: 'number', description: 'The level it is compared with.' },
    { name: 'gap', type: 'integer', description: 'Patients short of that level.' },
    {
      name: 'share',
      type: 'number',
      description: 'Its share of the area’s gap, in percent.',
    },
    {
      name: 'running_share',
      type: 'number',
      description: 'The share of it and all before it, in percent.',
    },
    supplierChangedColumn,
  ],
  meta: [
    { name: 'period', type: 'string', description: 'Month.' },
    measureColumn,
    { name: 'area_code', type: 'string', description: 'Code of the area.' },
    { name: 'area_name', type: 'string', description: 'Its latest name.' },
    {
      name: 'towards',
      type: 'string',
      enum: ['peers', 'england', 'top_tenth'],
      description: 'The level practices are compared with.',
    },
    { name: 'gap', type: 'integer', description: 'Patients short of that level, added up.' },
    {
      name: 'hold_half',
      type: 'integer',
      description: 'The fewest practices that account for at least half of the gap.',
    },
    { name: 'practices_short', type: 'integer', description: 'Practices short of that level.' },
    { name: 'practices_reported', type: 'integer', description: 'Practices that reported.' },
    sentenceField,
  ],
  example: 'measure=records_enabled&area=E92000001&period=latest',
  async rows(question) {
    const { release, filters } = question;
    const measure = patientsMeasure(filters.measure);
    const period = single('period', periodsOf(filters, release.catalogue), (one) => one);
    const area = filters.area
      ? single('area', filters.area, ({ area_code }) => area_code)
      : england(release);
    const towards = filters.towards ?? 'peers';
    const [target, { practices }, figures, moved, knownFrom] = await Promise.all([
      targetFor(release, measure, period, towards),
      peerGroups(release, period),
      practiceFigures(release, measure, period, asParent(area)),
      recentChanges(release, period),
      changesKnownFrom(release, period),
    ]);
    const targetOf = new Map<string, number | null>();
    const pause = pauses();
    for (const code of figures.keys()) {
      targetOf.set(code, target.of(code));
      await pause();
    }
    const promotion = await inSteps(
      whereToPromote(
        [...figures].map(([code, { numerator: enabled, denominator: registered }]) => {
          const level = targetOf.get(code)!;
          const share = level === null ? null : Math.min(1, level / measure.scale);
          return { code, registered, enabled, target: share };
        }),
      ),
    );
    const { gap, holdHalf, reported, practices: short } = promotion;
    const rowOf = (row: (typeof short)[number], i: number) => ({
      rank: i + 1,
      period,
      level: 'practice',
      area_code: row.code,
      area_name: figures.get(row.code)!.name,
      ccg_code: practices.get(row.code)!.ccg_code,
      measure: measure.id,
      unit: measure.unit,
      numerator: row.enabled,
      denominator: row.registered,
      value: figures.get(row.code)!.value,
      target_value: targetOf.get(row.code)!,
      gap: row.gap,
      share: (row.gap / gap) * 100,
      running_share: row.runningShare * 100,
      supplier_changed_period: moved.get(row.code)?.period ?? null,
    });
    const { level } = target;
    const place = area.members
      ? { ...area, area_name: groupName(area.members.length, figures.size) }
      : area;
    const said = { measure: measure.id, period, place, towards, level };
    return rowsOf(short, rowOf, {
      period,
      measure: measure.id,
      area_code: area.area_code,
      area_name: area.area_name,
      towards,
      gap,
      hold_half: holdHalf,
      practices_short: short.length,
      practices_reported: reported,
      sentence: promotionSentence({
        ...said,
        ...{ gap, short: short.length, holdHalf, reported },
        moved: short.flatMap(({ code }) => moved.get(code) ?? []),
        knownFrom,
      }),
    });
  },
});

/**
 * What practices are compared with, in the unit of the measure: one level for all, or one for each; null if there is
 * none.
 */
interface Target {
  level: number | null;
  of(code: string): number | null;
}

/** The medians of practices' peers by measure and month, as far as they have been asked for. */
const mediansKept = new PerRelease<Map<string, number | null>>(12);

async function targetFor(
  release: Release,
  measure: Measure,
  period: string,
  towards: 'peers' | 'england' | 'top_tenth',
): Promise<Target> {
  const forAll = (level: number | null): Target => ({ level, of: () => level });
  if (towards === 'england') return forAll(englandLevel(release, measure, period).value);
  const figures = await practiceFigures(release, measure, period);
  if (towards === 'top_tenth') return forAll(topTenth(figures).value);
  const [groups, medians] = await Promise.all([
    peerGroups(release, period),
    mediansKept.get(release, `${measure.id} ${period}`, async () => new Map()),
  ]);
  const ofPeer = (peer: string) => figures.get(peer)?.value ?? null;
  return {
    level: null,
    of(code) {
      if (!medians.has(code)) medians.set(code, medianOf(groups.of(code), ofPeer));
      return medians.get(code)!;
    },
  };
}
