import type { AddressInfo } from 'node:net';
import express from 'express';

// Sends the files of a folder with Express's own function, for comparison with downloads.
const app = express();
app.use(express.static(process.argv[2]!));
const server = app.listen(Number(process.env.PORT), process.env.HOST!, () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
