import { Agent, get } from 'node:http';

const agent = new Agent({ keepAlive: true });

interface Answer {
  body: Buffer;
  /** When its first byte came, in milliseconds after it was asked for. */
  firstByte: number;
}

/** Asks a server and reads the whole answer, unpacked; rejects unless its status is 200. */
export const fetchBody = (url: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    get(url, { agent }, async (response) => {
      let firstByte = 0;
      const pieces: Buffer[] = [];
      for await (const piece of response) {
        firstByte ||= performance.now() - began;
        pieces.push(piece);
      }
      if (response.statusCode !== 200) reject(new Error(`${response.statusCode} from ${url}`));
      resolve({ body: Buffer.concat(pieces), firstByte });
    }).on('error', reject);
  });

let asked = 0;

/** The same question at an address that no server has answered before, so that none has the answer at hand. */
export const neverAsked = (url: string): string =>
  `${url}${url.includes('?') ? '' : '?'}${'&'.repeat(++asked)}`;
