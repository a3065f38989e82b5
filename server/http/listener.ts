import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** The most bytes that a request's address and headers may have together. */
const mostHeader = 64 << 10;

/** How long an idle connection is kept, in ms: longer than proxies do, so that none sends into a closed one. */
const keepAliveTimeout = 65_000;

/** A server for an app. What cannot be parsed as a request is answered as problem+json too. Times are in ms. */
export function makeServer(app: RequestListener, requestTimeout = 30_000): Server {
  const options = { requestTimeout, keepAliveTimeout, maxHeaderSize: mostHeader };
  const server = createServer(options, app);
  return server.on('clientError', refuse);
}

function refuse({ code }: NodeJS.ErrnoException, socket: Duplex): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const tooLong = code === 'HPE_HEADER_OVERFLOW';
  const status = tooLong ? 431 : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const detail = tooLong
    ? `the address and headers are longer than ${mostHeader} bytes`
    : 'the request could not be read';
  const title = STATUS_CODES[status];
  const body = JSON.stringify({ type: 'about:blank', title, status, detail });
  socket.end(
    [
      `HTTP/1.1 ${status} ${title}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
