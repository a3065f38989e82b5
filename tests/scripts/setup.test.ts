import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

function npm(args: string[], environment: Record<string, string>): ChildProcess {
  const env = { ...process.env, NODE_ENV: '', VITEST: '', PORT: '0', ...environment };
  return spawn('npm', args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

interface Started {
  child: ChildProcess;
  origin: string;
  /** Settles once no process is left that could write: npm, its shell or the server. */
  over: Promise<[status: number | null, signal: string | null]>;
  logged: string[];
}

async function started(environment: Record<string, string>): Promise<Started> {
  const child = npm(['start'], { UPTAKE_DATA: inject('illustrative'), ...environment });
  const over = once(child, 'close') as Started['over'];
  const logged: string[] = [];
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the server ended before it was ready')));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      logged.push(line);
      const found = /is ready at (http:\S+)\/ /.exec(line);
      if (found) resolve(found[1]!);
    });
  });
  return { child, origin, over, logged };
}

/** Begins a download without reading it. */
const download = (origin: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const path = '/api/v1/figures?level=practice&from=2014-04&format=csv';
    get(origin + path, resolve).on('error', reject);
  });

describe('npm start', () => {
  it('uses the database that UPTAKE_STORE names, and needs no release in the folder', async () => {
    const child = npm(['start'], {
      UPTAKE_DATA: '/nowhere/releases',
      UPTAKE_STORE: 'postgres://reader:secret@127.0.0.1:1/uptake',
    });
    const [said, [status]] = await Promise.all([text(child.stderr!), once(child, 'close')]);
    expect(said.trimEnd().split('\n').at(-1)).toBe(
      'postgres://127.0.0.1:1/uptake cannot be read: connect ECONNREFUSED 127.0.0.1:1',
    );
    expect(status).toBe(1);
  });

  it('passes on the signal to end, lets a download finish and leaves no process behind', async () => {
    const { child, origin, over, logged } = await started({
      UPTAKE_NOTICE: '0',
      UPTAKE_DRAIN: '120',
    });
    const whole = await text(await download(origin));
    const flowing = await download(origin);
    child.kill('SIGTERM');
    await expect.poll(() => logged.some((line) => line.includes('"msg":"ending"'))).toBe(true);
    expect(await text(flowing)).toBe(whole);
    expect(await over).toEqual([0, null]);
    expect(JSON.parse(logged.at(-1)!)).toMatchObject({ msg: 'ended', cutOff: 0 });
  });

  it('ends at once on a second signal', async () => {
    const six = Object.values(networkInterfaces()).some((all) =>
      all?.some(({ address }) => address === '::1'),
    );
    const host = six ? '::1' : '127.0.0.1';
    const { child, origin, over, logged } = await started({ HOST: host, UPTAKE_DRAIN: '3600' });
    expect(origin).toMatch(six ? /^http:\/\/\[::1\]:\d+$/ : /^http:\/\/127\.0\.0\.1:\d+$/);
    const { hostname, port } = new URL(origin);
    const asking = connect(Number(port), hostname.replace(/[[\]]/g, ''), () =>
      asking.write('GET / HTTP/1.1\r\n'),
    );
    const cut = once(asking, 'close');
    await once(asking, 'connect');
    child.kill('SIGTERM');
    await expect.poll(() => logged.some((line) => line.includes('"msg":"ending"'))).toBe(true);
    await new Promise((wait) => setTimeout(wait, 600));
    child.kill('SIGTERM');
    await over;
    await cut;
    expect(logged.some((line) => line.includes('"msg":"ended"'))).toBe(false);
  });
});

describe('unusable settings', () => {
  it.each([
    ['start', 'PORT', '80a', 'PORT is not a port number (0 to 65535): 80a'],
    ['releases', 'UPTAKE_DATA', 'package.json', 'UPTAKE_DATA is not a folder: package.json'],
  ])('end npm run %s with one line: %s=%s', async (task, name, value, line) => {
    const child = npm(['run', '--silent', task], {
      UPTAKE_DATA: inject('illustrative'),
      [name]: value,
    });
    const [out, errors, [status]] = await Promise.all([
      text(child.stdout!),
      text(child.stderr!),
      once(child, 'close'),
    ]);
    expect({ out, errors, status }).toEqual({ out: '', errors: `${line}\n`, status: 1 });
  });
});
