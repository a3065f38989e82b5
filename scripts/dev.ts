import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createServer as createVite } from 'vite';
import { authority, readConfigOrExit } from '../server/config.ts';
import { makeServer } from '../server/http/listener.ts';
import { fetchAsk } from '../web/api.ts';

const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { host, port, contact } = readConfigOrExit();
const behind = { host: '127.0.0.1', port: await freePort() };

// The API runs in the background on a port of its own, and restarts when its code changes.
const api = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', '--import', './scripts/typescript.js', 'server/main.ts'],
  {
    cwd: inRoot(''),
    stdio: 'inherit',
    env: {
      ...process.env,
      HOST: behind.host,
      PORT: String(behind.port),
      UPTAKE_PREFIX: '',
      UPTAKE_FRESH: '0',
    },
  },
);
api.on('exit', (code) => process.exit(code ?? 1));

const front = makeServer(answer);
const vite = await createVite({
  configFile: inRoot('vite.config.ts'),
  appType: 'custom',
  server: { middlewareMode: true, ws: { server: front }, fs: { allow: [inRoot('')] } },
});
const ask = fetchAsk(`http://${authority(behind.host, behind.port)}`);

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  const socket = createSocket();
  return new Promise((resolve) => {
    socket.listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => resolve(port));
    });
  });
}

function answer(asked: IncomingMessage, response: ServerResponse): void {
  const url = new URL(asked.url ?? '/', `http://${asked.headers.host ?? authority(host, port)}`);
  if (/^\/(api|health)(\/|$)/.test(url.pathname)) passOn(asked, response);
  else vite.middlewares(asked, response, () => draw(url, response));
}

function passOn(asked: IncomingMessage, response: ServerResponse): void {
  const { method, url: path, headers } = asked;
  request({ ...behind, method, path, headers }, (answered) => {
    response.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(response);
  })
    .on('error', () => response.writeHead(503).end('the server is starting'))
    .end();
}

/** Pages and charts are drawn here, by the current code. */
async function draw(url: URL, response: ServerResponse): Promise<void> {
  try {
    const { drawn } = (await vite.ssrLoadModule(
      inRoot('scripts/dev/drawn.ts'),
    )) as typeof import('./dev/drawn.ts');
    const name = url.pathname.startsWith('/embed/') ? 'embed' : 'index';
    const source = await readFile(inRoot(`web/${name}.html`), 'utf8');
    const shell = await vite.transformIndexHtml(`/${name}.html`, source);
    const settings = { prefix: '', shell, origin: url.origin, contact };
    const { status, type, body, location } = await drawn(url, ask, settings);
    const headers = { 'Content-Type': type, ...(location && { Location: location }) };
    response.writeHead(status, headers).end(body);
  } catch (error) {
    vite.ssrFixStacktrace(error as Error);
    console.error(error);
    response.writeHead(500, { 'Content-Type': 'text/plain' }).end((error as Error).stack);
  }
}

front.listen(port, host, () => {
  const { port: used } = front.address() as AddressInfo;
  console.log(`Pages with live reload at http://${authority(host, used)}/`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    api.kill();
    process.exit(0);
  });
}
