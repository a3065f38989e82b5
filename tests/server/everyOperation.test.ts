import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parameters } from '../../server/api/parameters.ts';
import { due, shareDue } from '../support/due.ts';
import {
  addressOf,
  type Described,
  exampleOf,
  listedValues,
  type Operation,
  ofEachParameter,
  operationsOf,
} from '../support/operations.ts';
import { type Serving, serve } from '../support/serving.ts';

interface Sent {
  address: string;
  status: number;
  type: string;
  body: string;
}

/** Parameters that take lists. */
const lists = new Set<string>(
  Object.values(parameters)
    .filter((one) => 'many' in one && one.many)
    .map(({ name }) => name),
);

/** Files of whole releases: other tests read them, so only their headers are requested here. */
const files = /\.(zip|duckdb)(\?|$)/;
/** Those that are made when first asked for, which takes seconds for published figures. */
const bundles = /\.zip(\?|$)/;

/** In ms; for machines that are busy with other work. */
const patience = 300_000;

/** Free texts, for which any word is a valid question. */
const texts = ['q', 'codes'];

const hostile = [
  `' or 1=1; drop table figure --`,
  "\"; select * from read_csv('/etc/passwd')",
  '../../../../etc/passwd',
  '\u0000',
  '<script>alert(1)</script>',
  '{"$gt":""}',
  '=1+1',
  '1e309',
  '__proto__',
  '\u202e\ud83d\ude00',
  ',',
  ',,A81001',
];

/**
 * Each release, with the number of its days in which every parameter and every listed value is tested on it. The first
 * is tested daily, the others alternate.
 */
const folders: [string, string | null, number, number][] = [
  ['illustrative figures with reference files', inject('referenced'), 1, 11],
  ['one month of one service', inject('oneService'), 11, 23],
  ['published figures', inject('published2018'), 23, 29],
];

/** In so many days each of what would take too long in one is sent. */
const days = 13;
/** In so many days each parameter is sent with each kind of value that it does not take. */
const daysOfFaults = 3;

describe.each([...folders.slice(0, 1), ...due(folders.slice(1), 2)])(
  '%s',
  (_, folder, daysOfParameters, daysOfValues) => {
    describe.skipIf(!folder)('answer', () => {
      const oneMonth = folder === inject('oneService');
      const isPublished = folder === inject('published2018');
      // Operations that do not depend on the figures are tested on one release only.
      const inDepth = (name: string, test: () => Promise<void>) =>
        folder === inject('referenced') ? it(name, test, patience) : undefined;
      let serving: Serving;
      let operations: Operation[];

      beforeAll(async () => {
        serving = await serve(folder!);
        operations = await operationsOf(serving.origin);
      });
      afterAll(async () => {
        const failures = serving.logged.filter((line) => JSON.parse(line).level >= 50);
        await serving.stop();
        expect(failures).toEqual([]);
      });

      async function send(address: string): Promise<Sent> {
        const method = files.test(address) ? 'HEAD' : 'GET';
        const signal = AbortSignal.timeout(60_000);
        const response = await fetch(serving.origin + address, { method, signal });
        const type = response.headers.get('content-type') ?? '';
        return { address, status: response.status, type, body: await response.text() };
      }

      /** Sends all requests, four at a time, and returns the responses in the same order. */
      async function sendAll(addresses: readonly string[]): Promise<Sent[]> {
        const sent: Sent[] = [];
        const queue = addresses.entries();
        const worker = async () => {
          for (const [i, address] of queue) sent[i] = await send(address);
        };
        await Promise.all(Array.from({ length: 4 }, worker));
        return sent;
      }

      const each = (make: (operation: Operation, parameter: Described) => string[]) =>
        ofEachParameter(operations, make);

      function expectAll(sent: readonly Sent[], allowed: readonly number[]) {
        const told = ({ address, status, body }: Sent) =>
          `${status} ${address.slice(0, 200)}: ${body.slice(0, 200)}`;
        expect(sent.filter(({ status }) => !allowed.includes(status)).map(told)).toEqual([]);
        const problems = sent.filter(({ status }) => status >= 400);
        for (const one of problems) {
          expect(one.type, told(one)).toMatch(/^application\/problem\+json/);
          if (files.test(one.address)) continue;
          const problem = JSON.parse(one.body);
          expect(problem, told(one)).toMatchObject({
            type: 'about:blank',
            status: one.status,
            title: expect.any(String),
            detail: expect.any(String),
          });
          expect(one.body.length, told(one)).toBeLessThan(1500);
        }
      }

      it(
        `every operation with its own examples, all and one at a time (${shareDue(daysOfParameters)})`,
        async () => {
          const { data: index } = JSON.parse((await send('/api/v1')).body);
          const oneAtATime = each((operation, one) => [
            addressOf(operation, [[one.name, exampleOf(one)]]),
          ]);
          const addresses = [
            ...index.map(({ example }: { example: string }) => example),
            ...operations.map((operation) => addressOf(operation)),
            ...due(oneAtATime, daysOfParameters),
          ];
          expect(oneAtATime.length).toBeGreaterThan(200);
          // One of two parameters of `/reach` names the place, a change needs two months, and a status and reporting
          // belong to one measure.
          const hasAnswer = (address: string) => {
            if (/\/reach\?/.test(address)) return /(area|practice|group)=/.test(address);
            if (/[?&](status|reported)=/.test(address)) return /measure=/.test(address);
            if (bundles.test(address)) return !isPublished;
            return !(oneMonth && /\/changes.*[?&]from=/.test(address));
          };
          const sent = await sendAll(addresses.filter(hasAnswer));
          expectAll(sent, [200]);
          for (const { body, type } of sent) {
            if (type.startsWith('application/json')) JSON.parse(body);
          }
        },
        patience,
      );

      it(
        `every listed value, for every operation (${shareDue(daysOfValues)})`,
        async () => {
          const sent = await sendAll(due(listedValues(operations), daysOfValues));
          expectAll(sent, [200, 400]);
        },
        patience,
      );

      inDepth(`every pair of parameters, or say why not (${shareDue(days)})`, async () => {
        const pairs = operations.flatMap((operation) => {
          const optional = operation.parameters.filter(
            ({ name, required }) => !required && !['release', 'format', 'cursor'].includes(name),
          );
          return optional.flatMap((a, i) =>
            optional.slice(i + 1).map((b) =>
              addressOf(operation, [
                [a.name, exampleOf(a)],
                [b.name, exampleOf(b)],
              ]),
            ),
          );
        });
        expectAll(await sendAll(due(pairs, days)), [200, 400]);
      });

      inDepth('nothing to a question without what it needs, naming it', async () => {
        const missing = operations.flatMap((operation) =>
          operation.parameters
            .filter((one) => one.required && one.in === 'query')
            .map((one) => {
              const others = operation.parameters.filter((other) => other !== one);
              return { name: one.name, address: addressOf({ ...operation, parameters: others }) };
            }),
        );
        const sent = await sendAll(missing.map(({ address }) => address));
        expectAll(sent, [400]);
        expect(sent.map(({ body }) => JSON.parse(body).parameter)).toEqual(
          missing.map(({ name }) => name),
        );
      });

      inDepth(
        `no parameter that is wrong, empty, repeated (${shareDue(daysOfFaults)}) or enormous (${shareDue(days)})`,
        async () => {
          const wrong = each((operation, one) =>
            texts.includes(one.name) ? [] : [addressOf(operation, [[one.name, 'zzz-unknown']])],
          );
          const inQuery = (make: (operation: Operation, one: Described) => string) =>
            each((operation, one) => (one.in === 'query' ? [make(operation, one)] : []));
          const empty = inQuery((operation, one) => addressOf(operation, [[one.name, '']]));
          const blank = inQuery((operation, one) => addressOf(operation, [[one.name, '  ']]));
          const repeated = each((operation, one) => {
            // A list may be repeated, also where one value of it is taken: the same twice is one.
            if (one.in !== 'query' || lists.has(one.name)) return [];
            const address = addressOf(operation, [[one.name, exampleOf(one)]]);
            return [`${address}&${one.name}=${encodeURIComponent(exampleOf(one))}`];
          });
          const enormous = each((operation, one) =>
            ['A', '9'].map((letter) => addressOf(operation, [[one.name, letter.repeat(7000)]])),
          ).filter((address) => !address.includes('codes='));
          const endless = each((operation, one) => [
            addressOf(operation, [[one.name, 'A'.repeat(20_000)]]),
          ]);
          const unheard = operations.map((operation) => addressOf(operation, [['colour', 'blue']]));
          expectAll(
            await sendAll(
              due([...wrong, ...empty, ...blank, ...repeated, ...unheard], daysOfFaults),
            ),
            [400, 404],
          );
          expectAll(await sendAll(due([...enormous, ...endless], days)), [400, 404, 414]);
        },
      );

      inDepth(`hostile texts like any others (${shareDue(days)})`, async () => {
        const all = each((operation, one) =>
          hostile.map((text) => addressOf(operation, [[one.name, text]])),
        );
        const sent = await sendAll(due(all, days));
        const isText = ({ address }: Sent) => texts.some((name) => address.includes(`${name}=`));
        expectAll(sent.filter(isText), [200, 400, 404]);
        expectAll(
          sent.filter((one) => !isText(one)),
          [400, 404],
        );
      });
    });
  },
);
