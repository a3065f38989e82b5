import { Agent, get } from 'node:http';

const agent = new Agent({ keepAlive: true });

interface Answer {
  body: Buffer;
  /** When its first byte came, in milliseconds after the request. */
  firstByte: number;
}

/** Asks a server and reads the whole answer, decompressed; rejects unless its status is 200. */
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

/** The same question to the API in a spelling that no server has seen, so that none has the answer in its cache. */
export function neverAsked(url: string): string {
  const bits = (++asked).toString(2).padStart(16, '0');
  const start = url.indexOf('?') + 1;
  let i = 0;
  const query = url.slice(start).replace(/[a-z]/g, (letter) => {
    return bits[i++] === '1' ? `%${letter.charCodeAt(0).toString(16)}` : letter;
  });
  return url.slice(0, start) + query;
}

/** The same page with a parameter that changes no figures, so that no server has drawn it before. */
export const neverDrawn = (url: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}filter=${++asked}`;
