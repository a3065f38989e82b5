import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signInPrefix } from '../../data/definitions/releaseFolder.ts';

/** For how long a link to sign in may be used, in ms. */
const goodFor = 15 * 60_000;

interface SignIn {
  by: string;
  until: number;
}

/** Only the SHA-256 of a token is kept: whoever reads the folder cannot sign in. */
const fileOf = (folder: string, token: string): string =>
  join(folder, `${signInPrefix}${createHash('sha256').update(token).digest('hex')}`);

/** Makes a token by which somebody can sign in once, and removes those whose time is over. */
export function makeSignIn(folder: string, by: string, now: number): string {
  for (const name of readdirSync(folder).filter((one) => one.startsWith(signInPrefix))) {
    const kept = readSignIn(join(folder, name));
    if (!kept || kept.until <= now) rmSync(join(folder, name), { force: true });
  }
  const token = randomBytes(32).toString('base64url');
  const kept: SignIn = { by, until: now + goodFor };
  writeFileSync(fileOf(folder, token), JSON.stringify(kept), { mode: 0o600, flag: 'wx' });
  return token;
}

/** Who a token is for, while it can be used; null where it cannot. */
export function whoSignsIn(folder: string, token: string, now: number): string | null {
  const kept = readSignIn(fileOf(folder, token));
  return kept && kept.until > now ? kept.by : null;
}

/** Uses a token up; returns who it was for, and null where it cannot be used: also to all but the first of several. */
export function useSignIn(folder: string, token: string, now: number): string | null {
  const by = whoSignsIn(folder, token, now);
  try {
    rmSync(fileOf(folder, token));
    return by;
  } catch {
    return null;
  }
}

function readSignIn(path: string): SignIn | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
