import {
  registerColumns as at,
  registerStatuses,
  registerWidth,
} from '../../../data/definitions/references.ts';
import { type Complain, complainOfRepeats, csvRows } from './table.ts';

/** A practice as the ODS list has it; dates as 2017-10-31, null where there is none. */
export interface RegisterRow {
  practice_code: string;
  practice_name: string;
  address: string | null;
  postcode: string | null;
  open_date: string | null;
  close_date: string | null;
  status: string;
  setting: string | null;
}

/** The rows of the ODS list of practices, which has no header; what is wrong in it is complained of. */
export function readRegister(text: string, complain: Complain): RegisterRow[] {
  const rows = csvRows(text, registerWidth, complain).map(({ row, cells }) => {
    const wrong = (place: number, message: string, more = '') =>
      complain(
        row,
        `column ${place + 1}`,
        cells[place]!,
        `${message}: ${cells[place] || '(empty)'}${more}`,
      );
    const date = (place: number): string | null => {
      const text = cells[place]!;
      if (text === '') return null;
      const found = dateOf(text);
      if (!found) wrong(place, 'not a date written like 20171031');
      return found;
    };
    if (!/^[A-Z0-9]{3,6}$/.test(cells[at.practice_code]!))
      wrong(at.practice_code, 'not an organisation code');
    if (cells[at.practice_name] === '') wrong(at.practice_name, 'no name is given');
    const status = registerStatuses[cells[at.status] as keyof typeof registerStatuses];
    if (!status)
      wrong(at.status, `unknown status (known are ${Object.keys(registerStatuses).join(', ')})`);
    const opened = date(at.open_date);
    const closed = date(at.close_date);
    if (opened && closed && closed < opened)
      wrong(at.close_date, 'closed before it opened', ` (opened ${opened})`);
    return {
      row,
      practice_code: cells[at.practice_code]!,
      practice_name: cells[at.practice_name]!,
      address:
        at.address
          .map((place) => cells[place]!)
          .filter(Boolean)
          .join(', ') || null,
      postcode: cells[at.postcode] || null,
      open_date: opened,
      close_date: closed,
      status,
      setting: cells[at.setting] || null,
    };
  });
  complainOfRepeats(rows, `column ${at.practice_code + 1}`, (one) => one.practice_code, complain);
  return rows.map(({ row: _, ...one }) => one);
}

function dateOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  return year && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ? date : null;
}
