import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Limits, refusalOf } from '../limits.ts';

/** Whether an argument is an address rather than a path. */
export const isAddress = (given: string): boolean => /^[a-z][a-z\d+.-]+:\/\//i.test(given);

interface Downloading {
  limits: Limits;
  /** How long a download may make no progress, in ms. */
  patience: number;
  /** Called with the fraction downloaded, from 0 to 1. */
  onProgress(fraction: number): void;
  signal?: AbortSignal;
}

const mostRedirects = 5;

/**
 * Downloads a file to a path. Returns the final address after redirects. Throws a message if it cannot be downloaded,
 * is too large, stops making progress or is redirected to another scheme; then nothing is left of it.
 */
export async function download(
  address: URL,
  target: string,
  { limits, patience, onProgress, signal }: Downloading,
): Promise<URL> {
  const still = new AbortController();
  let timer: NodeJS.Timeout;
  const moves = () => {
    clearTimeout(timer);
    timer = setTimeout(() => still.abort(new Error(stoodStill(patience))), patience);
  };
  moves();
  const signals = AbortSignal.any([still.signal, ...(signal ? [signal] : [])]);
  try {
    const { response, from } = await follow(address, signals);
    const length = Number(response.headers.get('Content-Length') ?? 0);
    const refusal = refusalOf(limits, 'fileBytes', length);
    if (refusal) throw new Error(refusal);
    let bytes = 0;
    const counting = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        moves();
        bytes += chunk.length;
        if (length > bytes) onProgress(bytes / length);
        const tooLarge = refusalOf(limits, 'fileBytes', bytes);
        done(tooLarge ? new Error(tooLarge) : null, chunk);
      },
    });
    const body = Readable.fromWeb(response.body! as never);
    await pipeline(body, counting, createWriteStream(target), { signal: signals });
    return from;
  } catch (error) {
    if (existsSync(target)) rmSync(target);
    if (still.signal.aborted) throw still.signal.reason;
    throw error;
  } finally {
    clearTimeout(timer!);
  }
}

const stoodStill = (patience: number) =>
  `nothing came for ${patience / 1000} seconds (the setting UPTAKE_PATIENCE)`;

/** Requests an address and follows redirects; throws if none of them answers with a file. */
async function follow(
  address: URL,
  signal: AbortSignal,
): Promise<{ response: Response; from: URL }> {
  let from = address;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const headers = { 'Accept-Encoding': 'identity', 'User-Agent': 'gp-online-uptake' };
    const response = await fetch(from, { redirect: 'manual', headers, signal });
    const to = response.headers.get('Location');
    if (response.status === 200) return { response, from };
    await response.body?.cancel();
    if (response.status < 300 || response.status > 399 || to === null) {
      throw new Error(`${from.host} answered ${response.status} ${response.statusText}`.trimEnd());
    }
    from = ledTo(from, to);
  }
  throw new Error(`it leads on more than ${mostRedirects} times`);
}

/** The target of a redirect; throws if its scheme differs, unless it is a safer one. */
export function ledTo(from: URL, to: string): URL {
  if (!URL.canParse(to, from)) throw new Error(`it leads to no address: ${to}`);
  const url = new URL(to, from);
  const isSafer = from.protocol === 'http:' && url.protocol === 'https:';
  if (url.protocol === from.protocol || isSafer) return url;
  throw new Error(`it leads from ${from.protocol} to ${url.protocol}, which is refused: ${to}`);
}
