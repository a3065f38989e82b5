import { html, type TemplateResult } from 'lit';
import { notKnown } from '../../data/definitions/breakdowns.ts';
import type { Chosen } from '../../data/definitions/filterIds.ts';
import { GROUP, levelOf, type PlaceLevel } from '../../data/definitions/levels.ts';
import { findMeasure, type Measure, measureOf } from '../../data/definitions/measures.ts';
import { movedMonth } from '../../data/definitions/months.ts';
import {
  fifthSql,
  reportedSql,
  sizeSql,
  statusSql,
  switchedWithin,
} from '../../data/definitions/practiceFilters.ts';
import { twoReturns, unknownSuppliers } from '../../data/definitions/suppliers.ts';
import { traits } from '../../data/definitions/traits.ts';
import { copyable } from '../controls/copyable.ts';
import type { Address } from '../page.ts';
import { chosenBy } from './filters.ts';
import type { ChartData, ChartForms } from './kind.ts';
import { england, type PlaceFigure } from './kinds/chartPlace.ts';
import type { MoreColumns } from './kinds/placesGrid.ts';
import { csvHref } from './taking.ts';

/** The figures of a chart, in terms of a release's tables. */
export interface Asked {
  measures: readonly Measure[];
  level: PlaceLevel;
  /** The containing place, or absent for England. */
  parent?: { level: PlaceLevel; code: string };
  /** Codes of the practices of a reader's own group. */
  group?: readonly string[];
  periods: readonly string[];
  /** Whether areas are those of the practice lookup. */
  lookup: boolean;
  /** What practices are chosen by, as of the last month. */
  chosen: Chosen;
  /** The place that the figures of a month differ from, if differences are shown. */
  against?: { level: PlaceLevel; code: string; members: readonly string[] };
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const listOf = (texts: readonly string[]): string => `(${texts.map(quoted).join(', ')})`;

/** The column of `practice_month` with the places of a level; null for England. */
function columnOf(level: PlaceLevel, lookup: boolean): string | null {
  if (level === GROUP) return 'practice_code';
  const { column } = levelOf(level);
  return lookup && (level === 'region' || level === 'ccg') ? `lookup_${column}` : column;
}

const indented = (text: string): string => text.replace(/\s+/g, ' ');

/** A measure summed over practices: those in the extract, or those that reported. */
function sumOf({ inExtract, reported, base, numerator, denominator, scale }: Measure): string {
  const counts = base === 'extract' ? inExtract : `(${inExtract}) and (${reported})`;
  const any = `count(case when (${inExtract}) and (${reported}) then 1 end) > 0`;
  const sum = (part: string) => `sum(case when ${counts} then ${part} end)`;
  const times = scale === 1 ? '' : `${scale}.0 * `;
  const per =
    scale === 1 ? sum(numerator) : `${times}${sum(numerator)} / nullif(${sum(denominator)}, 0)`;
  return indented(`case when ${any} then ${per} end`);
}

/** SQL condition: a practice changed to another supplier's system in the months up to one. */
const switchedSql = (period: string): string => `(
      select practice_code
      from (
        select practice_code, period, system,
          lag(system) over (partition by practice_code order by period) as former
        from (
          select *, replace(supplier, '${twoReturns}', '') as system
          from practice_month
          where supplier not in ${listOf(unknownSuppliers)}))
      where system <> former and period between ${quoted(movedMonth(period, 1 - switchedWithin))} and ${quoted(period)})`;

/** SQL conditions that practices are among those chosen; empty for all. */
function chosenSql({ chosen, periods, measures }: Asked): string[] {
  const { supplier, size, fifth, status, switched, reported } = chosen;
  const [measure] = measures as [Measure];
  const period = periods.at(-1)!;
  const conditions = [
    supplier && `coalesce(supplier, ${quoted(notKnown.code)}) in ${listOf(supplier)}`,
    size && sizeSql(size),
    fifth && fifthSql(fifth),
    status && statusSql(status, measure),
    reported && reportedSql(reported, measure),
    switched && `practice_code ${switched[0] === 'yes' ? 'in' : 'not in'} ${switchedSql(period)}`,
  ].filter((one) => one !== undefined);
  if (!conditions.length) return [];
  const scored = fifth ? `\n    left join ${traits.deprivation.table} using (practice_code)` : '';
  return [
    `practice_code in (
    select practice_code
    from practice_month${scored}
    where ${[`period = ${quoted(period)}`, ...conditions].join('\n      and ')})`,
  ];
}

/** Each measure of a chart, then the difference of the first from that of a place, as columns. */
function columnsSql({ measures, against, periods, lookup }: Asked): string[] {
  const sums = measures.map((measure) => `${sumOf(measure)} as ${measure.id}`);
  if (!against) return sums;
  const { level, code, members } = against;
  const column = columnOf(level, lookup);
  const place = column && `${column} in ${listOf(level === GROUP ? members : [code])}`;
  const where = [`period in ${listOf(periods)}`, ...(place ? [place] : [])];
  const sum = sumOf(measures[0]!);
  return [
    ...sums,
    `${sum} - (
    select ${sum}
    from practice_month
    where ${where.join(' and ')}) as difference`,
  ];
}

/** SQL for the figures of a chart from the file of a release, computed from what each practice published. */
export function releaseSql(asked: Asked): string {
  const { measures, level, parent, group, periods, lookup } = asked;
  const column = columnOf(level, lookup);
  const around = parent && columnOf(parent.level, lookup);
  const where = [
    `period in ${listOf(periods)}`,
    ...(column ? [`${column} is not null`] : []),
    ...(around ? [`${around} = ${quoted(parent.code)}`] : []),
    ...(group ? [`practice_code in ${listOf(group)}`] : []),
    ...chosenSql(asked),
  ];
  return `select period, ${column ?? "'E92000001'"} as area_code,
  ${columnsSql(asked).join(',\n  ')}
from practice_month
where ${where.join('\n  and ')}
group by period, area_code
order by period, ${measures[0]!.id} desc nulls last`;
}

interface OfPlaces extends ChartData, Partial<MoreColumns> {
  measure: string;
  level: PlaceLevel;
  parent: { level: PlaceLevel; code: string };
  months: readonly string[];
  against?: PlaceFigure;
  more?: MoreColumns;
}

const membersOf = (group: string): string[] => group.toUpperCase().split(',');

/** The place that a chart's figures of one month differ from; undefined if no differences are shown. */
function againstOf({ columns, against, more, query }: Partial<OfPlaces>): Asked['against'] {
  if (!(columns ?? more?.columns)?.some(({ id }) => id === 'against')) return undefined;
  const { level, code } = against ?? england;
  return { level, code, members: membersOf(query?.group ?? '') };
}

/** The figures that a chart shows; null if it does not compare places. */
export function askedOf({ id }: Pick<ChartForms, 'id'>, data: ChartData): Asked | null {
  const { measure, level, parent, months } = data as Partial<OfPlaces>;
  const { period, from, to, across, group, boundaries } = data.query;
  if (!measure || !level || !parent) return null;
  const beside = across ? findMeasure(across) : undefined;
  const periods = months ?? (period ? [period] : [from!, to!]);
  return {
    measures: [measureOf(measure), ...(beside ? [beside] : [])],
    level,
    parent: parent.level === 'england' || parent.level === GROUP ? undefined : parent,
    group: group && parent.level === GROUP ? membersOf(group) : undefined,
    periods,
    against: periods.length === 1 ? againstOf(data as Partial<OfPlaces>) : undefined,
    // Shapes are those of the practice lookup, so the figures on them must be too.
    lookup: boundaries === 'lookup' || id === 'boundaries',
    chosen: chosenBy(data.query),
  };
}

/** How programs get the figures of a chart: an address, lines for each tool, and SQL on the release. */
export function queryView(kind: ChartForms, data: ChartData, address: Address): TemplateResult {
  const url = `${address.origin}${csvHref(address, kind, data)}`;
  const asked = askedOf(kind, data);
  const { release } = data.meta;
  return html`<details class="figure__query">
    <summary class="figure__take-summary">Show the query</summary>
    <div class="figure__take-body">
      ${copyable('API', url)} ${copyable('curl', `curl --compressed '${url}'`)}
      ${copyable('R', `figures <- read.csv("${url}", na.strings = "", fileEncoding = "UTF-8")`)}
      ${copyable('Python', `import pandas\nfigures = pandas.read_csv("${url}", dtype={"area_code": "string"})`)}
      ${copyable('DuckDB', `select * from read_csv('${url}')`)}
      ${
        asked
          ? copyable(
              'SQL on the release file',
              `-- duckdb -readonly ${release}.duckdb\n${releaseSql(asked)};`,
            )
          : ''
      }
    </div>
  </details>`;
}
