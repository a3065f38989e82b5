import type { Deed } from '../../../data/life/events.ts';
import type { Database } from '../database.ts';
import type { Entry, FolderView } from './folder.ts';
import type { Doing } from './ledger.ts';

/** The file with the operator's statements. */
export interface StatementsFile {
  /** Changes with the file. */
  stamp: string;
  /** Its text; throws where it cannot be read. */
  read(): string;
}

/** Where releases are kept, as seen by a server. */
export interface Place {
  /** Waits until `look` has something to say, even if only what is wrong. */
  ready(): Promise<void>;
  /** Everything there now, including drafts, as far as is known. */
  look(): FolderView;
  /** Increases when a change is noticed without `look`. */
  readonly changes: number;
  /** The statements file as it is now; null if there is none. */
  statements(): StatementsFile | null;
  /** Opens a release, intact as published (unless that was verified before). Throws `Unservable`. */
  open(entry: Entry, isVerified: boolean): Promise<Database>;
  /** Records what happened, if servers may do so here: the first server that can does it, once. */
  writeDown(deedsIn: (view: FolderView) => readonly Deed[], doing: Doing): Promise<void>;
  /** For operators: why nothing can be read from it now, with its address; null if something can. */
  readonly unreachable: string | null;
  close(): Promise<void>;
}
