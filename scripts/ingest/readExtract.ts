import { serviceFileNames } from '../../data/definitions/extracts.ts';
import { type Service, services } from '../../data/definitions/measures.ts';
import type { Database } from '../../server/database.ts';
import { sql } from '../../server/sql.ts';
import { type ExtractFile, readHead } from './extractFile.ts';
import { groupFile } from './groupFile.ts';
import { noteDates } from './notes.ts';
import { groupedTable } from './parts.ts';
import { fileProblem, type Problem } from './problem.ts';
import { type Header, readHeader } from './readHeader.ts';

/** What is told of a file that was read, besides its practice-months. */
export interface ReadFile {
  layout: string;
  service: Service | null;
  rows: number;
}

/**
 * Reads one file into a table of its practice-months (see `groupedTable`), and what is odd of its dates and words
 * into `noted`; null where problems were found.
 */
export async function readExtract(
  database: Database,
  file: ExtractFile,
  fileId: number,
  asked: Service | null,
  problems: Problem[],
  onProgress: (fraction: number) => void,
): Promise<ReadFile | null> {
  const before = problems.length;
  const header = await headerOf(file);
  if ('message' in header) {
    problems.push(header);
    return null;
  }
  const service = header.layout.shape === 'wide' ? (asked ?? serviceInName(file.name)) : null;
  if (header.layout.shape === 'wide' && !service) {
    problems.push(fileProblem(file.name, unknownService));
    return null;
  }
  const grouped = groupedTable(fileId);
  await groupFile(database, fileId, file, header, service, problems, onProgress);
  if (problems.length > before) return null;
  const { rows } = (await database.first<{ rows: number }>(
    sql`select cast(coalesce(sum(rows), 0) as integer) as rows from ${grouped}`,
  ))!;
  if (rows === 0) {
    problems.push(fileProblem(file.name, 'no rows under the header'));
    return null;
  }
  await noteDates(database, fileId, header.layout);
  return { layout: header.layout.id, service, rows };
}

const unknownService = `the name does not tell which service the file holds: add --service (${services.join(', ')}), or name the file as published (${Object.values(serviceFileNames).join(', ')})`;

/** The service that a file's own name tells, or else its zip's. */
function serviceInName(name: string): Service | null {
  for (const part of name.toUpperCase().split('/').reverse()) {
    const told = services.find((service) => part.includes(serviceFileNames[service]));
    if (told) return told;
  }
  return null;
}

async function headerOf(file: ExtractFile): Promise<Header | Problem> {
  try {
    return readHeader(file.name, await readHead(file));
  } catch (error) {
    return fileProblem(file.name, `cannot unpack the gzip: ${(error as Error).message}`);
  }
}
