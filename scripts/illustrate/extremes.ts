import type { Service } from '../../data/definitions/measures.ts';
import { MARCH_2015 } from './calendar.ts';
import { courses } from './course.ts';
import { type Field, knownOf, rowsOf } from './field.ts';
import { pickHolding } from './holding.ts';
import { scaled } from './size.ts';

const sumOf = (practices: Iterable<number>, list: Int32Array): number => {
  let sum = 0;
  for (const i of practices) sum += list[i]!;
  return sum;
};

/** Practices that do not offer a service in March 2015, by whether they could. */
export interface Holdouts {
  could: number[];
  cannot: number[];
}

/**
 * Chooses a service's holdouts from practices given in order, most reluctant first. Those that cannot offer it use
 * MICROTEST, four in five of them in Devon, Cornwall and Isles of Scilly. For records, those that could use other
 * suppliers, and together have the published share of patients.
 */
export function chooseHoldouts(service: Service, field: Field, reluctant: number[]): Holdouts {
  const { holdouts, patients } = courses[service];
  const list = field.lists[MARCH_2015]!;
  const known = new Set(knownOf(field, service, MARCH_2015));
  const candidates = reluctant.filter((i) => known.has(i));
  const microtest = candidates.filter((i) => field.practices[i]!.supplier === 'MICROTEST');
  const southWest = microtest.filter((i) => field.practices[i]!.group.team.code === 'Q66');
  const elsewhere = microtest.filter((i) => !southWest.includes(i));
  const wanted = scaled(holdouts.cannot, field.size);
  const some = southWest.slice(0, Math.round(0.8 * wanted));
  const cannot = [
    ...some,
    ...elsewhere.slice(0, wanted - some.length),
    ...southWest.slice(some.length),
  ].slice(0, wanted);
  const others = candidates.filter((i) => field.practices[i]!.supplier !== 'MICROTEST');
  const count = scaled(holdouts.could, field.size);
  if (!patients) return { cannot, could: others.slice(0, count) };
  const rows = rowsOf(field, service, MARCH_2015);
  const unknown = rows.filter((i) => !known.has(i));
  const left =
    patients.march2015NotOffering * sumOf(rows, list) - sumOf(unknown, list) - sumOf(cannot, list);
  return { cannot, could: pickHolding(others, count, left, list) };
}

/**
 * Chooses who offers a service in April 2014 if that is not simply the first in order, from practices given keenest
 * first: those with the suppliers that had it by then.
 */
export function choosePioneers(service: Service, field: Field, keen: number[]): Set<number> {
  const { start, patients } = courses[service];
  if (!patients) return new Set();
  const list = field.lists[0]!;
  const rows = rowsOf(field, service, 0);
  const known = new Set(knownOf(field, service, 0));
  const candidates = keen.filter(
    (i) => known.has(i) && ['EMIS', 'TPP'].includes(field.practices[i]!.supplier),
  );
  const count = Math.round(start.offering * rows.length);
  return new Set(pickHolding(candidates, count, patients.start * sumOf(rows, list), list));
}
