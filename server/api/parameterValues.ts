import { breakdownOf, notKnown } from '../../data/definitions/breakdowns.ts';
import { type LevelId, levelIds, levelOf } from '../../data/definitions/levels.ts';
import { findMeasure, type Measure, measures } from '../../data/definitions/measures.ts';
import { monthsAround } from '../../data/definitions/months.ts';
import { missingReference } from '../../data/definitions/references.ts';
import { type Target, targets } from '../../data/definitions/targets.ts';
import { traits } from '../../data/definitions/traits.ts';
import { unknown } from '../errors.ts';
import { type Catalogue, heldMeasure } from '../store/catalogue.ts';
import type { AreaRow } from '../store/queries/areas.ts';

/** A month as a regular expression. */
export const MONTH = '\\d{4}-(0[1-9]|1[0-2])';
const isMonth = new RegExp(`^${MONTH}$`);

/** A month as written; throws if it is not one. */
export function month(value: string): string {
  if (!isMonth.test(value)) throw new Error(`not a month such as 2015-03: ${value}`);
  return value;
}

/** A month that the release has, or its latest; throws a message that says which it has. */
export function knownPeriod(value: string, { periods }: Catalogue): string {
  if (value === 'latest') return periods.at(-1)!.period;
  month(value);
  const known = periods.map(({ period }) => period);
  if (!known.includes(value)) {
    throw new Error(`no such month in this release: ${value} (${heldBeside(known, value)})`);
  }
  return value;
}

/** Says which months a release has near one that it lacks: those around it, or the first and last. */
export function heldBeside(held: readonly string[], month: string): string {
  const around = monthsAround(held, month);
  return around.length === 2
    ? `the months around it are ${around.join(' and ')}`
    : `it has ${held[0]} to ${held.at(-1)}`;
}

/** A place of the release by its code in either case; throws a message with the nearest. */
export function knownArea(value: string, { areas }: Catalogue): AreaRow {
  const area = areas.get(value) ?? areas.get(value.toUpperCase());
  if (!area) throw new Error(unknown('area', value, areas.keys()));
  return area;
}

/** A practice of the release by its code in either case; throws a message with the nearest. */
export function knownPractice(value: string, catalogue: Catalogue): AreaRow {
  const area = knownArea(value, catalogue);
  if (area.level !== 'practice') throw new Error(`not a practice: ${value}`);
  return area;
}

/** A measure by its id, as the release has it; throws a message with the nearest. */
export function knownMeasure(value: string, catalogue: Catalogue): Measure {
  const measure = findMeasure(value);
  if (!measure) {
    throw new Error(
      unknown(
        'measure',
        value,
        measures.map(({ id }) => id),
      ),
    );
  }
  return heldMeasure(measure, catalogue);
}

/** A level that the release has on the boundaries asked for; throws a message that says what is missing. */
export function knownLevel(value: string, { boundaries, lookup }: Catalogue): LevelId {
  if (!levelIds.includes(value as LevelId)) throw new Error(unknown('level', value, levelIds));
  const { id, many, toldBy } = levelOf(value as LevelId);
  if (toldBy === 'lookup' && !lookup) {
    throw new Error(missingReference('lookup', `practices cannot be put into ${many}`));
  }
  if (boundaries === 'lookup' && id === 'subregion') {
    throw new Error('the practice lookup has no subregions: ask for stp');
  }
  return id;
}

/** A supplier of the release, or the code for unknown ones; throws a message with the nearest. */
export function knownSupplier(value: string, { suppliers }: Catalogue): string {
  const known = [...suppliers, notKnown.code];
  const found = known.find((one) => one.toUpperCase() === value.toUpperCase());
  if (!found) throw new Error(unknown('supplier', value, known));
  return found;
}

const fifths = [...breakdownOf('deprivation').groups!, notKnown].map(({ code }) => code);

/** A fifth of deprivation; throws if the release has no scores. */
export function knownFifth(value: string, { tables }: Catalogue): string {
  const { table, missing } = traits.deprivation;
  const fifth = oneOf('fifth of deprivation', fifths)(value);
  if (fifth !== notKnown.code && !tables.has(table)) throw new Error(missing);
  return fifth;
}

/** A target by its id; throws a message with the nearest. */
export function knownTarget(value: string): Target {
  const target = targets.find(({ id }) => id === value);
  if (!target) {
    const known = targets.map(({ id }) => id);
    throw new Error(unknown('target', value, known));
  }
  return target;
}

/** A kind of parameter: a whole number within bounds. */
export const whole = (minimum: number, maximum: number) => ({
  integer: { minimum, maximum },
  parse: (value: string): number => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < minimum || number > maximum) {
      throw new Error(`not a whole number from ${minimum} to ${maximum}: ${value}`);
    }
    return number;
  },
});

/** A kind of parameter: text of at most this many characters. */
export const text = (longest: number) => ({
  longest,
  parse: (value: string): string => {
    if (value.length > longest) {
      throw new Error(`longer than ${longest} characters: ${value.slice(0, 20)}…`);
    }
    return value;
  },
});

/** A kind of parameter: one of a few values; throws a message with the nearest. */
export const oneOf =
  <T extends string>(what: string, values: readonly T[]) =>
  (value: string): T => {
    if (!values.includes(value as T)) throw new Error(unknown(what, value, values));
    return value as T;
  };
