import { basename, join } from 'node:path';
import type { Limits } from '../limits.ts';
import { fileProblem, type Problem } from '../problem.ts';
import { download, isAddress } from './download.ts';

/** A file as it is at hand: where it lies, what it is called, and the address it was downloaded from; null for none. */
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

/** The files that were given as paths or addresses, once those with an address are downloaded; what cannot be is a problem. */
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

/** An address that a file may be downloaded from; throws where it is of another kind, or names who asks. */
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

/** What a file is called: by the address given, or by where that led, if only that has a name of a file. */
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

/** Why something failed: what lies below it says more than that it did. */
const why = ({ message, cause }: Error): string => {
  const below = cause as (Error & { code?: string }) | undefined;
  return below?.message || below?.code || message;
};
