import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kept = join(root, 'node_modules', '.cache', 'typescript');
const temporary = mkdtempSync(join(tmpdir(), 'uptake-typescript-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** Runs TypeScript in a separate process with an empty temporary folder; returns its output. */
function run(program: string): string {
  const options = ['--import', './scripts/typescript.js', '--input-type=module', '-e', program];
  const env = { ...process.env, TMPDIR: temporary };
  return spawnSync(process.execPath, options, { cwd: root, env, encoding: 'utf8' }).stdout.trim();
}

describe('TypeScript without a build', () => {
  it('runs, and caches compiled code where nobody else can write it', () => {
    const program = `const { services } = await import('./data/definitions/measures.ts'); console.log(services.length)`;
    expect(run(program)).toBe('3');
    expect(readdirSync(temporary)).toEqual([]);
    expect(statSync(kept).mode & 0o777).toBe(0o700);
    expect(readdirSync(kept)).not.toEqual([]);
  });

  it('restricts that folder if it was open to others', () => {
    chmodSync(kept, 0o777);
    run('');
    expect(statSync(kept).mode & 0o777).toBe(0o700);
  });

  it('uses the temporary folder for nothing', () => {
    expect(run(`console.log((await import('node:os')).tmpdir())`)).toBe(temporary);
  });
});
