import { type Measure, measures } from '../../data/definitions/measures.ts';
import { badParameter } from '../errors.ts';
import { type Catalogue, collectedIn } from '../store/catalogue.ts';
import type { Filters } from './parameters.ts';
import { heldBeside } from './parameterValues.ts';

/** The months of a question: those named, a range, or the latest. Throws if they contradict each other. */
export function periodsOf(
  { period, from, to }: Filters<'period' | 'from' | 'to'>,
  { periods }: Catalogue,
): string[] {
  if (period && (from || to)) {
    const other = from ? 'from' : 'to';
    throw badParameter(other, (from ?? to)!, `${other} cannot be combined with period`);
  }
  if (period) return [...new Set(period)].sort();
  const all = periods.map((row) => row.period);
  if (!from && !to) return [all.at(-1)!];
  if (from && to && from > to) throw badParameter('from', from, `from is later than to: ${from}`);
  const range = all.filter((one) => (!from || one >= from) && (!to || one <= to));
  if (!range.length) {
    const [name, value] = from && from > all.at(-1)! ? ['from', from] : ['to', to!];
    const rangeText = from && to ? `${from} to ${to}` : value;
    throw badParameter(
      name!,
      value!,
      `no month of this release is in the range: ${rangeText} (${heldBeside(all, value!)})`,
    );
  }
  return range;
}

/** All measures that at least one of the months contains, in declared order. */
export function measuresIn(catalogue: Catalogue, periods: readonly string[]): Measure[] {
  const collected = collectedIn(catalogue, periods);
  return measures.filter(({ id }) => collected.has(id));
}

/** The measures asked for, or all that the months contain: each once, in declared order. */
export function askedMeasures(
  asked: readonly Measure[] | undefined,
  catalogue: Catalogue,
  periods: readonly string[],
): Measure[] {
  const wanted = asked ?? measuresIn(catalogue, periods);
  return measures.flatMap(({ id }) => wanted.find((measure) => measure.id === id) ?? []);
}

/** The single value of a list parameter where only one makes sense; throws if there are none or several. */
export function single<T>(
  name: string,
  values: readonly T[] | undefined,
  text: (value: T) => string,
): T {
  if (!values) throw badParameter(name, '', `${name} is missing: give exactly one`);
  if (values.length > 1) {
    const sent = values.map(text).join(',');
    throw badParameter(name, sent, `${name} takes exactly one value here: ${sent}`);
  }
  return values[0]!;
}
