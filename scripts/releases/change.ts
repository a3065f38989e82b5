import type { Deed } from '../../data/life/events.ts';
import type { Life, ReleaseLife } from '../../data/life/life.ts';
import { unknown } from '../../server/errors.ts';
import { type Entry, type FolderView, ReleaseFolder } from '../../server/store/releases/folder.ts';
import type { Doing } from '../../server/store/releases/ledger.ts';
import { writeDown } from '../../server/store/releases/writeDown.ts';
import { entryIn } from '../ingest/folder/releaseList.ts';
import { enterWorkplace } from '../ingest/folder/workplace.ts';

/** A change to a folder of releases: the events to record, and the message for whoever made it. */
export interface Change {
  deeds: readonly Deed[];
  lines: readonly string[] | ((life: Life) => readonly string[]);
}

/** Makes a change that depends on the contents of a folder, while nobody else can change it; returns the message. */
export async function change(
  dataFolder: string,
  doing: Doing,
  decide: (view: FolderView) => Change | Promise<Change>,
): Promise<readonly string[]> {
  const { folder, leave } = await enterWorkplace(dataFolder);
  try {
    const now = () => doing.now.getTime();
    const { deeds, lines } = await decide(new ReleaseFolder(folder, now).look());
    writeDown(folder, deeds, doing);
    return typeof lines === 'function' ? lines(new ReleaseFolder(folder, now).look().life) : lines;
  } finally {
    leave();
  }
}

/** A release of a folder with what happened to it; throws with the nearest if there is none. */
export function releaseIn(view: FolderView, id: string): { entry: Entry; one: ReleaseLife } {
  const entry = entryIn(view, id);
  const one = view.life.releases.get(id);
  if (!one) {
    throw new Error(`${id} is not in the ledger: \`npm run releases -- use ${id}\` takes it in`);
  }
  return { entry, one };
}

/** One of several words; throws with the nearest. */
export function oneOf<T extends string>(what: string, word: string, known: readonly T[]): T {
  const found = known.find((one) => one === word);
  if (!found) throw new Error(unknown(what, word, known));
  return found;
}
