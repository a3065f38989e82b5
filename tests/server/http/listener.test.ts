import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Serving, serve } from '../../support/serving.ts';

let serving: Serving;
beforeAll(async () => {
  serving = await serve(inject('illustrative'));
});
afterAll(() => serving.stop());

/** The response to raw bytes. */
function exchange(sent: string): Promise<string> {
  const { port } = new URL(serving.origin);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(sent));
    socket.on('data', (bytes) => {
      received += bytes;
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

const problemIn = (received: string) => JSON.parse(received.split('\r\n\r\n')[1]!);

describe('what cannot be read as a request', () => {
  it('is a problem like any other: no HTTP', async () => {
    const received = await exchange('what is the figure?\r\n\r\n');
    expect(received).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(received).toContain('Content-Type: application/problem+json');
    expect(problemIn(received)).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: 'the request could not be read',
    });
  });

  it('is a problem like any other: an address without end', async () => {
    const received = await exchange(`GET /api/v1/figures?area=${'A'.repeat(70_000)} HTTP/1.1\r\n`);
    expect(received).toMatch(/^HTTP\/1\.1 431 /);
    expect(problemIn(received).status).toBe(431);
  });

  it('does not affect later requests', async () => {
    await exchange('\u0000\u0001\r\n\r\n');
    expect((await fetch(`${serving.origin}/api/v1/figures`)).status).toBe(200);
  });

  it('differs from an address that is merely too long', async () => {
    const response = await fetch(`${serving.origin}/api/v1/figures?area=${'A'.repeat(30_000)}`);
    expect(response.status).toBe(414);
  });
});
