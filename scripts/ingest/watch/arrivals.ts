import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatCount } from '../../../data/definitions/numbers.ts';
import { replaceFile } from '../../../server/store/releases/folderFiles.ts';

/** A file of a watched folder, as it was seen. */
export interface Arrived {
  name: string;
  path: string;
  /** Identifies the file among others of that name: its size, and when it was last written to. */
  mark: string;
}

const reportOf = (name: string): string => `${name}.report.txt`;

/**
 * The files of a folder that have arrived and are still to be read. A file that was read has a report beside it that
 * identifies it, so nothing else has to be remembered, and a new file of the same name is read again.
 */
export class Arrivals {
  private before = new Map<string, string>();

  constructor(private readonly folder: string) {}

  /** What is to be read now; empty while any of it has changed since the last look. */
  look(): Arrived[] {
    const waiting = this.files().filter((file) => !this.isReported(file));
    const isArrived = waiting.every(({ name, mark }) => this.before.get(name) === mark);
    this.before = new Map(waiting.map(({ name, mark }) => [name, mark]));
    return isArrived ? waiting : [];
  }

  /** Puts a report beside files that were read. Without a fault, they are to be read again once `faulty` change. */
  report(
    files: readonly Arrived[],
    lines: readonly string[],
    faulty: readonly Arrived[] = [],
  ): void {
    for (const { name, mark } of files) {
      const isFaulty = faulty.some((file) => file.name === name);
      const others =
        isFaulty || !faulty.length
          ? []
          : [
              `Nothing is wrong with ${name}. It is read again once these change:`,
              ...faulty.map(toldOf),
            ];
      replaceFile(this.folder, reportOf(name), [...lines, '', ...others, mark].join('\n'));
    }
  }

  private files(): Arrived[] {
    return readdirSync(this.folder)
      .filter((name) => /\.(csv|gz|zip|geojson)$/i.test(name) && !name.startsWith('.'))
      .sort()
      .flatMap((name) => {
        const path = join(this.folder, name);
        const found = statSync(path, { throwIfNoEntry: false });
        return found?.isFile() && found.size > 0 ? [{ name, path, mark: markOf(found) }] : [];
      });
  }

  private isReported({ name, mark }: Arrived): boolean {
    let report: string;
    try {
      report = readFileSync(join(this.folder, reportOf(name)), 'utf8').trimEnd();
    } catch {
      return false;
    }
    if (!report.endsWith(mark)) return false;
    const faulty = report.split('\n').filter((line) => line.startsWith(bullet));
    if (!faulty.length) return true;
    const now = this.files().map(toldOf);
    return faulty.every((line) => now.includes(line));
  }
}

const bullet = '  • ';

const toldOf = ({ name, mark }: Arrived): string => `${bullet}${name}: ${mark}`;

const markOf = ({ size, mtime }: Stats): string =>
  `This is the report of the file of ${formatCount(size)} bytes that was last written to at ${mtime.toISOString()}.`;
