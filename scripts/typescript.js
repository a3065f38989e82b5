// Lets Node run TypeScript directly, in this process from here on. Translations are cached in a folder of the project
// that nobody else can write, because in the temporary folder others could plant code.
import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../node_modules/.cache/typescript', import.meta.url));

const usual = process.env.TMPDIR;
if (isOurs()) process.env.TMPDIR = folder;
else process.env.TSX_DISABLE_CACHE = '1';
const { register } = await import('tsx/esm/api');
register();
if (usual === undefined) delete process.env.TMPDIR;
else process.env.TMPDIR = usual;

/** Whether the folder belongs to this user alone. If the project is somebody else's or read-only, nothing is cached. */
function isOurs() {
  try {
    mkdirSync(folder, { recursive: true });
    if (statSync(folder).uid !== process.geteuid?.()) return false;
    chmodSync(folder, 0o700);
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
