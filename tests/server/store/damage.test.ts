import {
  closeSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { ledgerFile } from '../../../data/definitions/releaseFolder.ts';
import {
  listReleases,
  useRelease,
  verifyReleases,
} from '../../../scripts/ingest/folder/releaseList.ts';
import { removeRelease } from '../../../scripts/ingest/folder/removeRelease.ts';
import { sql } from '../../../server/store/sql.ts';
import { copyRelease } from '../../support/copies.ts';
import { makeCurrent } from '../../support/ledgers.ts';
import { type Serving, serve } from '../../support/serving.ts';

/** Three releases, made one after the other; the last is current. Their publication is made up. */
const model = mkdtempSync(join(tmpdir(), 'uptake-damage-'));
const [invented, first, second, third] = [
  '2015-03.1',
  '2015-03.2',
  '2015-03.3',
  '2015-03.4',
] as const;

beforeAll(async () => {
  cpSync(inject('illustrative'), model, { recursive: true });
  for (const [id, previous, day] of [
    [first, null, '2026-01-01'],
    [second, first, '2026-01-02'],
    [third, second, '2026-01-03'],
  ] as const) {
    await copyRelease(
      model,
      invented,
      id,
      sql`update release set kind = 'published', note = null, previous = ${previous}, made_at = ${day}::timestamp`,
    );
  }
  rmSync(join(model, `${invented}.duckdb`));
  rmSync(join(model, `${invented}.json`));
  makeCurrent(model, third);
});
afterAll(() => rmSync(model, { recursive: true }));

let folder: string;
let serving: Serving | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uptake-damage-'));
  cpSync(model, folder, { recursive: true });
});
afterEach(async () => {
  await serving?.stop();
  serving = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const file = (id: string) => join(folder, `${id}.duckdb`);
const asked = async (path: string) => {
  serving ??= await serve(folder);
  const response = await fetch(serving.origin + path);
  return { status: response.status, body: await response.json() };
};
const ready = () => asked('/health/ready');
const listed = async () =>
  (await asked('/api/v1/releases')).body.data.map(
    ({ release, current }: { release: string; current: boolean }) =>
      current ? `${release} current` : release,
  );

/** Overwrites a few bytes in the middle of a file. */
function spoil(path: string, at: number): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, 'spoilt', at);
  closeSync(handle);
}

const kinds: [name: string, damage: (id: string) => void, why: RegExp][] = [
  [
    'cut',
    (id) => truncateSync(file(id), 300_000),
    /^release ([\d.-]+) cannot be served: its file was cut or changed: 300000 bytes, not \d+$/,
  ],
  [
    'changed by a few bytes',
    (id) => spoil(file(id), 1_234_567),
    /^release ([\d.-]+) cannot be served: its file was changed: its SHA-256 is \w{64}, not \w{64}$/,
  ],
  [
    'not there',
    (id) => rmSync(file(id)),
    /^release ([\d.-]+) cannot be served: its file is not there$/,
  ],
  [
    'without a manifest that can be read',
    (id) => writeFileSync(join(folder, `${id}.json`), '{"release":'),
    /^release ([\d.-]+) cannot be served: its manifest cannot be read: not JSON: {"release":$/,
  ],
  [
    'the file of another release under its name, manifest and all',
    (id) => {
      copyFileSync(file(first), file(id));
      copyFileSync(join(folder, `${first}.json`), join(folder, `${id}.json`));
    },
    /^release ([\d.-]+) cannot be served: its manifest is that of another, it was renamed: 2015-03\.2$/,
  ],
  [
    'the file of another release under its name, without manifests',
    (id) => {
      copyFileSync(file(first), file(id));
      rmSync(join(folder, `${id}.json`));
    },
    /^release ([\d.-]+) cannot be served: its file is that of another, it was renamed: 2015-03\.2$/,
  ],
  [
    'no database, and without a manifest',
    (id) => {
      writeFileSync(file(id), 'nonsense'.repeat(100_000));
      rmSync(join(folder, `${id}.json`));
    },
    /^release ([\d.-]+) cannot be served: its file cannot be read as a release$/,
  ],
  [
    'said by its manifest to be illustrative',
    (id) => {
      const path = join(folder, `${id}.json`);
      const manifest = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify({ ...manifest, kind: 'illustrative' }));
    },
    /^release ([\d.-]+) cannot be served: its manifest says kind illustrative, its file published$/,
  ],
];

describe.each(kinds)('a release whose file is %s', (_, damage, why) => {
  it('is reported and left out if it is an old one, and everything else is served', async () => {
    damage(second);
    const { status, body } = await asked(`/api/v1/figures?release=${second}`);
    expect(status).toBe(503);
    expect(body.detail).toMatch(why);
    expect(body.detail).not.toContain(folder);
    expect(await listed()).toEqual([`${third} current`, first]);
    expect((await asked(`/api/v1/figures?release=${first}`)).status).toBe(200);
    const continuity = await asked('/api/v1/continuity');
    expect([continuity.status, continuity.body.meta.against]).toEqual([200, null]);
    const health = await ready();
    expect(health.status).toBe(200);
    expect(health.body).toMatchObject({ status: 'ready', release: third });
    expect(health.body.problems).toEqual([expect.stringMatching(why)]);
  });

  it('is replaced by the last good one before it if it is the current one', async () => {
    damage(third);
    const { status, body } = await asked('/api/v1/figures');
    expect([status, body.meta?.release]).toEqual([200, second]);
    expect(await listed()).toEqual([`${second} current`, first]);
    const health = await ready();
    expect(health.status).toBe(200);
    expect(health.body.release).toBe(second);
    const [problem] = health.body.problems;
    expect(problem.replace('; 2015-03.3 answers in its place', '')).toMatch(why);
    expect(problem).toMatch(/; 2015-03\.3 answers in its place$/);
  });
});

describe('the file `current` of a folder without a ledger', () => {
  beforeEach(() => {
    rmSync(join(folder, ledgerFile));
  });

  it('if lost leaves the last release made, and is reported', async () => {
    rmSync(join(folder, 'current'));
    expect(await listed()).toEqual([`${third} current`, second, first]);
    expect((await ready()).body).toEqual({
      status: 'ready',
      release: third,
      problems: [
        `the file \`current\` is not there, so no release is chosen; ${third} answers in its place`,
      ],
    });
  });

  it.each(['', '../../etc/passwd', 'x'.repeat(5000), '\u0000\u0001', '2015-03.4.duckdb'])(
    'if it names no release leaves the last one made: %j',
    async (text) => {
      writeFileSync(join(folder, 'current'), text);
      const { status, body } = await ready();
      expect([status, body.release]).toEqual([200, third]);
      expect(body.problems[0]).toContain('the file `current` names no release');
      expect(body.problems[0].length).toBeLessThan(150);
    },
  );

  it('if lost while a server runs changes none of its answers', async () => {
    writeFileSync(join(folder, 'current'), second);
    expect((await ready()).body.release).toBe(second);
    rmSync(join(folder, 'current'));
    await expect.poll(async () => (await ready()).body.problems.length, { timeout: 5000 }).toBe(1);
    expect((await asked('/api/v1/figures')).body.meta.release).toBe(second);
  });

  it('is followed, in lists too, when it names another release', async () => {
    expect(await listed()).toEqual([`${third} current`, second, first]);
    const etag = async () =>
      (await fetch(`${serving!.origin}/api/v1/releases`)).headers.get('etag')!;
    const before = await etag();
    await useRelease(folder, first);
    await expect.poll(listed, { timeout: 5000 }).toEqual([third, second, `${first} current`]);
    const after = await etag();
    await useRelease(folder, third);
    await expect.poll(listed, { timeout: 5000 }).toEqual([`${third} current`, second, first]);
    expect(after).not.toBe(before);
    expect(await etag()).toBe(before);
  });
});

describe('a folder that disappears while a server runs', () => {
  it('leaves it answering from what it has open, and reporting that', async () => {
    expect((await ready()).body.problems).toEqual([]);
    renameSync(folder, `${folder}.away`);
    try {
      await expect
        .poll(async () => (await ready()).body.problems, { timeout: 5000 })
        .toEqual([
          `the folder of releases is not there; ${third} still answers, from its file as it was opened`,
        ]);
      expect((await asked('/api/v1/figures?level=ccg')).body.meta.release).toBe(third);
      expect((await asked(`/api/v1/figures?release=${third}`)).status).toBe(200);
      expect((await asked(`/api/v1/figures?release=${first}`)).status).toBe(404);
    } finally {
      renameSync(`${folder}.away`, folder);
    }
    await expect.poll(async () => (await ready()).body.problems, { timeout: 5000 }).toEqual([]);
  });

  it('is not served by a server that starts without it', async () => {
    rmSync(folder, { recursive: true });
    const { status, body } = await ready();
    expect([status, body.detail]).toEqual([503, 'the folder of releases is not there']);
  });
});

describe('commands, with damaged releases', () => {
  it('list them with their faults, and choose among the others', async () => {
    truncateSync(file(third), 100);
    rmSync(file(second));
    expect(await listReleases(folder)).toEqual([
      `*! release ${third} cannot be served: its file was cut or changed: 100 bytes, not ${modelBytes()}`,
      ` ! release ${second} cannot be served: its file is not there`,
      `  ${first}  published    2014-04 to 2015-03  made 2026-01-01 00:00`,
    ]);
    await expect(useRelease(folder, second)).rejects.toThrow('its file is not there');
    await useRelease(folder, first);
    expect((await listReleases(folder)).at(-1)).toMatch(/^\* 2015-03\.2 /);
  });

  it('find by checksum what the size does not show', async () => {
    expect(await verifyReleases(folder)).toMatchObject({ areWhole: true });
    spoil(file(second), 1_234_567);
    const { lines, areWhole } = await verifyReleases(folder);
    expect(areWhole).toBe(false);
    expect(lines.map((line) => line.slice(0, 50))).toEqual([
      expect.stringMatching(/^ {2}2015-03\.4 +whole, SHA-256 /),
      expect.stringMatching(/^! release 2015-03\.3 cannot be served: its file wa/),
      expect.stringMatching(/^ {2}2015-03\.2 +whole, SHA-256 /),
    ]);
    expect((await verifyReleases(folder, first)).areWhole).toBe(true);
    await expect(useRelease(folder, second)).rejects.toThrow('its SHA-256 is');
  });
});

const modelBytes = () => JSON.parse(readFileSync(join(model, `${third}.json`), 'utf8')).bytes;

describe('a removed release', () => {
  const now = new Date('2026-02-03T10:11:12.345Z');

  it('is reported with what referred to it, and its id stays taken', async () => {
    const told = await removeRelease(folder, second, { check: true });
    expect(await listed()).toEqual([`${third} current`, second, first]);
    expect(told[0]).toBe(`${second} would be removed.`);
    expect(await removeRelease(folder, second, { now })).toEqual([
      `${second} is removed.`,
      `It was the release before ${third}, whose /continuity has nothing to compare with unless \`against\` names another.`,
      'What no longer answers:',
      `  /api/v1/releases/${second}/bundle.zip and /api/v1/releases/${second}/release.duckdb`,
      `  every page, chart, figure and download at an address with release=${second}`,
      'Its id is not given to another release.',
    ]);
    expect(readFileSync(join(folder, `${second}.json`), 'utf8')).toBe(
      `{\n  "release": "${second}",\n  "removed_at": "2026-02-03T10:11:12Z"\n}\n`,
    );
    expect(() => readFileSync(file(second))).toThrow('ENOENT');
    await expect(removeRelease(folder, second)).rejects.toThrow(
      `release ${second} was removed on 2026-02-03`,
    );
  });

  it('is no longer served by a server that had it open, and affects nothing else', async () => {
    expect((await asked(`/api/v1/figures?release=${second}`)).status).toBe(200);
    await removeRelease(folder, second, { now });
    const question = async () => asked(`/api/v1/figures?release=${second}`);
    await expect.poll(async () => (await question()).status, { timeout: 5000 }).toBe(404);
    expect((await question()).body).toMatchObject({
      detail: `release ${second} was removed on 2026-02-03`,
      parameter: 'release',
    });
    expect(await listed()).toEqual([`${third} current`, first]);
    const { status, body } = await asked('/api/v1/continuity');
    expect([status, body.meta.against]).toEqual([200, null]);
    expect((await ready()).body.problems).toEqual([]);
  });

  it('is never the current one, nor any if the current one is unknown', async () => {
    await expect(removeRelease(folder, third)).rejects.toThrow(
      `${third} is the current release: make another one current first`,
    );
    await expect(removeRelease(folder, '2015-03.9')).rejects.toThrow('unknown release: 2015-03.9');
    rmSync(join(folder, ledgerFile));
    rmSync(join(folder, 'current'));
    await expect(removeRelease(folder, first)).rejects.toThrow('no release is current');
    expect([...(await listReleases(folder))]).toHaveLength(4);
  });

  it('disappears, if its removal was interrupted, before anything else is done', async () => {
    const removal = { release: second, removed_at: '2026-02-03T10:11:12Z' };
    writeFileSync(join(folder, `${second}.json`), JSON.stringify(removal));
    expect(await listed()).toEqual([`${third} current`, first]);
    await useRelease(folder, first);
    expect(() => readFileSync(file(second))).toThrow('ENOENT');
  });
});

describe('a kind of figures that is forbidden', () => {
  it('is not served, listed or chosen', async () => {
    const only = mkdtempSync(join(tmpdir(), 'uptake-damage-'));
    cpSync(inject('illustrative'), only, { recursive: true });
    const strict = await serve(only, { kind: 'published' });
    const health = await fetch(`${strict.origin}/health/ready`);
    const why =
      'release 2015-03.1 is illustrative, and only published figures may be served here (UPTAKE_KIND)';
    expect([health.status, (await health.json()).detail]).toEqual([503, why]);
    const named = await fetch(`${strict.origin}/api/v1/figures?release=2015-03.1`);
    expect([named.status, (await named.json()).detail]).toEqual([503, why]);
    await strict.stop();
    await expect(useRelease(only, '2015-03.1', { only: 'published' })).rejects.toThrow(
      'release 2015-03.1 is illustrative, and only published figures may be served (UPTAKE_KIND)',
    );
    rmSync(only, { recursive: true });
  });
});
