import { type ExtractFile, readHead } from '../files/extractFile.ts';
import { natureOf } from '../files/nature.ts';
import type { Limits } from '../limits.ts';
import { fileProblem, type Problem } from '../problem.ts';
import { withoutRepeats } from './checkReferences.ts';
import type { ReferenceFile } from './keepReferences.ts';
import { readReference } from './readReference.ts';
import { type Recognised, recogniseReference } from './recognise.ts';

/** The given files: extracts, and reference files with their kind. */
export interface SortedFiles {
  extracts: ExtractFile[];
  references: { file: ExtractFile; recognised: Recognised }[];
}

/**
 * Separates reference files from extracts by how they begin. What is neither a table nor GeoJSON is a problem; what
 * cannot be recognised is treated as an extract.
 */
export async function sortFiles(
  opened: readonly ExtractFile[],
  problems: Problem[],
): Promise<SortedFiles> {
  const sorted: SortedFiles = { extracts: [], references: [] };
  for (const file of opened) {
    const head = readHead(file);
    const nature = natureOf(head);
    const recognised = nature ? null : recogniseReference(head);
    if (nature) problems.push(fileProblem(file.name, nature));
    else if (recognised) sorted.references.push({ file, recognised });
    else sorted.extracts.push(file);
  }
  return sorted;
}

/** Reads reference files one after another, leaving out those with problems. */
export async function readReferences(
  files: SortedFiles['references'],
  limits: Limits,
  problems: Problem[],
  onProgress: (progress: { doing: string; fraction: number }) => void,
): Promise<ReferenceFile[]> {
  const read: ReferenceFile[] = [];
  for (const { file, recognised } of files) {
    onProgress({ doing: file.name, fraction: 0 });
    const rows = await readReference(file, recognised, limits, problems);
    const { bytes: textBytes } = await file.tally();
    const { address, digest } = file.given;
    if (rows) read.push({ name: file.name, address, ...(await digest), textBytes, ...rows });
    onProgress({ doing: file.name, fraction: 1 });
  }
  return withoutRepeats(read);
}
