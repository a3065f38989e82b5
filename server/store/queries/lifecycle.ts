import {
  type LifecycleEvent,
  lifecycleEvents,
  mergerRule,
} from '../../../data/definitions/lifecycle.ts';
import { every, expression, joined, list, type Sql, sql } from '../sql.ts';
import { type Ancestor, within } from './figures.ts';
import { brandSql, supplierChangesQuery } from './supplierChanges.ts';

/** An event in the life of a practice. */
export interface LifecycleRow {
  period: string;
  /** The day, if the register has it. */
  date: string | null;
  practice_code: string;
  practice_name: string;
  event: LifecycleEvent['id'];
  before: string | null;
  after: string | null;
  source: string;
  /** The month of the extract it is compared with; null for events from the register. */
  since: string | null;
}

export interface LifecycleQuestion {
  periods: readonly string[];
  /** Register dates are included from the first to the last of these months; null for no limit. */
  span: readonly [from: string | null, to: string | null];
  /** The place whose practices are meant; all if not given. */
  area?: Ancestor;
  events: readonly LifecycleEvent['id'][];
  /** Whether the release has the register of practices. */
  register: boolean;
}

/** Events of practices in the given months, by month, practice and the declared order of events. */
export function lifecycleQuery({ periods, span, area, events, register }: LifecycleQuestion): Sql {
  const wanted = lifecycleEvents.filter(({ id }) => events.includes(id));
  const parts = wanted.flatMap(({ id, finding }) => {
    if (finding) return [ofFindings(id, finding)];
    if (id === 'may_have_merged') return [merged];
    if (id === 'changed_supplier') return [supplierChanged];
    return register ? [ofRegister(id as 'opened' | 'closed', periods, span)] : [];
  });
  if (parts.length === 0)
    parts.push(sql`select * from (${ofFindings('moved', 'ccg_changed')}) where false`);
  const order = wanted.map(({ id }, i) => sql`when ${id} then ${expression(String(i))}`);
  const inArea = area
    ? sql`and practice_code in (select ${area.level === 'practice' ? sql`${area.code}` : sql`practice_code from practice_month where ${within(area)}`})`
    : sql``;
  return sql`
    select period, date, practice_code, area_name as practice_name, event, before, after, source, since
    from (${joined(parts, ' union all ')}) as happened
    join area on level = 'practice' and area_code = practice_code
    where (source = 'register' or period in (${list(periods)})) ${inArea}
    order by period, practice_code, case event ${joined(order, ' ')} end`;
}

/** Openings or closures in the register, in the given months or span. */
const ofRegister = (
  event: 'opened' | 'closed',
  periods: readonly string[],
  [from, to]: LifecycleQuestion['span'],
): Sql => {
  const date = event === 'opened' ? sql`open_date` : sql`close_date`;
  const conditions = [
    ...(from ? [sql`left(${date}, 7) >= ${from}`] : []),
    ...(to ? [sql`left(${date}, 7) <= ${to}`] : []),
    ...(from || to ? [] : [sql`left(${date}, 7) in (${list(periods)})`]),
  ];
  return sql`
    select left(${date}, 7) as period, ${date} as date, practice_code, ${event} as event,
      null as before, null as after, 'register' as source, null as since
    from practice_register
    where ${every(conditions)}`;
};

/** Events found by comparing each extract with the one before. */
const ofFindings = (event: LifecycleEvent['id'], finding: string): Sql => {
  const comesOrGoes = event === 'appeared' || event === 'vanished';
  return sql`
    select finding.period, null as date, practice_code, ${event} as event,
      ${event === 'appeared' ? monthOfPractice : sql`other`} as before,
      ${event === 'vanished' ? monthBack : sql`value`} as after,
      'extracts' as source, ${comesOrGoes ? monthHeldBefore : monthOfPractice} as since
    from finding
    where kind = ${finding} ${event === 'supplier_renamed' ? sameSystem : sql``}`;
};

/** Of changes of the published supplier, those to another name of the same system. */
const sameSystem = sql`and ${brandSql(sql`value`)} = ${brandSql(sql`other`)}`;

/** Moves to the system of another supplier. */
const supplierChanged = sql`
    select period, null as date, practice_code, 'changed_supplier' as event, old_supplier as before,
      new_supplier as after, 'extracts' as source, base_period as since
    from (${supplierChangesQuery()}) as moved`;

/** The release's month before that of a finding. */
const monthHeldBefore = sql`(select max(period.period) from period where period.period < finding.period)`;

/** The last month before a finding's that has its practice. */
const monthOfPractice = sql`(
    select max(month.period) from practice_month as month
    where month.practice_code = finding.practice_code and month.period < finding.period)`;

/** The first month after a finding's that has its practice. */
const monthBack = sql`(
    select min(month.period) from practice_month as month
    where month.practice_code = finding.practice_code and month.period > finding.period)`;

/** A month as a count of months, so that consecutive months differ by 1. */
const monthNumber = (period: Sql): Sql =>
  sql`(cast(left(${period}, 4) as integer) * 12 + cast(right(${period}, 2) as integer))`;

/**
 * Practices that left for good, each with the practice in its CCG whose list grew most, if it grew enough for a merger.
 * The neighbours are selected first: a single join would pair every month of a practice with every other.
 */
const merged = sql`
  select * from (
  with gone as (
    select finding.period, practice_code, last.period as period_before, ccg_code, registered
    from finding
    join practice_month as last using (practice_code)
    where kind = 'practice_vanished'
      and last.period = ${monthHeldBefore}
      and ${monthNumber(sql`finding.period`)} - ${monthNumber(sql`last.period`)} = 1
      and registered > 0
      and ${monthBack} is null
  ), beside as materialized (
    select gone.period, gone.practice_code, gone.period_before, gone.ccg_code, gone.registered,
      heir.practice_code as heir_code, heir.registered as heir_registered
    from gone
    join practice_month as heir on heir.period = gone.period_before and heir.ccg_code = gone.ccg_code
  )
  select distinct on (beside.period, beside.practice_code) beside.period, null as date, beside.practice_code,
    'may_have_merged' as event, beside.practice_code as before, heir_code as after, 'extracts' as source,
    beside.period_before as since
  from beside
  join practice_month as heir on heir.practice_code = heir_code and heir.period = beside.period
    and heir.ccg_code = beside.ccg_code
  where heir.registered - heir_registered >= ${expression(String(mergerRule.shareOfList))} * beside.registered
    and heir.registered - heir_registered >= ${expression(String(mergerRule.shareOfOwnList))} * heir_registered
  order by beside.period, beside.practice_code, heir.registered - heir_registered desc, heir_code desc
  ) as merged`;
