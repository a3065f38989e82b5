import { basename, join } from 'node:path';
import type { Limits } from '../limits.ts';
import { fileProblem, type Problem } from '../problem.ts';
import { download, isAddress } from './download.ts';

/** A local file: its path, its name, and the address it was downloaded from; null for none. */
export interface FileAtHand {
  path: string;
  name: string;
  address: string | null;
}

interface Fetching {
  work: string;
  limits: Limits;
  patience: number;
  onProgress(progress: { doing: string; fraction: number }): void;
  signal?: AbortSignal;
}

/**
 * The files given as paths or addresses, after downloading those with an address. What cannot be downloaded is a
 * problem.
 */
export async function atHand(
  given: readonly string[],
  { work, limits, patience, onProgress, signal }: Fetching,
  problems: Problem[],
): Promise<FileAtHand[]> {
  const files: FileAtHand[] = [];
  for (const [index, one] of given.entries()) {
    if (!isAddress(one)) {
      files.push({ path: one, name: basename(one), address: null });
      continue;
    }
    try {
      const address = addressIn(one);
      const path = join(work, `download-${index}`);
      const doing = `${nameIn(address)} from ${address.host}`;
      const progress = (fraction: number) => onProgress({ doing, fraction });
      progress(0);
      const from = await download(address, path, {
        limits,
        patience,
        onProgress: progress,
        signal,
      });
      progress(1);
      files.push({ path, name: nameOf(address, from), address: address.href });
    } catch (error) {
      signal?.throwIfAborted();
      problems.push(fileProblem(one, `cannot be downloaded: ${why(error as Error)}`));
    }
  }
  return files;
}

/** An address to download from; throws if it is of another kind, or contains a user name. */
function addressIn(text: string): URL {
  if (!URL.canParse(text)) throw new Error('it is no address');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new Error(`only https:// and http:// are, not ${url.protocol}//`);
  }
  if (url.username || url.password) {
    throw new Error('it holds a name or a password, which the release would publish');
  }
  url.hash = '';
  return url;
}

/**
 * The name of a downloaded file: from the address given, or from the one it redirected to if only that has a file name.
 */
function nameOf(address: URL, from: URL): string {
  const names = [address, from].map(nameIn);
  return names.find((name) => /\.(csv|gz|zip|geojson)$/i.test(name)) ?? names[0]!;
}

function nameIn({ pathname, host }: URL): string {
  try {
    return basename(decodeURIComponent(pathname)) || host;
  } catch {
    return basename(pathname);
  }
}

/** Why something failed: its cause says more than the error itself. */
const why = ({ message, cause }: Error): string => {
  const below = cause as (Error & { code?: string }) | undefined;
  return below?.message || below?.code || message;
};
