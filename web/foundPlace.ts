import { type LevelId, levelOf } from '../data/definitions/levels.ts';
import { formatDay, formatMonth } from '../data/definitions/months.ts';
import { readableName } from '../data/definitions/names.ts';

/** A place as the API's search answers it. */
export interface FoundRow {
  level: LevelId;
  area_code: string;
  area_name: string;
  within: string | null;
  last_period: string;
  open: boolean;
  /** The day it closed, where a register of practices tells it. */
  close_date?: string | null;
}

/** What a found place is and where: "practice P81001 in NHS Somewhere CCG". */
export function placeDetail(found: FoundRow): string {
  const { level, area_code, within, open, last_period, close_date } = found;
  const inside = within && level !== 'region' ? ` in ${readableName(within)}` : '';
  const ended = close_date
    ? `, closed on ${formatDay(close_date)}`
    : `, until ${formatMonth(last_period)}`;
  const until = open ? '' : ended;
  return `${levelOf(level).one} ${area_code}${inside}${until}`;
}
