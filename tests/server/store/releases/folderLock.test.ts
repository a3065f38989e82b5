import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lockFolder } from '../../../../server/store/releases/folderLock.ts';
import { contents, scratchFolder } from '../../../scripts/ingest/scratch.ts';

const scratch = scratchFolder();
const module = fileURLToPath(
  new URL('../../../../server/store/releases/folderLock.ts', import.meta.url),
);

/** Another process that holds a folder's lock until it is ended. */
async function holder(folder: string) {
  const program = `import { lockFolder } from ${JSON.stringify(module)};
    lockFolder(${JSON.stringify(folder)}).then(() => { console.log('held'); setInterval(() => {}, 1000); });`;
  const child = spawn(
    process.execPath,
    ['--import', './scripts/typescript.js', '--input-type=module', '-e', program],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(child.stdout!, 'data');
  return child;
}

describe('lockFolder', () => {
  it('is held by one process at a time, which it names, and leaves nothing behind', async () => {
    const folder = mkdtempSync(join(scratch, 'releases-'));
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`process ${process.pid}`);
    lock.release();
    expect(contents(folder)).toEqual([]);
    (await lockFolder(folder)).release();
  });

  it.each([
    ['empty', ''],
    ['cut short', 'DUCK'],
    ['of something else', 'x'.repeat(20_000)],
  ])('replaces a file that is %s, as nobody can be making it any more', async (_, left) => {
    const folder = mkdtempSync(join(scratch, 'releases-'));
    const file = join(folder, '.lock');
    writeFileSync(file, left);
    const aMinuteAgo = Date.now() / 1000 - 60;
    utimesSync(file, aMinuteAgo, aMinuteAgo);
    (await lockFolder(folder)).release();
    expect(contents(folder)).toEqual([]);
  });

  it('gives somebody three seconds to make the file', async () => {
    const folder = mkdtempSync(join(scratch, 'releases-'));
    const file = join(folder, '.lock');
    writeFileSync(file, '');
    const before = statSync(file).ino;
    const lock = lockFolder(folder);
    await setTimeout(1500);
    expect(statSync(file).ino).toBe(before);
    (await lock).release();
    expect(contents(folder)).toEqual([]);
  });

  it('names the other process, and is free as soon as that one is killed', async () => {
    const folder = mkdtempSync(join(scratch, 'releases-'));
    const other = await holder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`process ${other.pid}`);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(contents(folder)).toEqual(['.lock']);
    const lock = await lockFolder(folder);
    lock.release();
    expect(contents(folder)).toEqual([]);
  });
});
