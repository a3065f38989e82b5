import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cutOffSlow, type Patience } from '../../../server/http/patience.ts';

let stop = () => {};
afterEach(() => stop());

/** More than networks and sockets buffer. */
const size = 32 << 20;

/** A response that is sent piece by piece. */
function* pieces() {
  for (let sent = 0; sent < size; sent += 1 << 16) yield Buffer.alloc(1 << 16);
}

/** Serves a response to one reader; tells when it has ended. */
async function serve(patience: Patience): Promise<{ reader: Socket; ended: Promise<void> }> {
  let tell = () => {};
  const ended = new Promise<void>((resolve) => (tell = resolve));
  const server = createServer((_request, response) => {
    const end = cutOffSlow(response, patience);
    response.on('close', () => {
      end();
      tell();
    });
    Readable.from(pieces()).pipe(response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
  reader.on('error', () => {});
  reader.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  return { reader, ended };
}

describe('a reader', () => {
  it.each([
    ['what was sent before', { bytesWritten: 150_000, writableLength: 50_000 }, 6],
    ['what waits to be sent', { bytesWritten: 110_000, writableLength: 10_000 }, 6],
    ['what is sent', { bytesWritten: 120_000, writableLength: 10_000 }, 16],
  ])('earns a second for each so many bytes of %s, beyond a wait', (_, then, seconds) => {
    vi.useFakeTimers();
    const socket = { bytesWritten: 100_000, writableLength: 0 };
    const response = { socket, writableLength: 1, destroy: vi.fn() };
    const end = cutOffSlow(response as never, { wait: 5000, rate: 1000, every: 1000 });
    Object.assign(socket, then);
    vi.advanceTimersByTime(seconds * 1000 - 1);
    expect(response.destroy).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(response.destroy).toHaveBeenCalled();
    end();
    vi.useRealTimers();
  });

  it('who takes nothing is cut off', async () => {
    const { reader, ended } = await serve({ wait: 200, rate: 1 << 30, every: 20 });
    reader.pause();
    await ended;
    reader.resume();
    await once(reader, 'close');
    expect(reader.bytesRead).toBeLessThan(size);
  });

  it('who takes enough gets everything, however long it takes', async () => {
    const { reader } = await serve({ wait: 50, rate: 50_000, every: 10 });
    reader.on('data', () => {
      reader.pause();
      setTimeout(() => reader.resume(), 1);
    });
    await once(reader, 'close');
    expect(reader.bytesRead).toBeGreaterThan(size);
  });
});
