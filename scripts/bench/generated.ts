import { join } from 'node:path';
import { releaseFile } from '../../data/definitions/releaseFolder.ts';
import { DuckDatabase } from '../../server/store/duckDatabase.ts';
import { defaultSeed, writeIllustration } from '../illustrate.ts';
import { ingest } from '../ingest/ingest.ts';
import { publishLonger } from './longer.ts';

export interface GeneratedRelease {
  /** The folder with the one release, and its file. */
  folder: string;
  file: string;
  /** Its latest month. */
  last: string;
  /** Opens its file for reading, as the server does. */
  open(): Promise<DuckDatabase>;
  /** Opens it as `release` with all features of DuckDB, such as writing other files. */
  openBeside(): Promise<DuckDatabase>;
}

/** The most months of which extracts are generated: releases of more repeat them, and have a multiple of their months. */
const mostExtracts = 120;

/** Generated extracts and releases of a number of months, each made when first asked for. */
export class Generated {
  private readonly extracts = new Map<number, Promise<string[]>>();
  private readonly releases = new Map<number, Promise<GeneratedRelease>>();

  /** Everything is made in this folder, and deleted with it. */
  constructor(readonly folder: string) {}

  extractsOf(months: number): Promise<string[]> {
    let made = this.extracts.get(months);
    if (!made) {
      console.error(`generating ${months} months…`);
      const folder = join(this.folder, `extracts-${months}`);
      this.extracts.set(months, (made = writeIllustration(folder, { seed: defaultSeed, months })));
    }
    return made;
  }

  releaseOf(months: number): Promise<GeneratedRelease> {
    let made = this.releases.get(months);
    if (!made) this.releases.set(months, (made = this.makeRelease(months)));
    return made;
  }

  private async makeRelease(months: number): Promise<GeneratedRelease> {
    const folder = join(this.folder, `release-${months}`);
    const release = await (months > mostExtracts
      ? this.repeat(months / mostExtracts, folder)
      : this.ingest(months, folder));
    const file = join(folder, releaseFile(release));
    return {
      folder,
      file,
      last: release.slice(0, 'YYYY-MM'.length),
      open: () => DuckDatabase.openToRead(file),
      async openBeside() {
        const database = await DuckDatabase.openToWrite(':memory:');
        await database.attach(file, 'release', 'read');
        return database;
      },
    };
  }

  private async ingest(months: number, folder: string): Promise<string> {
    const files = await this.extractsOf(months);
    console.error(`making a release of ${months} months…`);
    const { release, problems } = await ingest({ files, dataFolder: folder });
    if (!release) throw new Error(`the generated extracts have problems: ${problems[0]?.message}`);
    return release;
  }

  private async repeat(times: number, folder: string): Promise<string> {
    const short = await this.releaseOf(mostExtracts);
    console.error(`making a release of ${times * mostExtracts} months…`);
    return publishLonger(short.file, times, folder);
  }
}
