import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Counted, countText } from '../../../../scripts/ingest/files/countText.ts';
import { FoldedFile } from '../../../../scripts/ingest/files/foldedFile.ts';
import { FoldingTally } from '../../../../scripts/ingest/files/foldingTally.ts';
import { TextCounter } from '../../../../scripts/ingest/files/textCounter.ts';
import { ingest } from '../../../../scripts/ingest/ingest.ts';
import { allFields, longExtract } from '../extracts.ts';
import { scratchFolder, written } from '../scratch.ts';

const scratch = scratchFolder();
const practices = 30_000;
const text = longExtract(
  Array.from({ length: practices }, (_, i) => ({
    code: `A${String(10_000 + i)}`,
    fields: allFields(9000 + i, i),
  })),
);
const path = written(scratch, 'POMI_SEP2018.csv', text);
const wide = written(scratch, 'wide.csv', 'a,b\n1,2\n');

/** The rows folded without a counter. */
function foldedAtOnce(): string {
  const folded = join(scratch, 'at-once.folded');
  rmSync(folded, { force: true });
  const tally = new FoldingTally(new FoldedFile(folded));
  tally.add(Buffer.from(text));
  tally.end();
  return readFileSync(folded, 'utf8');
}

const built = new URL('../../../../dist/countingThread.js', import.meta.url);

describe.each([
  ['in the same thread', null],
  ['in a thread of its own, as built', built],
])('texts counted %s', (_, thread) => {
  const counters: TextCounter[] = [];
  const fresh = () => {
    const counter = new TextCounter(thread);
    counters.push(counter);
    return counter;
  };
  afterEach(async () => {
    for (const counter of counters.splice(0)) await counter.stop();
  });
  const folder = () => mkdtempSync(join(scratch, 'work-'));

  it('are the same as counted at once, and folded into the file that is named later', async () => {
    const counter = fresh();
    const [long, other] = [counter.of(path), counter.of(wide)];
    expect(counter.of(path)).toBe(long);
    while (long.bytes() === 0) await sleep(1);
    const to = join(folder(), 'a.folded');
    long.foldInto(to);
    other.foldInto(join(folder(), 'b.folded'));
    const { tally, isFolded } = await long.count;
    expect(isFolded).toBe(true);
    expect(tally.rows).toBe(practices * 13 + 1);
    expect(tally.bytes).toBe(Buffer.byteLength(text));
    expect(long.bytes()).toBe(tally.bytes);
    expect(readFileSync(to, 'utf8')).toBe(foldedAtOnce());
    expect(await other.count).toMatchObject({ isFolded: false, tally: { rows: 2, bytes: 8 } });
  });

  it('are begun with whatever names one', async () => {
    const zip = written(scratch, 'a.zip', 'PK\u0003\u0004');
    const counter = fresh();
    counter.begin(['--fresh', join(scratch, 'missing.csv'), scratch, zip, wide]);
    writeFileSync(wide, 'a,b\n1,2\n3,4\n');
    const { before, foldInto, count } = counter.of(wide);
    expect(before.size).toBe(8n);
    foldInto(join(folder(), 'a.folded'));
    await count;
    writeFileSync(wide, 'a,b\n1,2\n');
    expect(() => counter.of(join(scratch, 'missing.csv'))).toThrow('ENOENT');
  });

  it('that cannot be read, or not be folded where they should be, are an error', async () => {
    const counter = fresh();
    const [unreadable, unwritable] = [counter.of(scratch), counter.of(path)];
    unreadable.foldInto(join(folder(), 'a.folded'));
    unwritable.foldInto(join(scratch, 'no', 'such', 'folder'));
    await expect(unreadable.count).rejects.toThrow('EISDIR');
    await expect(unwritable.count).rejects.toThrow('ENOENT');
  });

  it('are written no further after a stop', async () => {
    const counter = fresh();
    const work = folder();
    const long = counter.of(path);
    counter.of(wide);
    long.foldInto(join(work, 'a.folded'));
    while (long.bytes() === 0) await sleep(1);
    await counter.stop();
    rmSync(work, { recursive: true });
    mkdirSync(work);
    await sleep(50);
    expect(existsSync(join(work, 'a.folded'))).toBe(false);
    await expect(long.count).rejects.toThrow('no longer counted');
    const late = counter.of(written(scratch, 'late.csv', 'a,b\n'));
    await expect(late.count).rejects.toThrow('no longer counted');
  });

  it('are read one after another, also if one is never placed', async () => {
    const counter = fresh();
    const several = Array.from({ length: 5 }, (_, i) => written(scratch, `${i}.csv`, text));
    const texts = several.map((one) => counter.of(one));
    const to = folder();
    for (const [i, { foldInto }] of texts.slice(1).entries()) foldInto(join(to, `${i}.folded`));
    let mostBegun = 0;
    const looking = setInterval(() => {
      const begun = texts.filter(({ bytes }) => bytes() > 0 && bytes() < Buffer.byteLength(text));
      mostBegun = Math.max(mostBegun, begun.length);
    }, 1);
    for (const { count } of texts.slice(1)) expect((await count).isFolded).toBe(true);
    clearInterval(looking);
    expect(mostBegun).toBeLessThan(3);
    expect(texts[0]!.bytes()).toBe(Buffer.byteLength(text));
  });
});

it('texts that are stopped before what counts them is loaded are not waited for', async () => {
  vi.resetModules();
  vi.doMock('../../../../scripts/ingest/files/countText.ts', async (load) => {
    await sleep(50);
    return load();
  });
  const { TextCounter } = await import('../../../../scripts/ingest/files/textCounter.ts');
  const counter = new TextCounter();
  counter.of(wide);
  const stopping = counter.stop().then(() => 'stopped');
  expect(await Promise.race([stopping, sleep(2000, 'waits')])).toBe('stopped');
  vi.doUnmock('../../../../scripts/ingest/files/countText.ts');
});

it('texts given to a thread before and after it failed are an error', async () => {
  const counter = new TextCounter(new URL('missing.js', built));
  const failed = counter.of(path).count;
  await expect(failed).rejects.toThrow('Cannot find module');
  const late = counter.of(wide).count.catch(({ message }: Error) => message);
  expect(await Promise.race([late, sleep(2000, 'waits')])).toContain('Cannot find module');
  await counter.stop();
});

it('a cancelled ingest does not wait for what is being counted', async () => {
  const counter = new TextCounter();
  const controller = new AbortController();
  const { signal } = controller;
  const text = counter.of(path);
  const made = ingest({
    ...{ files: [path], dataFolder: join(scratch, 'releases'), counter, signal },
    // From its first progress on it waits for the count.
    onProgress: () => setTimeout(() => controller.abort(), 1),
  });
  await expect(made).rejects.toThrow('interrupted: nothing was changed');
  await expect(text.count).rejects.toThrow('no longer counted');
  expect(text.bytes()).toBeLessThan(Buffer.byteLength(readFileSync(path)));
});

it('a text waits to be placed when many of its rows are kept', async () => {
  const { port1, port2 } = new MessageChannel();
  const said: Counted[] = [];
  port1.on('message', (one) => said.push(one));
  const counting = countText({ path, port: port2 }, 0);
  // Folded rows are kept from the first megabyte of them on.
  await expect.poll(() => Number(said.at(-1))).toBeGreaterThan(8 << 20);
  await sleep(100);
  expect(Number(said.at(-1))).toBeLessThan(Buffer.byteLength(text));
  const to = join(scratch, 'placed.folded');
  port1.postMessage(to);
  await counting;
  await expect.poll(() => said.at(-1)).toMatchObject({ isFolded: true });
  expect(readFileSync(to, 'utf8')).toBe(foldedAtOnce());
  port1.close();
});
