// Runs one statement in a new DuckDB file and ends: what `npm run ingest` is compared with as a whole process. Plain
// JavaScript, so that no compiler adds to what is measured.
import { createRequire } from 'node:module';

const { DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api');
const [file, statement] = process.argv.slice(2);
const instance = await DuckDBInstance.create(file);
const connection = await instance.connect();
await connection.run(statement);
connection.closeSync();
instance.closeSync();
