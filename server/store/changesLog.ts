import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesIn, type LoggedChange } from '../../data/definitions/changesLog.ts';
import { root } from '../root.ts';

let read: readonly LoggedChange[] | undefined;

/** What changed for users of the figures, latest version first; empty if the changelog was not installed. */
export function changesByVersion(): readonly LoggedChange[] {
  const path = join(root, 'CHANGELOG.md');
  return (read ??= existsSync(path) ? changesIn(readFileSync(path, 'utf8')) : []);
}
