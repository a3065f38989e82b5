import { serviceFileNames } from '../../../data/definitions/extracts.ts';
import { type Service, services } from '../../../data/definitions/measures.ts';
import { sql } from '../../../server/store/sql.ts';
import { readHead } from '../files/extractFile.ts';
import { readHeader } from '../files/readHeader.ts';
import { cutShort, otherRows } from '../files/wholeText.ts';
import { fileProblem } from '../problem.ts';
import { groupedTable } from './givenRows.ts';
import { type FileToGroup, groupFile } from './groupFile.ts';
import { lastPracticeCut } from './lastPractice.ts';
import { noteDates, noteLostRows } from './notes.ts';

/** What is known about a file that was read, besides its practice-months. */
export interface ReadFile {
  layout: string;
  service: Service | null;
  rows: number;
}

/**
 * Reads one file into a table of its practice-months (see `groupedTable`), and what is unusual in its dates and words
 * into `given_note`; null if there are problems. `service` is that of wide files whose names do not say it.
 */
export async function readExtract(given: Omit<FileToGroup, 'header'>): Promise<ReadFile | null> {
  const { database, file, fileId, problems } = given;
  const before = problems.length;
  const header = readHeader(file.name, readHead(file));
  if ('message' in header) {
    problems.push(header);
    return null;
  }
  const { layout } = header;
  const named = layout.shape === 'wide' ? serviceInName(file.name) : null;
  if (named && given.service && named !== given.service) {
    problems.push(fileProblem(file.name, otherService(named, given.service)));
    return null;
  }
  const service = layout.shape === 'wide' ? (given.service ?? named) : null;
  if (layout.shape === 'wide' && !service) {
    problems.push(fileProblem(file.name, unknownService));
    return null;
  }
  problems.push(...(await cutShort(file, header.newline)));
  if (problems.length > before) return null;
  await groupFile({ ...given, header, service });
  if (problems.length > before) return null;
  const { rows } = (await database.first<{ rows: number }>(
    sql`select cast(coalesce(sum(rows), 0) as integer) as rows from ${groupedTable(fileId)}`,
  ))!;
  if (rows === 0) {
    problems.push(fileProblem(file.name, 'no rows under the header'));
    return null;
  }
  problems.push(...(await otherRows(file, rows)));
  problems.push(...(await lastPracticeCut(database, file.name, fileId)));
  if (problems.length > before) return null;
  await noteDates(database, fileId, layout);
  if (layout.shape === 'long') await noteLostRows(database, fileId);
  return { layout: layout.id, service, rows };
}

const otherService = (named: Service, given: Service): string =>
  `the file name says that it is about ${named}, and --service says ${given}: leave out the option, or rename the file if its name is wrong`;

const unknownService = `the file name does not say which service it is about: add --service (${services.join(', ')}), or name the file as published (${Object.values(serviceFileNames).join(', ')})`;

/** The service in a file's own name, or else in its zip's. */
function serviceInName(name: string): Service | null {
  for (const part of name.toUpperCase().split('/').reverse()) {
    const told = services.find((service) => part.includes(serviceFileNames[service]));
    if (told) return told;
  }
  return null;
}
