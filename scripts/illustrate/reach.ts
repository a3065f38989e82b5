import type { Service } from '../../data/definitions/measures.ts';
import { MARCH_2015 } from './calendar.ts';
import { courses, valueAt } from './course.ts';
import { type Field, knownOf, rowsOf } from './field.ts';

/**
 * How far along the order of practices a service has come in each month: how many practices, from the
 * first, offer it wherever their status is known. In April 2014 it meets the share of practices, in
 * March 2015 it leaves out the holdouts, who are last; in other months it meets the share of patients.
 */
export function reachByMonth(
  service: Service,
  field: Field,
  order: readonly number[],
  holdouts: number,
): number[] {
  const { start, offered } = courses[service];
  const reach: number[] = [];
  for (const [month, list] of field.lists.entries()) {
    if (month === MARCH_2015) {
      reach.push(order.length - holdouts);
      continue;
    }
    const rows = rowsOf(field, service, month);
    const weights = new Float64Array(order.length);
    for (const i of knownOf(field, service, month)) weights[i] = month === 0 ? 1 : list[i]!;
    const wanted =
      month === 0
        ? Math.round(start.offering * rows.length)
        : valueAt(offered, month) * rows.reduce((sum, i) => sum + list[i]!, 0);
    let end = 0;
    let sum = 0;
    while (end < order.length && sum + weights[order[end]!]! / 2 < wanted) {
      sum += weights[order[end]!]!;
      end++;
    }
    const most = month < MARCH_2015 ? order.length - holdouts : order.length;
    reach.push(Math.min(most, Math.max(end, reach[month - 1] ?? 0)));
  }
  return reach;
}
