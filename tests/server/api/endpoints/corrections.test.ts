import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { changesIn } from '../../../../data/definitions/changesLog.ts';
import { statementIds, statementTopics } from '../../../../data/definitions/statements.ts';
import { writeDown } from '../../../../server/store/releases/writeDown.ts';
import { askIllustrative } from '../../../support/asking.ts';
import { type Serving, serve } from '../../../support/serving.ts';

const folder = mkdtempSync(join(tmpdir(), 'uptake-corrections-'));
cpSync(inject('illustrative'), folder, { recursive: true });
const release = readFileSync(join(folder, 'current'), 'utf8').trim();
const at = (now: string) => ({ by: 'Ann', now: new Date(now) });
const about = { measure: null, area: null, period: null };

let serving: Serving;
beforeAll(async () => {
  const first = { event: 'noticed', release, sha256: null, kind: 'correction', ...about } as const;
  writeDown(
    folder,
    [{ ...first, text: 'Lists of May were those of April' }],
    at('2026-05-01T10:00:00Z'),
  );
  writeDown(
    folder,
    [
      {
        ...first,
        kind: 'note',
        text: 'It was June, not May',
        measure: 'records_enabled',
        period: '2015-03',
      },
    ],
    at('2026-05-02T10:00:00Z'),
  );
  serving = await serve(folder, { web: 'web' });
});
afterAll(async () => {
  await serving.stop();
  rmSync(folder, { recursive: true });
});

const page = async (path = '/corrections') =>
  (await (await fetch(`${serving.origin}${path}`)).text())
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]*>|\s+/g, ' ')
    .replace(/ +/g, ' ');
const rows = async (path: string) =>
  (await (await fetch(`${serving.origin}/api/v1${path}`)).json()).data;

describe('/notices', () => {
  it('has every notice, latest first, like the page', async () => {
    const second = {
      about: release,
      noticed_at: '2026-05-02T10:00:00Z',
      kind: 'note',
      text: 'It was June, not May',
      measure: 'records_enabled',
      area: null,
      period: '2015-03',
      sentence: 'Note, 2 May 2026: It was June, not May.',
    };
    const first = {
      about: release,
      noticed_at: '2026-05-01T10:00:00Z',
      kind: 'correction',
      text: 'Lists of May were those of April',
      ...about,
      sentence: 'Correction, 1 May 2026: Lists of May were those of April.',
    };
    expect(await rows('/notices')).toEqual([second, first]);
    const said = await page();
    // The banner above the page has them too.
    expect(said.lastIndexOf(second.sentence)).toBeGreaterThan(
      said.indexOf('Notices about releases'),
    );
    expect(said.lastIndexOf(first.sentence)).toBeGreaterThan(said.lastIndexOf(second.sentence));
  });

  it('is empty without notices', async () => {
    expect((await askIllustrative()('/notices')).data).toEqual([]);
  });
});

describe('/statements', () => {
  const stated = (text: string) => writeFileSync(join(folder, 'statements.json'), text);
  const health = async () =>
    (await (await fetch(`${serving.origin}/health/ready`)).json()).problems;
  const status = 'These are official statistics in development.';

  it('are examples marked as such, until the operator states their own', async () => {
    expect(await rows('/statements')).toEqual(
      statementIds.map((topic) => ({
        topic,
        title: statementTopics[topic].title,
        text: statementTopics[topic].example,
        is_example: true,
      })),
    );
    expect(await page()).toContain('The policies below are examples');
    stated(JSON.stringify({ status }));
    await expect.poll(async () => (await rows('/statements'))[0].text).toBe(status);
    expect(
      (await rows('/statements')).map((row: { is_example: boolean }) => row.is_example),
    ).toEqual([false, true, true, true, true]);
    const said = await page();
    expect(said).toContain(status);
    expect(said).not.toContain(statementTopics.status.example);
    expect(said.match(/Example\./g)).toHaveLength(4);
    expect(await health()).toEqual([]);
  });

  it.each([
    ['{', 'it is not JSON'],
    ['[]', 'it is not an object of topics and texts'],
    ['{"statuz": "x"}', 'it has an unknown topic: statuz'],
    ['{"status": ""}', 'status is not a text of 1 to 4000 characters'],
  ])('stay examples if the file is %s, and health says why', async (text, why) => {
    stated(text);
    await expect.poll(health).toEqual([`statements.json cannot be used: ${why}`]);
    await expect.poll(async () => (await rows('/statements'))[0].is_example).toBe(true);
  });
});

describe('/changes-log', () => {
  it('has only changes of figures and for programs, by version', () => {
    const text = `# Changes

## 0.2.0 (28 November 2026)

Ingest again.

### Figures and methods

- A new measure, \`any_new\`.

### Pages and charts

- A page.

### API and downloads

- Clients ([cookbook](docs/cookbook.md)).

## 0.1.0 (3 November 2026)

### API and downloads

- Everything.
`;
    expect(changesIn(text)).toEqual([
      {
        version: '0.2.0',
        version_date: '2026-11-28',
        topic: 'Figures and methods',
        change: 'A new measure, any_new.',
      },
      {
        version: '0.2.0',
        version_date: '2026-11-28',
        topic: 'API and downloads',
        change: 'Clients (cookbook).',
      },
      {
        version: '0.1.0',
        version_date: '2026-11-03',
        topic: 'API and downloads',
        change: 'Everything.',
      },
    ]);
  });

  it('is that of this version, on its page too', async () => {
    const all = await rows('/changes-log');
    expect(all).toEqual(changesIn(readFileSync('CHANGELOG.md', 'utf8')));
    expect(all.length).toBeGreaterThan(40);
    expect(await page('/changes-log')).toContain('Version 0.2.0, 28 November 2026');
  });
});
