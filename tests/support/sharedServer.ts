import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A server that several test files share, and the process to end after the last test. */
export interface SharedServer {
  origin: string;
  pid: number;
}

/** Where that server is written down, within the folder of the run, and how to read it; null before it is started. */
export const sharedServer = (scratch: string) => {
  const done = join(scratch, 'england-server.json');
  const read = (): SharedServer | null =>
    existsSync(done) ? (JSON.parse(readFileSync(done, 'utf8')) as SharedServer) : null;
  return { folder: join(scratch, 'england-server'), done, read };
};
