import { levelOf, type PlaceLevel } from '../../../data/definitions/levels.ts';
import { ancestorsOf, type Catalogue } from '../../store/catalogue.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import { type LifecycleRow, lifecycleQuery } from '../../store/queries/lifecycle.ts';
import { type NameRow, otherNamesQuery, suppliersQuery } from '../../store/queries/names.ts';
import type { Release } from '../../store/releases.ts';

/** A place of a release with everything that it can be found by or that tells it apart. */
export interface KnownPlace {
  area: AreaRow;
  /** Other names it has had or has elsewhere. */
  others: readonly NameRow[];
  supplier: string | null;
  address: string | null;
  postcode: string | null;
  /** The day it closed, by the register of practices. */
  close_date: string | null;
  /** Whether it is in the latest month, and not closed by the register. */
  open: boolean;
  /** The practice that it may have merged into. */
  successor: AreaRow | null;
}

/** All places of a release, in the order of their levels and codes. */
export async function readPlaces({ catalogue, database }: Release): Promise<KnownPlace[]> {
  const { areas, addresses, periods, tables } = catalogue;
  const [names, suppliers, mergers] = await Promise.all([
    database.all<NameRow>(
      otherNamesQuery(tables.has('practice_lookup'), tables.has('practice_register')),
    ),
    database.all<{ practice_code: string; supplier: string }>(suppliersQuery()),
    database.all<LifecycleRow>(
      lifecycleQuery({
        periods: periods.map(({ period }) => period),
        span: [null, null],
        events: ['may_have_merged'],
        register: false,
      }),
    ),
  ]);
  const others = new Map<string, NameRow[]>();
  for (const row of names) others.set(row.area_code, [...(others.get(row.area_code) ?? []), row]);
  const supplierOf = new Map(suppliers.map((row) => [row.practice_code, row.supplier]));
  const heirOf = new Map(mergers.map((row) => [row.practice_code, row.after!]));
  const latest = periods.at(-1)!.period;
  return [...areas.values()].map((area) => {
    const code = area.area_code;
    const { address = null, postcode = null, close_date = null } = addresses.get(code) ?? {};
    const gone = area.last_period !== latest;
    return {
      area,
      others: others.get(code) ?? [],
      supplier: supplierOf.get(code) ?? null,
      address,
      postcode,
      close_date,
      open: !gone && close_date === null,
      successor: (gone && areas.get(heirOf.get(code) ?? '')) || null,
    };
  });
}

/** Texts that tell where a place is and what it is, beside its names. */
export function toldOf(
  { area, address, postcode, supplier }: KnownPlace,
  { areas }: Catalogue,
): string[] {
  const within = ancestorsOf(area)
    .map((code) => areas.get(code)!)
    .filter(({ level }) => toldLevels.includes(level))
    .map(({ area_name }) => area_name);
  const texts = [address, postcode, supplier, kindOf(area.level), ...within];
  return texts.filter((text) => text !== null);
}

/** Areas that people name to say where a place is. */
const toldLevels: readonly PlaceLevel[] = ['stp', 'ccg', 'pcn'];

const kindOf = (level: PlaceLevel): string | null =>
  level === 'practice' || level === 'group' ? null : levelOf(level).one;
