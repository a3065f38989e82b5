import { createReadStream, readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import express from 'express';

/** Larger files are streamed with compression, like the site's own large answers. */
const largest = 4 << 20;

const app = express();
for (const [path, file] of Object.entries(JSON.parse(process.argv[2]!) as Record<string, string>)) {
  if (statSync(file).size > largest) {
    app.get(path, (_request, response) => {
      response.set('Content-Encoding', 'gzip');
      const packing = createGzip({ level: constants.Z_BEST_SPEED });
      return pipeline(createReadStream(file), packing, response).catch(() => {});
    });
  } else {
    const body = readFileSync(file);
    app.get(path, (_request, response) => {
      response.type('application/json').send(body);
    });
  }
}
const server = app.listen(Number(process.env.PORT), process.env.HOST!, () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
