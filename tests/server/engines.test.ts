import { execFile } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Busy } from '../../server/errors.ts';
import { Connections } from '../../server/store/postgres/connections.ts';
import { PostgresDatabase } from '../../server/store/postgres/postgresDatabase.ts';
import { sql } from '../../server/store/sql.ts';
import { commandOf } from '../support/commands.ts';
import { copyRelease } from '../support/copies.ts';
import { due, shareDue } from '../support/due.ts';
import { makeCurrent } from '../support/ledgers.ts';
import {
  addressOf,
  exampleOf,
  listedValues,
  type Operation,
  ofEachParameter,
  operationsOf,
} from '../support/operations.ts';
import { hasPostgres, makePostgres, type Postgres } from '../support/postgres.ts';
import { type Serving, serve } from '../support/serving.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(inject('scratch'), 'engines');
const former = '2015-03.1';
const id = '2015-03.2';
const schema = 'release_2015_03_2';

/** What differs in every response, whatever it was read from. */
const alike = { origin: 'https://example.org', web: 'web', now: () => Date.parse('2026-02-01') };

/**
 * The number of days in which each question, and each value of a parameter, is compared; pages of places take many
 * more.
 */
const [daysOfQuestions, daysOfValues, daysOfPages] = [11, 23, 97];

const compared = ['content-type', 'content-disposition', 'etag', 'link'];

let postgres: Postgres;
let ofFile: Serving;
let ofDatabase: Serving;

const loading = (...args: string[]) =>
  promisify(execFile)(process.execPath, commandOf('releases', 'load', ...args), {
    cwd: root,
    env: { ...process.env, UPTAKE_DATA: folder },
  });

const asOwner = async <T>(ask: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: postgres.address() });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
};

describe.skipIf(!hasPostgres)('PostgreSQL beside DuckDB', () => {
  beforeAll(async () => {
    postgres = await makePostgres();
    await asOwner((client) => client.query('create role reader login'));
    // Another release follows it in which a figure is revised, so that releases are compared too.
    cpSync(inject('referenced'), folder, { recursive: true });
    const revised = sql`
      update practice_month set records_enabled = records_enabled + 1 where period = '2015-03'`;
    const later = sql`update release set previous = ${former}`;
    await copyRelease(folder, former, id, revised, later);
    makeCurrent(folder, id);
    ofFile = await serve(folder, alike);
  });

  afterAll(async () => {
    await ofFile?.stop();
    await ofDatabase?.stop();
    postgres?.remove();
  });

  describe('a release loaded into PostgreSQL', () => {
    it('is complete or not there at all', async () => {
      const failed = loading(id, postgres.address(), '--reader', 'nobody_known');
      await expect(failed).rejects.toMatchObject({
        stderr: 'role "nobody_known" does not exist\n',
      });
      const schemas = () =>
        asOwner(async (client) => {
          const { rows } = await client.query(
            "select nspname from pg_namespace where nspname ~ '^(release|uptake)' order by 1",
          );
          return rows.map(({ nspname }) => nspname);
        });
      expect(await schemas()).toEqual([]);

      const { stdout } = await loading(id, postgres.address(), '--reader', 'reader');
      expect(await schemas()).toEqual([schema, `${schema}_lookup`, 'uptake']);
      expect(stdout).toMatch(
        new RegExp(
          `^${id} is in schema ${schema} of postgres://localhost/postgres\\S+: [\\d,]+ rows`,
        ),
      );
      expect(stdout).not.toContain('secret');
      const counted = await asOwner(async (client) => {
        const { rows: tables } = await client.query(
          `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname ~ '^${schema}'`,
        );
        let rows = 0;
        for (const { name } of tables) {
          const found = await client.query(`select count(*)::integer as rows from ${name}`);
          rows += found.rows[0].rows;
        }
        return rows;
      });
      expect(stdout).toContain(`: ${counted.toLocaleString('en-GB')} rows.`);

      const again = await loading(id, postgres.address(), '--reader', 'reader');
      expect(again.stdout).toMatch(new RegExp(`^${id} was in schema ${schema} of `));
      await loading(former, postgres.address(), '--reader', 'reader');
    });

    it('has keys and describes its columns', async () => {
      const { rows } = await asOwner((client) =>
        client.query(
          `select col_description('${schema}.practice_month'::regclass, 2) as period,
          (select pg_get_constraintdef(oid) from pg_constraint
           where conrelid = '${schema}.practice_month'::regclass and contype = 'p') as key,
          (select string_agg(distinct collname, ' ') from pg_attribute
           join pg_collation on pg_collation.oid = attcollation
           where attrelid = '${schema}.practice_month'::regclass and attnum > 0) as ordered`,
        ),
      );
      expect(rows).toEqual([
        { period: 'Month, as YYYY-MM.', key: 'PRIMARY KEY (practice_code, period)', ordered: 'C' },
      ]);
    });
  });

  describe('served from PostgreSQL', () => {
    let operations: Operation[];

    beforeAll(async () => {
      ofDatabase = await serve(postgres.address('reader'), alike);
      operations = await operationsOf(ofFile.origin);
    });

    async function answer({ origin }: Serving, address: string) {
      const response = await fetch(origin + address);
      const headers = compared.map((name) => `${name}: ${response.headers.get(name)}`);
      const body = Buffer.from(await response.arrayBuffer());
      return {
        status: response.status,
        text: [response.status, ...headers, body.toString('latin1')].join('\n'),
      };
    }

    /** Requests each address from both servers, and describes how responses differ. */
    async function differences(addresses: readonly string[]) {
      const different: string[] = [];
      let answered = 0;
      const queue = [...new Set(addresses)].values();
      const worker = async () => {
        for (const address of queue) {
          const [one, other] = await Promise.all([
            answer(ofFile, address),
            answer(ofDatabase, address),
          ]);
          if (one.status === 200) answered++;
          if (one.text === other.text) continue;
          const at = [...one.text].findIndex((letter, i) => letter !== other.text[i]);
          const shown = ({ text }: { text: string }) => text.slice(Math.max(0, at - 60), at + 60);
          different.push(`${address}\n  ${shown(one)}\n  ${shown(other)}`);
        }
      };
      await Promise.all([worker(), worker(), worker(), worker()]);
      return { different, answered };
    }

    it(`every operation answers byte for byte as from the file, with each of its parameters (${shareDue(daysOfQuestions)})`, async () => {
      const { data: index } = await (await fetch(`${ofFile.origin}/api/v1`)).json();
      const { different, answered } = await differences([
        '/api/v1',
        '/api/v1/openapi.json',
        ...index.map(({ example }: { example: string }) => example),
        ...operations.map((operation) => addressOf(operation)),
        ...due(
          ofEachParameter(operations, (operation, one) => [
            addressOf(operation, [[one.name, exampleOf(one)]]),
          ]),
          daysOfQuestions,
        ),
      ]);
      expect(different).toEqual([]);
      expect(operations.length).toBeGreaterThan(40);
      expect(answered).toBeGreaterThan(120);
    });

    it(`listed values of parameters have the same effect (${shareDue(daysOfValues)})`, async () => {
      const { different, answered } = await differences(
        due(listedValues(operations), daysOfValues),
      );
      expect(different).toEqual([]);
      expect(answered).toBeGreaterThan(30);
    });

    it(`pages are the same, those of places for ${shareDue(daysOfPages)}`, async () => {
      const sitemap = await (await fetch(`${ofFile.origin}/sitemap.xml`)).text();
      const all = [...sitemap.matchAll(/<loc>https:\/\/example\.org([^<]*)<\/loc>/g)].map(
        ([, path]) => path!.replaceAll('&amp;', '&'),
      );
      const ofPlaces = all.filter((path) => /practices|areas/.test(path));
      const others = all.filter((path) => !ofPlaces.includes(path));
      const some = [...others, ...due(ofPlaces, daysOfPages)];
      const { different, answered } = await differences(some);
      expect(different).toEqual([]);
      expect(answered).toBeGreaterThan(15);
    });

    it('any part of the release file is the same', async () => {
      const bytes = readFileSync(join(folder, `${id}.duckdb`));
      const connections = new Connections(postgres.address('reader'));
      const { read } = await new PostgresDatabase(connections, id, schema).file('the file');
      const piece = 1 << 20;
      for (const [from, to] of [
        [0, 99],
        [5000, 5000],
        [piece - 3, piece + 2],
        [piece, 2 * piece - 1],
        [piece + 7, 3 * piece + 7],
        [bytes.length - 5, bytes.length - 1],
      ] as const) {
        const pieces: Uint8Array[] = [];
        for await (const one of read(from, to + 1)) pieces.push(one);
        expect(Buffer.concat(pieces).equals(bytes.subarray(from, to + 1)), `${from}-${to}`).toBe(
          true,
        );
      }
      await connections.close();
    });

    it("follows the operator's statements as they are loaded again", async () => {
      const said = async () => {
        const { data } = await (await fetch(`${ofDatabase.origin}/api/v1/statements`)).json();
        return data.find(({ topic }: { topic: string }) => topic === 'status').text;
      };
      for (const status of ['In development.', 'No longer in development.']) {
        writeFileSync(join(folder, 'statements.json'), JSON.stringify({ status }));
        await loading(id, postgres.address());
        await expect.poll(said).toBe(status);
      }
    });

    it('answers 503 if a statement was stopped for taking too long', async () => {
      await asOwner(async (client) => {
        await client.query('begin');
        for (const table of ['area_month', 'practice_month']) {
          await client.query(`lock table ${schema}.${table} in access exclusive mode`);
        }
        let stopped = false;
        const asked = fetch(
          `${ofDatabase.origin}/api/v1/figures?measure=records_enabled&level=practice&period=2014-08`,
        ).finally(() => {
          stopped = true;
        });
        // What statement_timeout does, without the wait for it.
        await expect
          .poll(async () => {
            await client.query(
              `select pg_cancel_backend(pid) from pg_stat_activity
               where application_name = 'gp-online-uptake' and wait_event_type = 'Lock'`,
            );
            return stopped;
          })
          .toBe(true);
        await client.query('rollback');
        const answered = await asked;
        expect([answered.status, (await answered.json()).detail]).toEqual([
          503,
          'the question took too long',
        ]);
      });
    });

    it('says that it is busy while all its connections are read from', async () => {
      const connections = new Connections(postgres.address('reader'));
      const read = () =>
        connections.read(sql`select * from generate_series(1, 3)`, schema, {
          most: 1,
          waits: true,
        });
      const readers = Array.from({ length: 24 }, read);
      await Promise.all(readers.map((reader) => reader.next()));
      await expect(read().next()).rejects.toThrow(
        new Busy(503, 'too many answers are under way: ask again', 10),
      );
      await readers[0]!.return(undefined);
      readers.push(read());
      expect((await readers.at(-1)!.next()).value?.rows).toHaveLength(1);
      for (const reader of readers) await reader.return(undefined);
      await connections.close();
    });

    it('answers 503 while the database is away, and recovers by itself', async () => {
      const statusOf = async (path: string) => (await fetch(ofDatabase.origin + path)).status;
      const figures = '/api/v1/figures?measure=records_enabled&period=2014-06';
      expect([await statusOf('/health/ready'), await statusOf(figures)]).toEqual([200, 200]);
      postgres.stop();
      await expect.poll(() => statusOf('/health/ready')).toBe(503);
      const refused = await fetch(`${ofDatabase.origin}${figures}&area=E92000001`);
      expect([refused.status, (await refused.json()).detail]).toEqual([
        503,
        'the database of releases cannot be reached',
      ]);
      await postgres.start();
      await expect.poll(() => statusOf('/health/ready')).toBe(200);
      expect(await statusOf(`${figures}&area=E92000001`)).toBe(200);
    });
  });
});
