import { type LevelId, levelOf } from '../data/definitions/levels.ts';
import { formatDay, formatMonth } from '../data/definitions/months.ts';
import { readableName } from '../data/definitions/names.ts';

/** A place in the answer of the API's search. */
export interface FoundRow {
  level: LevelId;
  area_code: string;
  area_name: string;
  within: string | null;
  last_period: string;
  open: boolean;
  /** How well it matches: near if it lacks a word or has it spelt otherwise, or is only near a postcode. */
  match?: 'exact' | 'every_word' | 'near';
  /** The day it closed, if a register of practices has it. */
  close_date?: string | null;
  postcode?: string | null;
  town?: string | null;
  /** A name other than its latest by which it was found: from an earlier month, or from a reference file. */
  former_name?: string | null;
  other_name?: string | null;
  /** The practice that it may have merged into. */
  successor_code?: string | null;
  successor_name?: string | null;
}

/** What distinguishes a found place: "practice P81001, Town TS18 1HU, in NHS Somewhere CCG; formerly Old Surgery". */
export function placeDetail(found: FoundRow): string {
  const { level, area_code, within, town, postcode } = found;
  const where = [town && readableName(town), postcode].filter(Boolean).join(' ');
  const inside = within && level !== 'region' ? `in ${readableName(within)}` : '';
  const kind = `${levelOf(level).one} ${area_code}`;
  const place = where ? [kind, where, inside].filter(Boolean).join(', ') : `${kind} ${inside}`;
  return [place.trim(), ended(found), otherwise(found)].filter(Boolean).join('; ');
}

function ended({
  open,
  close_date,
  last_period,
  successor_code,
  successor_name,
}: FoundRow): string {
  if (open) return '';
  const when = close_date
    ? `closed on ${formatDay(close_date)}`
    : `until ${formatMonth(last_period)}`;
  const heir = `may have merged into ${readableName(successor_name ?? '')} (${successor_code})`;
  return successor_code ? `${when}, ${heir}` : when;
}

function otherwise({ former_name, other_name }: FoundRow): string {
  if (former_name) return `formerly ${readableName(former_name)}`;
  return other_name ? `also ${readableName(other_name)}` : '';
}
