import {
  type Annotation,
  pomiPage,
  supplierChangeTold,
} from '../../data/definitions/annotations.ts';
import { levelIds, levelOf } from '../../data/definitions/levels.ts';
import { type Measure, measureOf } from '../../data/definitions/measures.ts';
import { formatPercent } from '../../data/definitions/numbers.ts';
import { counted } from '../../data/words/english.ts';
import { supplierChangeSentence } from '../../data/words/supplierChange.ts';
import { followedChanges, supplierChangesIn } from '../figures/supplierChanges.ts';
import { asParent } from '../store/catalogue.ts';
import { PerRelease } from '../store/perRelease.ts';
import type { AreaRow } from '../store/queries/areas.ts';
import {
  type RegisteredRow,
  registeredByMonthQuery,
  registeredInAreasQuery,
} from '../store/queries/registeredByMonth.ts';
import type { Release } from '../store/releases.ts';

const common = {
  kind: 'supplier',
  measures: [],
  levels: [],
  ...pomiPage,
} as const;

const at = (period: string) => ({ id: `supplier-${period}`, from: period, to: period });

/** The months in which a practice, or practices with a noticeable share of an area's patients, changed supplier. */
export async function supplierAnnotations(
  release: Release,
  area: AreaRow,
  measure?: Measure,
): Promise<Annotation[]> {
  if (area.level === 'practice') return ofPractice(release, area, measure);
  if (area.members) return ofArea(release, area);
  return kept.get(release, area.area_code, () => ofArea(release, area));
}

/** Areas whose changes are kept: every chart of a page asks for the same. */
const kept = new PerRelease<Annotation[]>(256);

const keptRegistered = new PerRelease<ReadonlyMap<string, RegisteredRow[]>>(levelIds.length);

/** Registered patients of a place by month; those of all areas of its level are kept. */
async function registeredByMonth(release: Release, area: AreaRow): Promise<RegisteredRow[]> {
  const { database } = release;
  const column = area.level === 'group' ? null : levelOf(area.level).column;
  if (!column) return database.all<RegisteredRow>(registeredByMonthQuery(asParent(area)));
  const ofLevel = await keptRegistered.get(release, area.level, async () => {
    const rows = await database.all<RegisteredRow & Pick<AreaRow, 'area_code'>>(
      registeredInAreasQuery(column),
    );
    const months = new Map<string, RegisteredRow[]>();
    for (const { area_code, ...month } of rows) {
      months.set(area_code, [...(months.get(area_code) ?? []), month]);
    }
    return months;
  });
  return ofLevel.get(area.area_code) ?? [];
}

async function ofArea(release: Release, area: AreaRow): Promise<Annotation[]> {
  const [changes, months] = await Promise.all([
    supplierChangesIn(release, area),
    registeredByMonth(release, area),
  ]);
  return months.flatMap(({ period, registered }) => {
    const some = changes.filter((change) => change.period === period);
    const patients = some.reduce((sum, change) => sum + (change.registered ?? 0), 0);
    const share = registered ? (patients / registered) * 100 : 0;
    if (share < supplierChangeTold) return [];
    const practices = counted(some.length, 'practice');
    return {
      ...common,
      ...at(period),
      suppliers: [...new Set(some.map((change) => change.new_supplier))].sort(),
      title: `${practices} with ${formatPercent(share)} of the patients changed supplier`,
      text: `${practices} with ${formatPercent(share)} of the patients moved to the system of another supplier. Registrations rarely survive a change of system.`,
    };
  });
}

async function ofPractice(release: Release, area: AreaRow, asked?: Measure): Promise<Annotation[]> {
  const measure =
    asked?.stage === 'enabled' ? asked : measureOf(`${asked?.service ?? 'any'}_enabled`);
  const changes = await followedChanges(release, measure);
  return changes
    .filter(({ practice_code }) => practice_code === area.area_code)
    .map((change) => ({
      ...common,
      ...at(change.period),
      suppliers: [change.new_supplier],
      title: `Moved from ${change.old_supplier} to ${change.new_supplier}`,
      text: supplierChangeSentence({
        who: 'the practice',
        period: change.period,
        basePeriod: change.base_period,
        from: change.old_supplier,
        to: change.new_supplier,
        measure,
        before: change.base,
        after: change.months.find(({ month }) => month === 0)?.value ?? null,
        registered: change.registered,
      }),
    }));
}
