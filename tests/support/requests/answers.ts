import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import Papa from 'papaparse';
import type { OpenApi } from './description.ts';

/** An answer as it was received. */
export interface Received {
  status: number;
  type: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string | string[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

/** Checks answers against what the API's description says of them, and against nothing else being in them. */
export class Answers {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly checks = new Map<string, ValidateFunction>();

  constructor(private readonly api: OpenApi) {
    formats.default(this.ajv);
    this.ajv.addKeyword({
      keyword: 'inOrder',
      type: 'object',
      schemaType: 'array',
      validate: (names: string[], value: object) => {
        const order = Object.keys(value).filter((name) => names.includes(name));
        return order.every(
          (name, i) => i === 0 || names.indexOf(order[i - 1]!) < names.indexOf(name),
        );
      },
    });
    const schemas = Object.entries(api.components.schemas as Record<string, Schema>);
    const components = {
      schemas: Object.fromEntries(schemas.map(([name, one]) => [name, inside(one)])),
    };
    this.ajv.addSchema({ $id: 'api', components });
  }

  /** What is wrong with an answer of a path; nothing where it is as described. */
  faults(path: string, { status, type, body, headers }: Received, head: boolean): string[] {
    const media = type.split(';')[0]!;
    if (status >= 500) return [`status ${status}`];
    if (status >= 400) {
      if (media !== 'application/problem+json') return [`a problem of type ${type}`];
      if (head) return [];
      if (body.length > 2000) return [`a problem of ${body.length} bytes`];
      return this.breaches('#/components/schemas/Problem', JSON.parse(body.toString()), status);
    }
    const { content } = this.api.paths[path]!.get.responses['200'];
    if (!content[media]) return [`not a type of its answers: ${type}`];
    if (!headers.etag) return ['no ETag'];
    if (head) return body.length ? ['a body for HEAD'] : [];
    if (/json$/.test(media)) {
      const value = JSON.parse(body.toString());
      const found = this.breaches(
        pointer('paths', path, media),
        value,
        status,
        content[media]!.schema,
      );
      if (media === 'application/json' && /undefined|NaN|\[object/.test(body.toString())) {
        found.push('says undefined, NaN or [object');
      }
      const next = /rel="next"/.test(String(headers.link ?? ''));
      if (Boolean(value.meta?.next) !== next) found.push(`next in meta and in Link differ`);
      return found;
    }
    if (media === 'text/csv') return this.csvFaults(path, body.toString());
    const begins: Record<string, string> = { 'application/vnd.apache.parquet': 'PAR1' };
    const begin = begins[media] ?? 'PK';
    return body.subarray(0, begin.length).toString() === begin
      ? []
      : [`begins with ${body.subarray(0, 8)}`];
  }

  private breaches(key: string, value: unknown, status: number, schema?: object): string[] {
    let check = this.checks.get(key);
    if (!check) {
      check = this.ajv.compile(closed((schema as Schema | undefined) ?? { $ref: key }));
      this.checks.set(key, check);
    }
    if (check(value)) {
      const told = (value as { status?: number }).status;
      return key.endsWith('Problem') && told !== status ? [`tells of ${told}, is ${status}`] : [];
    }
    return check.errors!.map(
      ({ instancePath, message, params }) =>
        `${instancePath.replace(/\d+/g, 'N')} ${message} ${JSON.stringify(params)}`,
    );
  }

  /** A CSV has the columns of the rows that the same answer has as JSON, and values of their types. */
  private csvFaults(path: string, text: string): string[] {
    const row = rowOf(this.api, path);
    const names = Object.keys(row.properties!);
    const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
    if (errors.length) return errors.map(({ message }) => message);
    const [header, ...lines] = data;
    if (header!.join() !== names.join()) return [`header ${header}`];
    const found = new Set<string>();
    for (const line of lines) {
      const value = Object.fromEntries(
        names.map((name, i) => [name, read(line[i]!, row.properties![name]!)]),
      );
      for (const one of this.breaches(`csv ${path}`, value, 200, row)) found.add(one);
    }
    return [...found];
  }
}

const pointer = (...parts: string[]) => parts.join(' ');

/** The schema of a row of a table. */
function rowOf({ paths, components }: OpenApi, path: string): Schema {
  const find = (schema: Schema): Schema =>
    schema.$ref ? find(components.schemas[schema.$ref.split('/').at(-1)!]! as Schema) : schema;
  const answer = find(paths[path]!.get.responses['200'].content['application/json']!.schema);
  return find(answer.properties!.data!.items!);
}

function read(cell: string, { type }: Schema): unknown {
  const types = [type].flat();
  if (cell === '' && types.includes('null')) return null;
  if (types.includes('boolean')) return cell === 'true' ? true : cell === 'false' ? false : cell;
  if (types.includes('number') || types.includes('integer'))
    return cell === '' ? cell : Number(cell);
  return cell.replace(/^'(?=[=+\-@])/, '');
}

/** A schema whose objects hold what it names, in its order, and nothing else. */
function closed(schema: Schema): object {
  const open = inside(schema);
  return schema.$ref || schema.allOf || schema.properties
    ? { ...open, unevaluatedProperties: false }
    : open;
}

/** The same for what is within a schema: itself may be a part of another. */
function inside(schema: Schema): object {
  const { $ref, allOf, items, properties, ...rest } = schema;
  return {
    ...rest,
    ...($ref && { $ref: $ref.replace(/^#/, 'api#') }),
    ...(allOf && { allOf: allOf.map(inside) }),
    ...(items && { items: closed(items) }),
    ...(properties && {
      inOrder: Object.keys(properties),
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, closed(one)]),
      ),
    }),
  };
}
