import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const home = fileURLToPath(new URL('../../node_modules/.chromium', import.meta.url));

/** A browser that can be started: the path of its program, and the environment it needs. */
export interface Startable {
  executablePath: string;
  env?: Record<string, string | undefined>;
}

/**
 * The browser that comes with the packages, together with its own system libraries and fonts, so that it starts on any
 * machine and looks the same everywhere. It is unpacked once; a folder left incomplete is never used. Throws if the
 * archives cannot be unpacked.
 */
export function ownChromium(): Startable {
  if (!existsSync(home)) {
    const own = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    unpackInto(home, join(dirname(own), '..', '..', 'bin'));
  }
  nameFonts(home);
  return {
    executablePath: join(home, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: join(home, 'lib'), FONTCONFIG_PATH: home },
  };
}

function unpackInto(folder: string, archives: string): void {
  const unpacked = (name: string) => brotliDecompressSync(readFileSync(join(archives, name)));
  const half = mkdtempSync(`${folder}-`);
  try {
    writeFileSync(join(half, 'chromium'), unpacked('chromium.br'));
    chmodSync(join(half, 'chromium'), 0o755);
    for (const name of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'])
      extract(unpacked(name), half);
    renameSync(half, folder);
  } catch (cause) {
    rmSync(half, { recursive: true, force: true });
    // Another process may have been first.
    if (!existsSync(folder)) throw cause;
  }
}

function extract(archive: Buffer, folder: string): void {
  const { error, status, stderr } = spawnSync('tar', ['-x', '--no-same-owner', '-C', folder], {
    input: archive,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`tar failed: ${stderr}`);
}

/**
 * Tells the browser where its fonts are, anew if the folder has been moved or copied: without fonts it ends at the first
 * text that it looks for one.
 */
export function nameFonts(folder: string): void {
  const path = join(folder, 'fonts.conf');
  const settings = fontSettings(folder);
  if (existsSync(path) && readFileSync(path, 'utf8') === settings) return;
  // Another process may be reading it.
  const half = `${path}.${process.pid}`;
  writeFileSync(half, settings);
  renameSync(half, path);
}

const fontSettings = (folder: string) =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
