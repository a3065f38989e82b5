import { createHmac } from 'node:crypto';

/** The bytes of a secret from the settings: `whsec_` and base64. */
const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/**
 * Headers that show a receiver that a message is ours, unaltered, and not an old one repeated: an id, the time in
 * seconds and an HMAC-SHA256 of both and the text. Source: Standard Webhooks 1.0.
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
