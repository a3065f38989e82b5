import type { Deed } from '../../../data/life/events.ts';
import type { Database } from '../database.ts';
import type { Entry, FolderView } from './folder.ts';
import type { Doing } from './ledger.ts';

/** The file of what whoever runs a copy states. */
export interface StatementsFile {
  /** Changes with the file. */
  stamp: string;
  /** Its text; throws where it cannot be read. */
  read(): string;
}

/** Where releases are kept, as those see it who serve them. */
export interface Place {
  /** Waits until it can be told what there is, or why not. */
  ready(): Promise<void>;
  /** What there is now, drafts and all, as far as is known. */
  look(): FolderView;
  /** Grows where it is found by itself that there is something else. */
  readonly changes: number;
  /** The file of statements as it is now; null where there is none. */
  statements(): StatementsFile | null;
  /** Opens a release, whole as it was published (unless that was found before); throws `Unservable` where it is not. */
  open(entry: Entry, isVerified: boolean): Promise<Database>;
  /** Writes down what happened, where those who serve may: the first of them that can, once. */
  writeDown(deedsIn: (view: FolderView) => readonly Deed[], doing: Doing): Promise<void>;
  /** Why it cannot be looked at now, for those who run it; null where it can. */
  readonly unreachable: string | null;
  close(): Promise<void>;
}
