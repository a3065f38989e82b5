import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, inject, it } from 'vitest';
import { Ending } from '../../../server/http/ending.ts';
import { makeServer } from '../../../server/http/listener.ts';
import { serve } from '../../support/serving.ts';

/** Responses that begin at once and end when the test says so. */
async function slowServer() {
  const begun: ServerResponse[] = [];
  const server = makeServer((request, response) => {
    if (request.url === '/quick') return void response.end('quick');
    response.write('begun ');
    begun.push(response);
  });
  const ending = new Ending(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { begun, ending, port };
}

const ask = (port: number, path: string, agent?: Agent): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get({ port, path, agent, host: '127.0.0.1' }, resolve).on('error', reject);
  });

const refused = (port: number) =>
  ask(port, '/quick').then(
    () => null,
    ({ code }) => code,
  );

describe('a server told to stop', () => {
  it('reports that it is not ready, and still answers meanwhile', async () => {
    const serving = await serve(inject('illustrative'));
    const ready = () => fetch(`${serving.origin}/health/ready`);
    expect((await ready()).status).toBe(200);
    serving.ending.announce();
    const turned = await ready();
    expect(turned.status).toBe(503);
    expect((await turned.json()).detail).toBe('the server is stopping');
    expect((await fetch(`${serving.origin}/health/live`)).status).toBe(200);
    const measures = await fetch(`${serving.origin}/api/v1/measures`);
    expect(measures.status).toBe(200);
    expect(measures.headers.get('connection')).toBe('close');
    await measures.text();
    expect(await serving.ending.end(3600)).toBe(0);
    await expect(ready()).rejects.toThrow();
    await serving.stop();
  });

  it('closes kept connections after their next answer, and idle ones after the notice', async () => {
    const { ending, port } = await slowServer();
    const agent = new Agent({ keepAlive: true });
    const before = await ask(port, '/quick', agent);
    expect(before.headers.connection).toBe('keep-alive');
    await text(before);
    const idle = new Agent({ keepAlive: true });
    await text(await ask(port, '/quick', idle));
    ending.announce();
    const after = await ask(port, '/quick', agent);
    expect(after.headers.connection).toBe('close');
    await text(after);
    expect(await ending.end(3600)).toBe(0);
    await expect.poll(() => Object.values(idle.freeSockets).flat().length).toBe(0);
  });

  it('lets answers under way finish', async () => {
    const { begun, ending, port } = await slowServer();
    const agent = new Agent({ keepAlive: true });
    const slow = await ask(port, '/slow', agent);
    const ended = ending.end(3600);
    await expect.poll(() => refused(port)).toBe('ECONNREFUSED');
    expect(ending.answering).toBe(1);
    begun[0]!.end('and ended');
    expect(await text(slow)).toBe('begun and ended');
    expect(await ended).toBe(0);
  }, 20_000);

  it('cuts off what has not ended in time, and says how many', async () => {
    const { ending, port } = await slowServer();
    const slow = await ask(port, '/slow');
    const cut = text(slow).catch(({ code }) => code);
    const began = performance.now();
    expect(await ending.end(0.1)).toBe(1);
    expect(performance.now() - began).toBeGreaterThan(90);
    expect(await cut).toBe('ECONNRESET');
  });
});
