import { type BoundaryLevel, boundaryLevels } from '../../../data/definitions/levels.ts';
import { levelTitles } from '../../../data/definitions/references.ts';
import { strayShapesQuery, unshapedQuery } from '../../../server/store/queries/boundaries.ts';
import { ident, type Sql, sql } from '../../../server/store/sql.ts';
import { quoted } from '../rows/columns.ts';
import { sentence } from './findingSql.ts';

/** Queries for oddities of the practice lookup, over its table. */
export const lookupFindings = (): Sql[] => [
  acrossBorder('ccg', 'stp'),
  acrossBorder('stp', 'region'),
];

/** Queries for what boundaries and the practice lookup do not share, over their tables and the release's `source_file`. */
export const boundaryFindings = (): Sql[] =>
  boundaryLevels.flatMap((level) => [areasWithoutShape(level), shapesWithoutArea(level)]);

const fileOf = (layout: string): Sql =>
  sql`(select max(file_id) from made.source_file where layout = ${quoted(layout)})`;

/** Practices that the lookup puts in a different larger area from most practices of their smaller one. */
function acrossBorder(smaller: 'ccg' | 'stp', larger: 'stp' | 'region'): Sql {
  const [code, name, own, ownName] = [
    `${smaller}_code`,
    `${smaller}_name`,
    `${larger}_code`,
    `${larger}_name`,
  ].map(ident) as [Sql, Sql, Sql, Sql];
  return sql`
    select 'lookup_across_border', null, practice_code, null, ${quoted(`${larger}_code`)}, ${own}, usual_code,
      ${sentence`The practice lookup has ${sql`practice_name`} (${sql`practice_code`}) in ${ownName} (${own}), though most practices of ${name} (${code}) are in ${sql`usual_name`} (${sql`usual_code`}); its own codes are used.`},
      ${fileOf('lookup')}, null
    from practice_lookup
    join (
      select ${code}, first(${own} order by practices desc, ${own}) as usual_code,
        first(${ownName} order by practices desc, ${own}) as usual_name
      from (
        select ${code}, ${own}, min(${ownName}) as ${ownName}, count(*) as practices
        from practice_lookup
        group by ${code}, ${own}
      )
      group by ${code}
    ) using (${code})
    where ${own} <> usual_code`;
}

const areasWithoutShape = (level: BoundaryLevel): Sql => sql`
  select 'area_without_shape', null, null, area_code, 'ons_code', ons_code, null,
    ${sentence`${sql`area_name`} (${sql`area_code`}, ONS code ${sql`ons_code`}) has no shape among the boundaries of ${levelTitles[level]}.`},
    ${fileOf(`boundary-${level}`)}, null
  from (${unshapedQuery(level)})`;

const shapesWithoutArea = (level: BoundaryLevel): Sql => sql`
  select 'shape_without_area', null, null, null, 'ons_code', ons_code, null,
    ${sentence`The shape of ${sql`name`} (ONS code ${sql`ons_code`}) is of none of the ${levelTitles[level]} of the practice lookup.`},
    ${fileOf(`boundary-${level}`)}, null
  from (${strayShapesQuery(level)})`;
