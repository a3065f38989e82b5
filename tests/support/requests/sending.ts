import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Received } from './answers.ts';

const unpacking: Record<string, (body: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

/** A body before compression; for HEAD, it is empty either way. */
const unpacked = (body: Buffer, coding = ''): Buffer =>
  body.length ? (unpacking[coding]?.(body) ?? body) : body;

/** Sends a request unchanged, without normalising its target as `fetch` does. */
export function sending(origin: string) {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true });
  return {
    send: (path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Received> =>
      new Promise((resolve, reject) => {
        const asking = request({ hostname, port, path, method, headers, agent }, (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode!,
              type: response.headers['content-type'] ?? '',
              headers: response.headers,
              body: unpacked(Buffer.concat(pieces), response.headers['content-encoding']),
            }),
          );
        });
        asking.setTimeout(120_000, () => asking.destroy(new Error(`no answer in time: ${path}`)));
        asking.on('error', reject);
        asking.end();
      }),
    stop: () => agent.destroy(),
  };
}
