import {
  type RegisterRole,
  registerColumns,
  registerStatuses,
} from '../../../data/definitions/references.ts';
import { plainDate } from './plainDate.ts';
import { PlainNames } from './plainNames.ts';
import { asPostcode } from './postcode.ts';
import { registerPlaces } from './recognise.ts';
import {
  type Complain,
  type Csv,
  complainOfRepeats,
  csvRows,
  firstRow,
  nameFault,
} from './table.ts';

/** A practice in the ODS list; dates as 2017-10-31, null if missing. */
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

const addressLines = ['address_1', 'address_2', 'address_3', 'address_4', 'address_5'] as const;

const named = ['practice_name', ...addressLines] as const;

const words = [...named, 'postcode', 'setting'] as const;

/** The rows of a list of practices, and remarks for its provider, in sentences. */
export interface Register {
  rows: RegisterRow[];
  notes: string[];
}

/**
 * The rows of the ODS list of practices, which is published without a header. With a header that somebody has added,
 * columns may be missing or in any order. Complains of anything wrong.
 */
export function readRegister(csv: Csv, complain: Complain): Register {
  const header = firstRow(csv);
  const places = registerPlaces(header);
  const placeOf = (role: RegisterRole) => places?.[role] ?? registerColumns[role].place;
  const nameOf = (role: RegisterRole) =>
    places ? header[placeOf(role)]! : `column ${placeOf(role) + 1}`;
  const names = new PlainNames();
  const rows = csvRows(csv, places ? null : header.length, complain).map(({ row, cells }) => {
    for (const role of named) {
      const name = cells[placeOf(role)];
      if (name) cells[placeOf(role)] = names.read(row, nameOf(role), name);
    }
    const cell = (role: RegisterRole) => cells[placeOf(role)] ?? '';
    const wrong = (role: RegisterRole, message: string, more = '') =>
      complain(row, nameOf(role), cell(role), `${message}: ${cell(role) || '(empty)'}${more}`);
    const date = (role: RegisterRole): string | null => {
      const text = cell(role);
      if (missing.has(text)) return null;
      const found = plainDate(text);
      if (!found) wrong(role, 'not a date written like 20171031');
      return found;
    };
    if (!/^[A-Z0-9]{3,6}$/.test(cell('practice_code')))
      wrong('practice_code', 'not an organisation code');
    if (cell('practice_name') === '') wrong('practice_name', 'no name is given');
    for (const role of words) {
      const fault = nameFault(cell(role));
      if (fault) wrong(role, fault);
    }
    const status = registerStatuses[cell('status').toUpperCase() as keyof typeof registerStatuses];
    if (!status)
      wrong('status', `unknown status (known are ${Object.keys(registerStatuses).join(', ')})`);
    const opened = date('open_date');
    const closed = date('close_date');
    if (opened && closed && closed < opened)
      wrong('close_date', 'closed before it opened', ` (opened ${opened})`);
    const postcode = cell('postcode');
    return {
      row,
      practice_code: cell('practice_code'),
      practice_name: cell('practice_name'),
      address: addressLines.map(cell).filter(Boolean).join(', ') || null,
      postcode: (asPostcode(postcode) ?? postcode) || null,
      open_date: opened,
      close_date: closed,
      status,
      setting: cell('setting') || null,
    };
  });
  complainOfRepeats(rows, nameOf('practice_code'), (one) => one.practice_code, complain);
  return { rows: rows.map(({ row: _, ...one }) => one), notes: names.notes() };
}

/** What programs write for a missing date. */
const missing = new Set(['', 'NA', 'NULL']);
