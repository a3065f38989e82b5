import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import express from 'express';

const app = express();
for (const [path, file] of Object.entries(JSON.parse(process.argv[2]!) as Record<string, string>)) {
  const body = readFileSync(file);
  app.get(path, (_request, response) => {
    response.type('application/json').send(body);
  });
}
const server = app.listen(Number(process.env.PORT), process.env.HOST!, () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
