import type { Service } from '../../data/definitions/measures.ts';
import { fill } from './apportionment.ts';
import { courses, valueAt } from './course.ts';
import { type Field, rowsOf } from './field.ts';
import { lasts } from './practices.ts';
import { bell, exponential, randomStream, randomTable } from './random.ts';
import type { Rollout, Status } from './rollout.ts';
import { ENGLAND_PRACTICES, scaled } from './size.ts';

/** A row of a service's extract of a month; null for missing counts. */
export interface Row {
  /** The practice, by position. */
  practice: number;
  registered: number;
  status: Status;
  enabled: number | null;
  used: number | null;
}

/** Months in which one small practice each has more patients enabled than registered. */
const overfull = [
  { first: 7, last: 8 },
  { first: 10, last: 10 },
  { first: 11, last: 13 },
];

/** A service's rows of any month, by practice. Patients enabled and using it add up to England's course. */
export function inventUptake(
  service: Service,
  field: Field,
  rollout: Rollout,
): (month: number) => Row[] {
  const { seed, practices, gaps } = field;
  const random = randomStream(seed, `uptake ${service}`);
  const appeal = practices.map(({ keen, need }) =>
    exponential(0.5 * keen + 0.45 * bell(random) - 0.3 * need),
  );
  // Most counts change smoothly, a few practices' fluctuate.
  const unsteady = practices.map(() => 0.01 + 0.4 * random() * random() * random());
  const activity = practices.map(() => exponential(0.8 * bell(random)));
  const enabledNoise = randomTable(seed, `enabled ${service}`);
  const usedNoise = randomTable(seed, `used ${service}`);
  const crowded = smallPractices(service, field, rollout);

  const pull = (i: number, month: number): number => {
    const age = rollout.age(i, month);
    const grown = (1 + age) / (7 + age);
    const awake = month - practices[i]!.wakes;
    const effort = awake < 0 ? 0.03 : Math.min(1, 0.1 + 0.15 * awake);
    return appeal[i]! * grown * effort * (1 + unsteady[i]! * (enabledNoise(i, month) - 0.5));
  };
  const total = (series: 'enabled' | 'used', month: number): number =>
    Math.round((valueAt(courses[service][series], month) * field.size) / ENGLAND_PRACTICES);

  return (month) => {
    const rows = rowsOf(field, service, month).map((i): Row => {
      const status = rollout.status(i, month);
      const registered = field.lists[month]![i]! + gaps.listOff(service, i, month);
      return { practice: i, registered, status, enabled: null, used: null };
    });
    const missing = (row: Row) => gaps.missing(service, row.practice, month);
    const counted = rows.filter((row) => row.status !== 9 && missing(row) !== 'both');
    let fixed = 0;
    const weights = counted.map((row) => {
      const episode = overfull[crowded.indexOf(row.practice)];
      if (row.status !== 2) return 0;
      if (!episode || month < episode.first || month > episode.last)
        return pull(row.practice, month);
      row.enabled = Math.floor(row.registered * 1.04) + 3;
      fixed += row.enabled;
      return 0;
    });
    const ceilings = counted.map((row) => row.registered);
    const enabled = fill(total('enabled', month) - fixed, ceilings, weights);
    for (const [r, row] of counted.entries()) row.enabled ??= enabled[r]!;

    const using = counted.filter((row) => missing(row) === 'none');
    const used = fill(
      total('used', month),
      using.map((row) => row.enabled!),
      using.map(({ practice: i }) => activity[i]! * (0.75 + 0.5 * usedNoise(i, month))),
    );
    for (const [r, row] of using.entries()) row.used = used[r]!;
    return rows;
  };
}

/** A few small practices, three in a full illustration, that offer the service from the first month. */
function smallPractices(service: Service, field: Field, rollout: Rollout): number[] {
  const small = [...field.practices.keys()].filter(
    (i) =>
      lasts(field.practices[i]!) &&
      rollout.age(i, 0) >= 0 &&
      field.lists[0]![i]! < 4000 &&
      overfull.every(({ first }) => rollout.status(i, first) === 2) &&
      overfull.every(({ first }) => field.gaps.missing(service, i, first) === 'none'),
  );
  return small.slice(0, scaled(overfull.length, field.size));
}
