import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of an installed program; undefined if it is not installed. */
export const installed = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

/** A file of `deploy` with some of its text replaced; throws for text that does not occur exactly once. */
export function filled(file: string, places: Record<string, string>): string {
  let text = readFileSync(fileURLToPath(new URL(`../../deploy/${file}`, import.meta.url)), 'utf8');
  for (const [place, filling] of Object.entries(places)) {
    if (text.split(place).length !== 2) throw new Error(`not once in ${file}: ${place}`);
    text = text.replace(place, filling);
  }
  return text;
}

/**
 * Writes the configuration of `deploy` in front of two servers into a folder, complete and without using any system
 * folder; optionally with another port that sends the files of a folder from disk. Returns nginx's arguments.
 */
export function nginxArguments(
  folder: string,
  port: number,
  [first, second]: readonly [number, number],
  disk?: { port: number; folder: string },
): string[] {
  const place = mkdtempSync(join(folder, 'nginx-'));
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${place}/${name};`)
    .join(' ');
  const files = disk ? `server { listen ${disk.port}; root ${disk.folder}; }` : '';
  writeFileSync(
    join(place, 'uptake.conf'),
    filled('nginx.conf', {
      'listen 80;': `listen ${port};`,
      '127.0.0.1:8081 ': `127.0.0.1:${first} `,
      '127.0.0.1:8082 ': `127.0.0.1:${second} `,
      '/var/cache/nginx-uptake ': `${place}/cache `,
    }),
  );
  writeFileSync(
    join(place, 'nginx.conf'),
    `daemon off; master_process off; pid ${place}/pid; error_log ${place}/errors; events {}
    http { access_log off; ${own} ${files} include ${place}/uptake.conf; }`,
  );
  return ['-p', place, '-c', join(place, 'nginx.conf')];
}

/** A port of this machine on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
