import type { PlaceLevel } from '../../../data/definitions/levels.ts';
import { formatDay } from '../../../data/definitions/months.ts';
import { formatPercent } from '../../../data/definitions/numbers.ts';
import type { TableMeta } from '../../apiTypes.ts';

/** A practice lookup, and how much of England it places in the last month shown. */
export interface Lookup {
  /** Its date, such as `2022-01-01`. */
  date: string;
  /** Patients of the practices it places, in percent of all. */
  placed: number | null;
}

/** The practice lookup that an answer is based on; null if it is based on the extracts only. */
export const lookupOf = ({ lookup, placement }: TableMeta): Lookup | null =>
  lookup ? { date: lookup, placed: placement?.at(-1)?.share_of_patients_placed ?? null } : null;

/** Whether a lookup places the practices of all patients, or so nearly that it makes no difference. */
const placesAll = (placed: number | null): boolean => placed === null || placed >= 99.95;

/** Whose boundaries a sentence is about, as another one; empty if they are those of their month. */
export function lookupSentence(lookup: Lookup | null): string {
  if (!lookup) return '';
  const { date, placed } = lookup;
  const whose = placesAll(placed)
    ? ''
    : `, for practices with ${formatPercent(placed!)} of patients`;
  return `Places are those of the practice lookup of ${formatDay(date)}${whose}.`;
}

/** Notes on the boundaries of a level's places, if they are not those of their month. */
export function lookupNotes(lookup: Lookup | null, level: PlaceLevel): string[] {
  if (!lookup) return [];
  const { date, placed } = lookup;
  const rest = placesAll(placed)
    ? ''
    : `: it places practices with ${formatPercent(placed!)} of patients, the others count in England alone`;
  return [
    `Places as the practice lookup of ${formatDay(date)} makes them up${rest}.`,
    ...(level === 'pcn'
      ? [
          'Primary care networks began in July 2019: before, they are the practices that later formed one.',
        ]
      : []),
  ];
}
