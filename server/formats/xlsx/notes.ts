import { type Marker, markers } from '../../../data/definitions/markers.ts';
import { measures } from '../../../data/definitions/measures.ts';
import { capital } from '../../../data/words/english.ts';
import type { Column, Field } from '../../table.ts';
import { columnTitle } from '../columnTitle.ts';
import type { About } from '../format.ts';
import { rowXml, wrappedRowXml } from './cell.ts';
import { plain } from './cover.ts';
import { lineHeight } from './styles.ts';
import type { Sheet } from './workbook.ts';

/** What occurred in the rows of a table. */
export interface Seen {
  measures: Set<string>;
  markers: Set<Marker>;
  rows: number;
  /** What the answer says about itself besides its rows. */
  meta: object;
}

const headings = ['About', 'Name', 'Meaning'] as const;
const firstRow = 3;
const widths = [16, 44, 100];

/** The sheet of notes: one table that explains columns, measures, markers and rounding. Made after the table. */
export function notesSheet(about: About, columns: readonly Column[], seen: Seen): Sheet {
  let last = firstRow;
  return {
    name: 'Notes',
    widths,
    links: [],
    *rows() {
      yield rowXml(1, [{ value: 'Notes', style: 'title' }], lineHeight('title'));
      const what = 'This sheet contains one table: what the columns, measures and markers mean.';
      yield rowXml(2, [{ value: what, style: 'text' }]);
      yield rowXml(
        firstRow,
        headings.map((value) => ({ value, style: 'columnOfText' })),
      );
      for (const note of notes(about, columns, seen)) {
        const cells = note.map((value) => ({ value, style: 'sentence' }) as const);
        yield wrappedRowXml(++last, cells, widths);
      }
    },
    table: () => ({ headings, first: firstRow, last }),
  };
}

type Note = [about: string, name: string, meaning: string];

function* notes(
  { meta, asked, said }: About,
  columns: readonly Column[],
  seen: Seen,
): Generator<Note> {
  if (meta.note) yield ['Release', 'Illustrative data', meta.note];
  if (seen.rows === 0) {
    yield [
      'Whole table',
      'No rows',
      'Nothing matches what was asked for; the table has one row of [z].',
    ];
  }
  for (const [name, text] of saidOf(seen.meta, said)) yield ['Whole table', name, text];
  const named = new Set(asked.find(([name]) => name === 'measure')?.[1].split(','));
  for (const measure of measures) {
    if (!seen.measures.has(measure.id) && !named.has(measure.id)) continue;
    const { numeratorLabel, denominatorLabel, description } = measure;
    yield [
      'Measure',
      `${measure.id}: ${measure.title}`,
      `${plain(description)} Unit: ${measure.unit}. Numerator: ${numeratorLabel}. Denominator: ${denominatorLabel}.`,
    ];
  }
  for (const { name, description } of columns) {
    yield [
      'Column',
      columnTitle(name),
      `${plain(description)} Called ${name} in CSV, JSON and Parquet.`,
    ];
  }
  for (const marker of Object.keys(markers) as Marker[]) {
    if (seen.markers.has(marker)) yield ['Marker', marker, meaningOf(marker)];
  }
  yield [
    'Rounding',
    'Values',
    'Numbers have full precision and are shown with six decimal places. Counts are not rounded.',
  ];
}

/**
 * What an answer says about itself, as names and texts, with what a value means unless it is a sentence; each object in
 * a list has a name of its own.
 */
function* saidOf(
  meta: object,
  fields: readonly Field[] = [],
): Generator<[name: string, text: string]> {
  for (const [name, value] of Object.entries(meta)) {
    const field = fields.find((one) => one.name === name);
    if (field?.deprecated) continue;
    const title = columnTitle(name);
    if (Array.isArray(value) && typeof value[0] === 'object') {
      for (const [i, one] of value.entries()) yield [`${title} ${i + 1}`, textOf(one)];
    } else {
      const text = textOf(value);
      const meaning = field && !text.endsWith('.') ? `. ${plain(field.description)}` : '';
      if (text) yield [title, text + meaning];
    }
  }
}

/** A value as text for a note: lists separated by commas, objects with their names; empty for nothing. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'number') return String(Number(value.toFixed(6)));
  if (typeof value !== 'object') return String(value);
  return [...saidOf(value)].map(([name, text]) => `${name}: ${text}`).join('; ');
}

function meaningOf(marker: Marker): string {
  const meaning = capital(markers[marker]);
  return marker === '[z]' ? `${meaning}, or the cell cannot have a value.` : `${meaning}.`;
}
