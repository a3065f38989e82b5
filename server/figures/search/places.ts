import { levelOf, type PlaceLevel } from '../../../data/definitions/levels.ts';
import type { Catalogue } from '../../store/catalogue.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import { type LifecycleRow, lifecycleQuery } from '../../store/queries/lifecycle.ts';
import { type NameRow, otherNamesQuery, suppliersQuery } from '../../store/queries/names.ts';
import type { Release } from '../../store/releases.ts';
import { grouped } from '../grouped.ts';
import type { About } from './placeIndex.ts';
import { townAndCounty } from './towns.ts';

/** A place of a release with everything that it can be found or distinguished by. */
export interface KnownPlace {
  area: AreaRow;
  /** Former and alternative names. */
  others: readonly NameRow[];
  supplier: string | null;
  address: string | null;
  town: string | null;
  county: string | null;
  postcode: string | null;
  /** The day it closed, according to the register of practices. */
  close_date: string | null;
  /** Whether it is in the latest month, and not closed in the register. */
  open: boolean;
}

/** All places of a release, in the order of their levels and codes. */
export async function readPlaces({ catalogue, database }: Release): Promise<KnownPlace[]> {
  const { areas, addresses, periods, tables } = catalogue;
  const [names, suppliers] = await Promise.all([
    database.all<NameRow>(
      otherNamesQuery(tables.has('practice_lookup'), tables.has('practice_register')),
    ),
    database.all<{ practice_code: string; supplier: string }>(suppliersQuery()),
  ]);
  const others = grouped(names, ({ area_code }) => area_code);
  const supplierOf = new Map(suppliers.map((row) => [row.practice_code, row.supplier]));
  const latest = periods.at(-1)!.period;
  return [...areas.values()].map((area) => {
    const code = area.area_code;
    const { address = null, postcode = null, close_date = null } = addresses.get(code) ?? {};
    const { town, county } = address ? townAndCounty(address) : { town: null, county: null };
    return {
      area,
      others: others.get(code) ?? [],
      supplier: supplierOf.get(code) ?? null,
      address,
      town,
      county,
      postcode,
      close_date,
      open: area.last_period === latest && close_date === null,
    };
  });
}

/** By code, the practice that each one which left the extracts may have merged into. */
export async function readSuccessors({
  catalogue,
  database,
}: Release): Promise<Map<string, AreaRow>> {
  const mergers = await database.all<LifecycleRow>(
    lifecycleQuery({
      periods: catalogue.periods.map(({ period }) => period),
      span: [null, null],
      events: ['may_have_merged'],
      register: false,
    }),
  );
  return new Map(mergers.map((row) => [row.practice_code, catalogue.areas.get(row.after!)!]));
}

/** What is known about places besides their names: where they are and what they are. */
export function aboutPlaces(
  places: readonly KnownPlace[],
  { areas }: Catalogue,
): (place: KnownPlace) => About {
  const known = linesOfAreas(places);
  return ({ area, address, postcode, supplier, town }) => {
    // A practice's STP says no more than its address does, and less clearly.
    const around = [area.ccg_code, area.pcn_code, address ? null : area.stp_code];
    const names = around.map((code) =>
      code && code !== area.area_code ? areas.get(code)!.area_name : null,
    );
    return {
      own: told([...(address?.split(', ') ?? []), postcode, ...(known.get(area.area_code) ?? [])]),
      shared: told([town, supplier, kindOf(area.level), ...names]),
    };
  };
}

const told = (texts: readonly (string | null)[]): string[] => texts.filter((text) => text !== null);

const kindOf = (level: PlaceLevel): string | null =>
  level === 'practice' || level === 'group' ? null : levelOf(level).one;

/** An area is known by the towns and counties of at least this share of its practices. */
const enough = 0.2;

/** By code, the towns and counties that CCGs and STPs are known by. */
function linesOfAreas(places: readonly KnownPlace[]): Map<string, string[]> {
  const counts = new Map<string, { practices: number; lines: Map<string, number> }>();
  for (const { area, town, county } of places) {
    if (area.level !== 'practice') continue;
    for (const code of [area.ccg_code, area.stp_code]) {
      if (!code) continue;
      let counted = counts.get(code);
      if (!counted) counts.set(code, (counted = { practices: 0, lines: new Map() }));
      counted.practices++;
      for (const line of [town, county])
        if (line) counted.lines.set(line, (counted.lines.get(line) ?? 0) + 1);
    }
  }
  const known = ({ practices, lines }: { practices: number; lines: Map<string, number> }) =>
    [...lines].filter(([, count]) => count >= enough * practices).map(([line]) => line);
  return new Map([...counts].map(([code, counted]) => [code, known(counted)]));
}
