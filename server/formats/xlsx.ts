import { citation, subject } from '../../data/words/source.ts';
import type { About, Format } from './format.ts';
import { coverSheet, plain, titleOf } from './xlsx/cover.ts';
import { begin, dataSheet, mostRows, sheetColumns } from './xlsx/data.ts';
import { notesSheet, type Seen } from './xlsx/notes.ts';
import { wideSheet } from './xlsx/wide.ts';
import { workbookEntries } from './xlsx/workbook.ts';
import { zipped } from './zip.ts';

/**
 * An accessible spreadsheet following "Releasing statistics in spreadsheets" (Government Analysis Function): cover,
 * notes, and the table marked up on a sheet of its own, with a marker in every cell without a value. Up to about a
 * thousand rows of figures also get a sheet laid out for reading.
 */
export const xlsxUpTo = (most: number): Format => ({
  most,
  name: 'xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  async *write(table, about) {
    const columns = sheetColumns(about.columns);
    const seen: Seen = {
      measures: new Set(),
      markers: new Set(),
      rows: 0,
      meta: { ...placementIn(about), ...table.meta },
    };
    const begun = await begin(table);
    const data = dataSheet({ ...begun, columns, most }, about, seen);
    const wide = begun.isWhole ? wideSheet(about, begun.begun) : null;
    const notes = notesSheet(about, columns, seen);
    const glance = wide ? [wide] : [];
    const cover = coverSheet(about, [
      ...glance.map(({ name }) => ({ name, holds: 'the figures, rounded, a row for each place' })),
      { name: notes.name, holds: 'what the columns, measures and markers mean' },
      { name: data.name, holds: `${about.title}, one row for each value, for programs` },
    ]);
    const sheets = [cover, ...glance, notes, data];
    const entries = workbookEntries(sheets, [cover, ...glance, data, notes], {
      title: titleOf(about),
      subject: citation(about.meta),
      author: subject,
      description: about.meta.note ?? plain(about.description),
      made: about.meta.made_at,
    });
    yield* zipped(entries, new Date(about.meta.made_at), 4);
  },
});

/** What an answer says about its practice lookup and about notices. The cover says the rest. */
function placementIn({ meta }: About): object {
  const { release, kind, note, made_at, first_period, last_period, next, next_release, ...said } =
    meta;
  return said;
}

export const xlsx = xlsxUpTo(mostRows);
