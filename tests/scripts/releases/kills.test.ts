import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { londonTime } from '../../../data/definitions/londonTimes.ts';
import { readSetting } from '../../../data/definitions/settings.ts';
import { verifyReleases } from '../../../scripts/ingest/folder/releaseList.ts';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { change } from '../../../scripts/releases/change.ts';
import { approve, policy, schedule } from '../../../scripts/releases/releaseSteps.ts';
import { ReleaseFolder } from '../../../server/store/releases/folder.ts';
import { readLedger } from '../../../server/store/releases/ledger.ts';
import { commandOf } from '../../support/commands.ts';
import { seededRandom } from '../../support/random.ts';
import { allFields, longExtract } from '../ingest/extracts.ts';
import { contents, scratchFolder, written } from '../ingest/scratch.ts';

const scratch = scratchFolder();
const folder = join(scratch, 'killed');
/** In each round, one of each kind is killed: a build, an approval, a scheduling and a server that publishes. */
const rounds = Math.ceil(readSetting(process.env, 'UPTAKE_KILLS') / 4);
const when = '2099-05-28 09:30';
const due = londonTime(when).getTime();

const extract = (date: string, enabled: number) =>
  written(scratch, 'a.csv', longExtract([{ date, fields: allFields(1000, enabled) }]));

/** Runs a command and kills it after a time; returns whether it had ended successfully before. */
async function killedAfter(
  ms: number,
  command: 'ingest' | 'releases',
  ...args: string[]
): Promise<boolean> {
  const child = spawn(process.execPath, commandOf(command, ...args), {
    env: { ...process.env, UPTAKE_DATA: folder },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  const [code] = await ended;
  clearTimeout(timer);
  return code === 0;
}

/** A server that watches a release come out at its time, and records how late it was. */
const publishing = `
  import { Releases } from './server/store/releases.ts';
  const releases = new Releases(process.env.UPTAKE_DATA);
  releases.follow(async () => {}, () => {});
  console.log('ready');
  setInterval(() => {}, 1000);
`;

async function startPublishing(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['--import', './scripts/typescript.js', '--input-type=module', '--eval', publishing],
    { env: { ...process.env, UPTAKE_DATA: folder }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout!, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const told = (id: string): number =>
  readLedger(folder)!.events.filter((event) => event.event === 'published' && event.release === id)
    .length;

const lifeAt = (time: number) => new ReleaseFolder(folder, () => time).look().life;

it(
  `releases built, approved, scheduled and published while something is killed ${4 * rounds} times keep one state, and are published on time`,
  async () => {
    const random = seededRandom(20_190_530);
    await ingest({ files: [extract('30APR2018', 100)], dataFolder: folder, by: 'Ann' });
    await change(folder, { by: 'Ann', now: new Date() }, () => policy(1));
    const building = (ms: number, enabled: number) =>
      killedAfter(ms, 'ingest', '--as', 'Ann', '--at', when, extract('31MAY2018', enabled));
    const began = performance.now();
    expect(await building(600_000, 200)).toBe(true);
    const usual = performance.now() - began;
    const done = new Map([['2018-05.1', 'built']]);
    let current = '2018-04.1';

    /** Checks that the chain is complete, nothing is early, and nothing that was reported as done is lost. */
    const check = async () => {
      expect(readLedger(folder)!.broken).toBeNull();
      const life = lifeAt(Date.now());
      expect(life.current).toBe(current);
      expect((await verifyReleases(folder)).areWhole).toBe(true);
      for (const [id, step] of done) {
        expect([id, life.releases.get(id)?.due]).toEqual([id, due]);
        if (step === 'approved') expect(life.releases.get(id)!.approvals).toHaveLength(1);
      }
      return [...life.releases.keys()].filter((id) => id.startsWith('2018-05.'));
    };
    /**
     * A release that is approved and soon published, while the server that publishes it is killed at about that time.
     */
    const publish = async (enabled: number) => {
      const files = [extract('30APR2018', enabled)];
      const id = (await ingest({ files, dataFolder: folder, by: 'Ann' })).release!;
      const [ann, bob] = ['Ann', 'Bob'].map((by) => ({ by, now: new Date() }));
      await change(folder, bob!, (view) => approve(view, id, bob!));
      const server = await startPublishing();
      const at = Math.ceil(Date.now() / 1000) * 1000 + 4000;
      await change(folder, ann!, (view) => schedule(view, id, at, ann!));
      expect(lifeAt(at - 1).current).toBe(current);
      await wait(at - Date.now() + random() * 1500 - 300);
      await kill(server);
      await wait(at - Date.now());
      current = id;
      expect(told(id)).toBeLessThan(2);
      await check();
    };
    for (let round = 0; round < rounds; round++) {
      const known = await check();
      const built = await building(random() * usual * 1.1, 201 + round);
      const drafts = await check();
      if (built) done.set(drafts.find((id) => !known.includes(id))!, 'built');
      const id = drafts[round % drafts.length]!;
      const approved = await killedAfter(
        random() * usual,
        'releases',
        ...['approve', id, '--as', 'Bob'],
      );
      if (approved) done.set(id, 'approved');
      const again = drafts[(round + 1) % drafts.length]!;
      await killedAfter(
        random() * usual,
        'releases',
        ...['schedule', again, '--at', when, '--as', 'Ann'],
      );
      await check();
      await publish(101 + round);
    }
    const last = await startPublishing();
    const came = [...lifeAt(Date.now()).releases.keys()].filter((id) => id.startsWith('2018-04.'));
    await expect.poll(() => came.map(told), { timeout: 60_000 }).toEqual(came.map(() => 1));
    await kill(last);
    await check();
    await change(folder, { by: 'Ann', now: new Date() }, () => policy(1));
    expect(contents(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    const after = lifeAt(due);
    for (const one of after.releases.values()) {
      const comes = one.release.startsWith('2018-04.') || one.approvals.length === 1;
      expect([one.release, one.publishedAt !== null]).toEqual([one.release, comes]);
    }
  },
  120_000 + rounds * 120_000,
);
