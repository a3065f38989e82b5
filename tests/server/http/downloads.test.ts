import { cpSync, mkdtempSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Serving, serve } from '../../support/serving.ts';

let folder: string;
let file: string;
let serving: Serving;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'uptake-downloads-'));
  cpSync(inject('illustrative'), folder, { recursive: true });
  file = join(folder, '2015-03.1.duckdb');
  serving = await serve(folder);
  await fetch(`${serving.origin}/api/v1/measures`);
});
afterEach(async () => {
  await serving.stop();
  rmSync(folder, { recursive: true, force: true });
});

const asked = (path: string) => fetch(serving.origin + path);
const addresses = ['/api/v1/release.duckdb', '/api/v1/releases/2015-03.1/release.duckdb'];

const begun = (path: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => get(serving.origin + path, resolve).on('error', reject));

/** Every byte of a body, and whether it is complete. */
async function rest(response: IncomingMessage): Promise<[bytes: number, whole: boolean]> {
  let bytes = 0;
  try {
    for await (const piece of response) bytes += piece.length;
  } catch {
    return [bytes, false];
  }
  return [bytes, response.complete];
}

describe('a release file', () => {
  it('that was removed is refused with a reason, and everything else works', async () => {
    rmSync(file);
    for (const path of addresses) {
      for (const method of ['GET', 'HEAD']) {
        const response = await fetch(serving.origin + path, { method });
        expect([path, response.status]).toEqual([path, 503]);
        const text = await response.text();
        if (text) {
          expect(JSON.parse(text).detail).toBe(
            'the file of release 2015-03.1 cannot be read: it is no longer there',
          );
        }
      }
    }
    expect((await asked('/health/live')).status).toBe(200);
    expect((await asked('/api/v1/figures?level=region')).status).toBe(200);
    expect((await asked('/api/v1/provenance?measure=records_enabled&area=E92000001')).status).toBe(
      200,
    );
  });

  it('that is removed or renamed while it is sent arrives complete', async () => {
    const { size } = statSync(file);
    const response = await begun(addresses[0]!);
    renameSync(file, `${file}.gone`);
    expect(await rest(response)).toEqual([size, true]);
  });

  it('that is cut while it is sent fails, and is never taken for complete', async () => {
    const { size } = statSync(file);
    const response = await begun(addresses[0]!);
    response.pause();
    truncateSync(file, size / 2);
    const [bytes, whole] = await rest(response);
    expect(whole).toBe(false);
    expect(bytes).toBeLessThan(size);
    expect((await asked('/health/live')).status).toBe(200);
    const failures = serving.logged.filter((line) => JSON.parse(line).level >= 50);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain('the file of release 2015-03.1 was cut while it was sent');
  });
});
