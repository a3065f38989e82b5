import { get, type IncomingMessage } from 'node:http';

/** The state of downloads: under way, refused, cut off and complete, and the bytes received. */
export interface Downloads {
  underWay: number;
  refused: number;
  cutOff: number;
  whole: number;
  bytes: number;
}

// Downloads one address many times at once, as fast as possible. Reports to its parent when all have begun, when asked,
// and at the end.
const [url, times] = process.argv.slice(2) as [string, string];
const downloads: Downloads = { underWay: 0, refused: 0, cutOff: 0, whole: 0, bytes: 0 };

process.on('message', () => process.send!(downloads));
const begun = Array.from({ length: Number(times) }, begin);
await Promise.all(begun);
process.send!(downloads);
await Promise.all((await Promise.all(begun)).map((ending) => ending.read));
process.send!(downloads);
process.disconnect();

/** Resolves when the answer begins, to a promise of its end. */
function begin(): Promise<{ read: Promise<void> }> {
  return new Promise((resolve) => {
    const headers = { 'Accept-Encoding': 'gzip' };
    get(url, { agent: false, headers }, (response) => resolve({ read: read(response) })).on(
      'error',
      () => {
        downloads.cutOff++;
        resolve({ read: Promise.resolve() });
      },
    );
  });
}

function read(response: IncomingMessage): Promise<void> {
  if (response.statusCode !== 200) {
    downloads.refused++;
    response.resume();
    return Promise.resolve();
  }
  downloads.underWay++;
  response.on('data', (piece: Buffer) => {
    downloads.bytes += piece.length;
  });
  response.on('error', () => {});
  return new Promise((resolve) => {
    response.on('close', () => {
      downloads.underWay--;
      downloads[response.complete ? 'whole' : 'cutOff']++;
      resolve();
    });
  });
}
