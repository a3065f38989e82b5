import type { ReferenceId } from '../../../data/definitions/references.ts';
import type { ExtractFile } from '../files/extractFile.ts';
import { newlineOf } from '../files/readHeader.ts';
import { beyondLimits, cutShort } from '../files/wholeText.ts';
import type { Limits } from '../limits.ts';
import type { Problem } from '../problem.ts';
import { isLastCellWhole } from './lastCell.ts';
import { readBoundaries } from './readBoundaries.ts';
import { readDeprivation } from './readDeprivation.ts';
import { readLookup } from './readLookup.ts';
import { readRegister } from './readRegister.ts';
import type { Recognised } from './recognise.ts';
import { complainer, readText } from './table.ts';

/** A reference file that was read: its kind, and its rows with the columns of their table. */
export interface ReferenceRows {
  id: ReferenceId;
  rows: readonly object[];
  /** The date of a lookup. */
  date: string | null;
  /** Remarks for those who gave it, in sentences. */
  notes: string[];
}

/** Reads a reference file, and adds all problems; null if there are any. */
export async function readReference(
  file: ExtractFile,
  recognised: Recognised,
  limits: Limits,
  problems: Problem[],
): Promise<ReferenceRows | null> {
  const before = problems.length;
  const isCsv = recognised.kind !== 'boundary';
  if (isCsv) problems.push(...(await beyondLimits(file, limits)));
  const text = problems.length > before ? null : await readText(file, problems);
  if (text === null) return null;
  const cut = isCsv ? await cutShort(file, newlineOf(text)) : [];
  if (cut.length > 0 && !isLastCellWhole(text, recognised.delimiter)) {
    problems.push(...cut);
    return null;
  }
  const read = rowsOf(text.replace(/^\ufeff/, ''), recognised, file.name, problems);
  return problems.length > before ? null : read;
}

function rowsOf(
  text: string,
  { kind, delimiter }: Recognised,
  name: string,
  problems: Problem[],
): ReferenceRows | null {
  const complain = complainer(name, problems);
  const csv = { text, delimiter };
  if (kind === 'boundary') {
    const read = readBoundaries(text, complain);
    return read && { id: `boundary-${read.level}`, rows: read.rows, date: null, notes: read.notes };
  }
  if (kind === 'lookup') {
    const { rows, notes } = readLookup(csv, complain);
    return { id: kind, rows, date: rows[0]?.lookup_date ?? null, notes };
  }
  if (kind === 'register') return { id: kind, date: null, ...readRegister(csv, complain) };
  const read = readDeprivation(csv, complain);
  return (
    read && { id: kind, rows: read.rows, date: null, notes: [`Its scores are of ${read.edition}.`] }
  );
}
