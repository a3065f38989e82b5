import type { Described, Operation } from './description.ts';
import type { Random } from './random.ts';
import type { Values } from './values.ts';

/** A request, and the operation that it is for. */
export interface Generated {
  operation: Operation;
  method: 'GET' | 'HEAD';
  /** Path and query below the origin. */
  address: string;
  /** Whether every value is valid for its parameter. */
  good: boolean;
}

/** Parameters that links collect on their way and that change no response. */
const tails = ['utm_source=mail', 'utm_campaign=a%26b', 'fbclid=x', 'gclid=y', 'utm_medium='];

/** Files of whole releases: only their headers are requested. */
const isFile = ({ path }: Operation) => /\.(zip|duckdb)$/.test(path);

/** Parameters that limit a question to a few places. */
const narrow = ['area', 'parent', 'group', 'practice', 'within'];

/** A random request for one operation: some of its parameters, mostly valid, now and then invalid. */
export function generate(
  operations: readonly Operation[],
  values: Values,
  random: Random,
): Generated {
  const operation = random.pick(operations);
  const { path, parameters } = operation;
  const wild = random.chance(0.15);
  const isWrong = () => wild && random.chance(0.4);
  let good = true;
  const sentAs = (one: Described): string => {
    const wrong = isWrong();
    if (wrong) good = false;
    return values[wrong ? 'wrong' : 'good'](one, path, random);
  };
  const chosen = chooseFrom(parameters, random);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(sentAs(parameters.find((one) => one.name === name)!)),
  );
  const sent = chosen.flatMap((one) => pairsOf(one, sentAs(one), random));
  const names = chosen.map(({ name }) => name);
  if (!names.some((name) => narrow.includes(name)) && !names.includes('limit')) {
    // Seven thousand practices take long to read, so mostly only some are requested.
    const limit = parameters.find(({ name }) => name === 'limit');
    if (limit && random.chance(0.85)) sent.push(['limit', String(1 + random.below(40))]);
  }
  const query = sent.map(([name, value]) => `${name}=${encoded(value)}`);
  if (random.chance(0.03)) query.splice(random.below(query.length + 1), 0, random.pick(tails));
  return {
    operation,
    method: isFile(operation) || random.chance(0.02) ? 'HEAD' : 'GET',
    address: `/api/v1${filled === '/' ? '' : filled}${query.length ? `?${query.join('&')}` : ''}`,
    good,
  };
}

/** Which parameters are sent: nearly always the required ones, and some others. */
function chooseFrom(parameters: readonly Described[], random: Random): Described[] {
  const share = random.pick([0.1, 0.25, 0.25, 0.5]);
  const rare: Record<string, number> = {
    release: 0.08,
    asOf: 0.03,
    updatedAfter: 0.08,
    cursor: 0.08,
    format: 0.25,
    limit: 0.5,
  };
  return parameters.filter(({ name, required, in: place }) => {
    if (place === 'path') return false;
    return random.chance(required ? 0.98 : (rare[name] ?? share));
  });
}

/** A list is sent with commas or, half the time, as a repeated parameter. */
function pairsOf({ name, schema }: Described, value: string, random: Random): [string, string][] {
  const parts = value.split(',');
  if (schema.type !== 'array' || parts.length > 20 || random.chance(0.7)) return [[name, value]];
  return parts.map((part) => [name, part]);
}

/** Encoded as a browser does, or with its commas kept. */
export const encoded = (value: string): string =>
  encodeURIComponent(value.replace(/\p{Surrogate}/gu, '')).replaceAll('%2C', ',');
