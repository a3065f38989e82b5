import {
  attribution,
  citation,
  licence,
  madeWords,
  monthsWords,
  subject,
} from '../../../data/words/source.ts';
import type { Meta } from '../../store/meta.ts';
import type { BundleTable } from './tables.ts';

/** The README of a bundle. For illustrative data it says so first of all. */
export function readmeText(meta: Meta, tables: readonly BundleTable[]): string {
  const title = `${subject}, release ${meta.release}`;
  const width = Math.max(...tables.map(({ file }) => file.length)) + 2;
  return lines(
    ...(meta.note ? [meta.note.toUpperCase(), ''] : []),
    title,
    '='.repeat(title.length),
    '',
    'How far online services are offered by general practices in England, how many',
    'patients are set up for them, and how much they are used.',
    '',
    `Months:  ${monthsWords(meta)}`,
    `Kind:    ${meta.kind}`,
    `Made on: ${madeWords(meta)}`,
    '',
    'A release never changes: this file has the same bytes whenever it is taken.',
    '',
    'Files',
    '-----',
    ...tables.map(({ file, holds }) => file.padEnd(width) + holds),
    `${'*-metadata.json'.padEnd(width)}what the columns of a table mean, for programs (CSVW)`,
    `${'datapackage.json'.padEnd(width)}all tables and their columns, for programs (Frictionless)`,
    `${'DEFINITIONS.txt'.padEnd(width)}measures, levels and markers in words`,
    `${'LICENCE.txt'.padEnd(width)}what you may do with this, and how to say where it is from`,
    `${'SHA256SUMS'.padEnd(width)}checksums of all other files`,
    '',
    'Reading the tables',
    '------------------',
    '- CSV in UTF-8 with one header row. Cells with commas or quotes are quoted.',
    '- An empty cell means that there is no value. It is never a zero. The column',
    '  "marker" says why a figure has none; DEFINITIONS.txt explains the markers.',
    '- A text that a spreadsheet would take for a formula begins with an apostrophe.',
    '- Values are at full precision. Counts are as published or added up from those.',
    '- A figure always comes with its numerator, its denominator and how many',
    '  practices reported. Do not add services together: people overlap.',
    '- Codes stay, names change. Join on codes.',
    '',
    'To check that nothing was lost on the way: sha256sum -c SHA256SUMS',
    '',
    'How to cite',
    '-----------',
    citation(meta),
  );
}

/** The licence note of a bundle. */
export const licenceText = (meta: Meta): string =>
  lines(attribution(meta), ...(meta.kind === 'published' ? ['', licence.address] : []));

const lines = (...all: string[]): string => `${all.join('\n')}\n`;
