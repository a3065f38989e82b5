import { createHmac } from 'node:crypto';

/** The bytes of a secret as it is written in settings: `whsec_` and base64. */
const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/**
 * The headers by which a receiver knows that a message is ours, as it was sent, and not an old one sent again:
 * an id, the time in seconds and an HMAC-SHA256 of both and the text. Source: Standard Webhooks 1.0.
 */
export function signature(
  secret: string,
  { id, at, text }: { id: string; at: Date; text: string },
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const sum = createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${text}`);
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${sum.digest('base64')}`,
  };
}
