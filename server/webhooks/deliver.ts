import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { checkHost, lookupPublic } from './reach.ts';
import { signature } from './sign.ts';

/** A message to a receiver, with an id by which it recognises a repeated one. */
export interface Message {
  id: string;
  text: string;
}

export interface Sender {
  secret: string;
  /** Whether receivers may be in private networks. */
  toPrivate: boolean;
}

/** How long to wait for a receiver to answer, in ms. */
const patience = 10_000;

/**
 * Sends one message to one receiver. Resolves once the receiver has accepted it. Rejects with the reason if it did not,
 * or if its address is in a private network and that is not allowed. Redirects are not followed.
 */
export async function deliver(address: string, message: Message, sender: Sender): Promise<void> {
  const url = new URL(address);
  if (!sender.toPrivate) checkHost(url.hostname);
  const send = url.protocol === 'https:' ? requestSecure : requestPlain;
  const status = await new Promise<number>((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      agent: false,
      timeout: patience,
      signal: AbortSignal.timeout(patience),
      ...(sender.toPrivate ? {} : { lookup: lookupPublic }),
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(message.text),
        'User-Agent': 'gp-online-uptake',
        ...signature(sender.secret, { ...message, at: new Date() }),
      },
    });
    request.on('response', (response) => {
      // The rest of the answer is of no use, and may be long.
      response.destroy();
      resolve(response.statusCode!);
    });
    request.on('error', reject);
    request.end(message.text);
  });
  if (status < 200 || status >= 300) throw new Error(`it answered ${status}`);
}
