import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createServer as createVite } from 'vite';
import { authority, readConfigOrExit } from '../server/config.ts';
import { fetchAsk } from '../web/api.ts';

const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { host, port } = readConfigOrExit();
const behind = { host: '127.0.0.1', port: port + 1 };

// The API runs behind, on the next port, and starts anew when its code changes.
const api = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', '--import', './scripts/typescript.js', 'server/main.ts'],
  {
    cwd: inRoot(''),
    stdio: 'inherit',
    env: { ...process.env, HOST: behind.host, PORT: String(behind.port), UPTAKE_PREFIX: '' },
  },
);
api.on('exit', (code) => process.exit(code ?? 1));

const front = createServer(answer);
const vite = await createVite({
  configFile: inRoot('vite.config.ts'),
  appType: 'custom',
  server: { middlewareMode: true, ws: { server: front }, fs: { allow: [inRoot('')] } },
});
const ask = fetchAsk(`http://${authority(behind.host, behind.port)}`);

function answer(asked: IncomingMessage, response: ServerResponse): void {
  const url = new URL(asked.url ?? '/', `http://${authority(host, port)}`);
  if (/^\/(api|health)(\/|$)/.test(url.pathname)) passOn(asked, response);
  else vite.middlewares(asked, response, () => drawPage(url, response));
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

/** Pages are drawn here, by the code as it is now. */
async function drawPage(url: URL, response: ServerResponse): Promise<void> {
  try {
    const { renderPage } = (await vite.ssrLoadModule(
      inRoot('server/pages/pages.ts'),
    )) as typeof import('../server/pages/pages.ts');
    const source = await readFile(inRoot('web/index.html'), 'utf8');
    const shell = await vite.transformIndexHtml(url.pathname, source);
    const { status, html } = await renderPage(url, ask, { prefix: '', shell, origin: url.origin });
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  } catch (error) {
    vite.ssrFixStacktrace(error as Error);
    console.error(error);
    response.writeHead(500, { 'Content-Type': 'text/plain' }).end((error as Error).stack);
  }
}

front.listen(port, host, () => {
  console.log(`Pages with live reload at http://${authority(host, port)}/`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    api.kill();
    process.exit(0);
  });
}
