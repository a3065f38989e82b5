import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signInPrefix } from '../../data/definitions/releaseFolder.ts';

/** How long a link to sign in is valid, in ms. */
const goodFor = 15 * 60_000;

interface SignIn {
  by: string;
  until: number;
}

/** Only the SHA-256 of a token is kept, so that whoever can read the folder cannot sign in. */
const fileOf = (folder: string, token: string): string =>
  join(folder, `${signInPrefix}${createHash('sha256').update(token).digest('hex')}`);

/** Makes a token with which somebody can sign in once, and removes expired ones. */
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

/** Whom a token is for, while it is valid; null if it is not. */
export function whoSignsIn(folder: string, token: string, now: number): string | null {
  const kept = readSignIn(fileOf(folder, token));
  return kept && kept.until > now ? kept.by : null;
}

/**
 * Uses up a token. Returns whom it was for, or null if it is not valid. Of several who use it, only the first succeeds.
 */
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
