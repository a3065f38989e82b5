import { twoReturns, unknownSuppliers } from '../../../data/definitions/suppliers.ts';
import { every, expression, ident, joined, list, type Sql, sql } from '../sql.ts';

/** A practice that moved to the system of another supplier. */
export interface SupplierChangeRow {
  /** The first month on the new system. */
  period: string;
  /** The last earlier month in which the practice's supplier is known. */
  base_period: string;
  practice_code: string;
  /** Its name in `period`. */
  practice_name: string;
  old_supplier: string;
  new_supplier: string;
  registered: number | null;
  /** The areas it was in in `period`. */
  region_code: string | null;
  subregion_code: string | null;
  stp_code: string | null;
  ccg_code: string | null;
  pcn_code: string | null;
}

/** Every supplier, as the extracts name it. */
export const suppliersQuery = (): Sql =>
  sql`select distinct supplier from practice_month where supplier is not null order by supplier`;

const isKnown = sql`supplier is not null and supplier not in (${list(unknownSuppliers)})`;

/**
 * The codes of practices that were on a supplier's system in some months, or on one that is not known, and of the areas
 * they were in then.
 */
export const placesOnQuery = (
  suppliers: readonly string[],
  { from, to }: { from: string | null; to: string | null },
): Sql => {
  const conditions = [
    sql`(${brandSql(sql`supplier`)} in (${list(suppliers)}) or not (${isKnown}))`,
  ];
  if (from) conditions.push(sql`period >= ${from}`);
  if (to) conditions.push(sql`period <= ${to}`);
  const codes = ['practice', 'region', 'subregion', 'stp', 'ccg', 'pcn'].map(
    (level) => sql`select distinct ${ident(`${level}_code`)} as code from there`,
  );
  return sql`
    with there as (select * from practice_month where ${every(conditions)})
    select code from (${joined(codes, ' union ')}) as place where code is not null order by code`;
};

/** The first and last month in which a practice's supplier is known; both null if none is. */
export const supplierMonthsQuery = (): Sql =>
  sql`select min(period) as first, max(period) as last from practice_month where ${isKnown}`;

/** The system behind a supplier's name: "(I)" variants are the same system. */
export const brandSql = (supplier: Sql): Sql => {
  const end = twoReturns;
  return sql`case when right(${supplier}, ${expression(String(end.length))}) = ${end}
    then left(${supplier}, length(${supplier}) - ${expression(String(end.length))}) else ${supplier} end`;
};

/**
 * Every real change of supplier in a release, by month and code: a different system from the last earlier month with a
 * known supplier.
 */
export const supplierChangesQuery = (): Sql => sql`
  select period, base_period, practice_code, practice_name, old_supplier, supplier as new_supplier,
    cast(registered as integer) as registered, region_code, subregion_code, stp_code, ccg_code, pcn_code
  from (
    select *, lag(brand) over months as old_brand, lag(supplier) over months as old_supplier,
      lag(period) over months as base_period
    from (
      select practice_month.*, ${brandSql(sql`supplier`)} as brand
      from practice_month
      where ${isKnown}) as known
    window months as (partition by practice_code order by period)) as stepped
  where brand <> old_brand
  order by period, practice_code`;
