import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { nameFonts } from '../../../scripts/browser/ownChromium.ts';

const scratch = mkdtempSync(join(tmpdir(), 'uptake-fonts-'));
afterAll(() => rmSync(scratch, { recursive: true }));

it('a browser finds its own fonts, also once its folder has been moved', () => {
  const [here, there] = [join(scratch, 'here'), join(scratch, 'there')];
  mkdirSync(here);
  nameFonts(here);
  renameSync(here, there);
  nameFonts(there);
  expect(readdirSync(there)).toEqual(['fonts.conf']);
  const settings = readFileSync(join(there, 'fonts.conf'), 'utf8');
  expect(settings.match(/<dir>.*<\/dir>/)![0]).toBe(`<dir>${there}/fonts</dir>`);
});
