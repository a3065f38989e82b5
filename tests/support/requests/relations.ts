import Papa from 'papaparse';
import type { Received } from './answers.ts';
import type { Described, Operation } from './description.ts';
import type { Random } from './random.ts';
import type { sending } from './sending.ts';

type Send = ReturnType<typeof sending>['send'];

/** A question that was answered as JSON, to be repeated in other ways. */
export interface Question {
  operation: Operation;
  address: string;
  received: Received;
}

type Rows = Record<string, unknown>[];
type Pairs = [name: string, value: string][];

const dataOf = ({ body }: Received): Rows => JSON.parse(body.toString()).data;
const text = (rows: unknown) => JSON.stringify(rows);

const pairsOf = (address: string): Pairs => [...new URL(address, 'http://x').searchParams];

const withPairs = (address: string, pairs: Pairs): string =>
  `${address.split('?')[0]}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;

/** Codes may be written in lower case. */
const places = ['area', 'parent', 'within', 'against', 'group', 'practice'];
const smallLetters = (address: string): string =>
  withPairs(
    address,
    pairsOf(address).map(([name, value]) => [
      name,
      places.includes(name) ? value.toLowerCase() : value,
    ]),
  );

/** Parameters may come in any order, and so may the values of a list if each row names its own. */
const otherOrder = (address: string, parameters: readonly Described[]): string =>
  withPairs(
    address,
    pairsOf(address)
      .toReversed()
      .flatMap(([name, value]): Pairs => {
        const { schema } = parameters.find((one) => one.name === name) ?? {};
        if (schema?.type !== 'array' || !(schema.items!.enum || name === 'period')) {
          return [[name, value]];
        }
        return value.split(',').map((one) => [name, one]);
      })
      .toReversed(),
  );

/** What is wrong when the same question is asked in another, randomly chosen, way; empty if the responses agree. */
export async function relationFaults(
  question: Question,
  send: Send,
  random: Random,
): Promise<string[]> {
  const { operation, address, received } = question;
  const isTable = Array.isArray(dataOf(received)) && operation.types.includes('text/csv');
  const ways = [inSmallLetters, inOtherOrder, ifHeld, ...(isTable ? [asCsv, inPages] : [])];
  return random
    .pick(ways)(question, send, random)
    .then((fault) => (fault ? [`${fault} (beside ${address.slice(0, 300)})`] : []));
}

type Way = (question: Question, send: Send, random: Random) => Promise<string | null>;

const sameAt =
  (what: string, otherOf: (question: Question) => string): Way =>
  async (question, send) => {
    const other = otherOf(question);
    const answer = await send(other);
    if (answer.status !== 200) return `${what}: ${answer.status} at ${other}`;
    return text(dataOf(answer)) === text(dataOf(question.received)) ? null : `${what}: ${other}`;
  };

const inSmallLetters = sameAt('in small letters', ({ address }) => smallLetters(address));

const inOtherOrder = sameAt('in another order', ({ address, operation }) =>
  otherOrder(address, operation.parameters),
);

/** A client that has the response is told so (304), and HEAD has the same headers as GET. */
const ifHeld: Way = async ({ address, received: { headers } }, send) => {
  const held = await send(address, 'GET', { 'If-None-Match': String(headers.etag) });
  if (held.status !== 304 || held.body.length) return `held: ${held.status}`;
  const head = await send(address, 'HEAD');
  const names = ['etag', 'content-type', 'content-length', 'link'];
  const differs = names.find((name) => head.headers[name] !== headers[name]);
  return differs ? `HEAD: ${differs} ${head.headers[differs]}, not ${headers[differs]}` : null;
};

/** The cells of the CSV are the rows' values. */
const asCsv: Way = async ({ address, received }, send) => {
  const answer = await send(withPairs(address, [...pairsOf(address), ['format', 'csv']]));
  const parsed = Papa.parse<string[]>(answer.body.toString(), { skipEmptyLines: true });
  const cells = dataOf(received).map((row) =>
    Object.values(row).map((value) => String(value ?? '')),
  );
  const columns = parsed.data[0]!.filter((name) => name !== 'data_kind').length;
  const read = parsed.data
    .slice(1)
    .map((row) => row.slice(0, columns).map((cell) => cell.replace(/^'/, '')));
  const plain = cells.map((row) => row.map((cell) => cell.replace(/^'/, '')));
  return text(read) === text(plain) ? null : 'as CSV';
};

/** The pages of a response, one after another, make up the whole. */
const inPages: Way = async ({ address }, send, random) => {
  const pairs = pairsOf(address).filter(([name]) => name !== 'limit' && name !== 'cursor');
  const whole = dataOf(await send(withPairs(address, pairs)));
  const limit = String(Math.max(1, Math.ceil(whole.length / (1 + random.below(4)))));
  if (Number(limit) > 2000) return null;
  const found: Rows = [];
  let cursor: string | undefined;
  do {
    const more: Pairs = cursor ? [['cursor', cursor]] : [];
    const page = await send(withPairs(address, [...pairs, ['limit', limit], ...more]));
    if (page.status !== 200) return `in pages of ${limit}: ${page.status}`;
    found.push(...dataOf(page));
    cursor = JSON.parse(page.body.toString()).meta.next;
  } while (cursor && found.length <= whole.length);
  return text(found) === text(whole) ? null : `in pages of ${limit}`;
};
