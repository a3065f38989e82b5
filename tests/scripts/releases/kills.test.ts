import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { londonTime } from '../../../data/definitions/londonTimes.ts';
import { readSetting } from '../../../data/definitions/settings.ts';
import { verifyReleases } from '../../../scripts/ingest/folder/releaseList.ts';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { change } from '../../../scripts/releases/change.ts';
import { policy } from '../../../scripts/releases/releaseSteps.ts';
import { ReleaseFolder } from '../../../server/store/releases/folder.ts';
import { readLedger } from '../../../server/store/releases/ledger.ts';
import { seededRandom } from '../../support/random.ts';
import { allFields, longExtract } from '../ingest/extracts.ts';
import { contents, scratchFolder, written } from '../ingest/scratch.ts';

const scratch = scratchFolder();
const folder = join(scratch, 'killed');
const rounds = Math.ceil(readSetting(process.env, 'UPTAKE_KILLS') / 5);
const when = '2099-05-28 09:30';
const due = londonTime(when).getTime();

const extract = (date: string, enabled: number) =>
  written(scratch, 'a.csv', longExtract([{ date, fields: allFields(1000, enabled) }]));

/** Runs a command and kills it after a time; tells whether it had ended well before. */
async function killedAfter(ms: number, script: string, ...args: string[]): Promise<boolean> {
  const child = spawn(
    process.execPath,
    ['--import', './scripts/typescript.js', `scripts/${script}`, ...args],
    { env: { ...process.env, UPTAKE_DATA: folder }, stdio: 'ignore' },
  );
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  const [code] = await ended;
  clearTimeout(timer);
  return code === 0;
}

const lifeAt = (time: number) => new ReleaseFolder(folder, () => time).look().life;

it(
  `releases built, scheduled and approved by commands that are killed ${2 * rounds} times keep one state, and come not early`,
  async () => {
    const random = seededRandom(20_190_530);
    await ingest({ files: [extract('30APR2018', 100)], dataFolder: folder, by: 'Ann' });
    await change(folder, { by: 'Ann', now: new Date() }, () => policy(1));
    const building = (ms: number, enabled: number) =>
      killedAfter(ms, 'ingest.ts', '--as', 'Ann', '--at', when, extract('31MAY2018', enabled));
    const began = performance.now();
    expect(await building(600_000, 200)).toBe(true);
    const usual = performance.now() - began;
    const done = new Map([['2018-05.1', 'built']]);

    /** That the chain is whole, nothing is early, and nothing that was said to be done is lost. */
    const check = async () => {
      expect(readLedger(folder)!.broken).toBeNull();
      const life = lifeAt(Date.now());
      expect(life.current).toBe('2018-04.1');
      expect((await verifyReleases(folder)).areWhole).toBe(true);
      for (const [id, step] of done) {
        expect([id, life.releases.get(id)?.due]).toEqual([id, due]);
        if (step === 'approved') expect(life.releases.get(id)!.approvals).toHaveLength(1);
      }
      return [...life.releases.keys()].filter((id) => id.startsWith('2018-05.'));
    };
    for (let round = 0; round < rounds; round++) {
      const known = await check();
      const built = await building(random() * usual * 1.1, 201 + round);
      const drafts = await check();
      if (built) done.set(drafts.find((id) => !known.includes(id))!, 'built');
      const id = drafts[round % drafts.length]!;
      const approved = await killedAfter(
        random() * usual,
        'releases.ts',
        ...['approve', id, '--as', 'Bob'],
      );
      if (approved) done.set(id, 'approved');
    }
    await check();
    await change(folder, { by: 'Ann', now: new Date() }, () => policy(1));
    expect(contents(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    const after = lifeAt(due);
    for (const one of after.releases.values()) {
      const comes = one.release === '2018-04.1' || one.approvals.length === 1;
      expect([one.release, one.publishedAt !== null]).toEqual([one.release, comes]);
    }
  },
  120_000 + rounds * 60_000,
);
