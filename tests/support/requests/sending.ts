import { Agent, request } from 'node:http';
import type { Received } from './answers.ts';

/** Sends a request as it stands, without correcting its target as `fetch` does. */
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
              body: Buffer.concat(pieces),
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
