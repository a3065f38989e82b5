import Papa from 'papaparse';
import type { OpenApi } from './description.ts';
import { type Schema, Schemas } from './schemas.ts';

/** A response as it was received. */
export interface Received {
  status: number;
  type: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Checks responses against the API's description. */
export class Answers {
  private readonly schemas: Schemas;

  constructor(private readonly api: OpenApi) {
    this.schemas = Schemas.of(api);
  }

  /** What is wrong with a response to a path; empty if it is as described. */
  faults(path: string, received: Received, head: boolean): string[] {
    const { status, type, body, headers } = received;
    const media = type.split(';')[0]!;
    if (status >= 500) return [`status ${status}`];
    if (status >= 400) return head ? [] : this.problemFaults(received, media);
    const described = this.api.paths[path]!.get.responses['200'].content[media];
    if (!described) return [`not a type of its answers: ${type}`];
    if (!headers.etag) return ['no ETag'];
    if (head) return body.length ? ['a body for HEAD'] : [];
    if (/json$/.test(media)) return this.jsonFaults(received, described.schema);
    if (media === 'text/csv') return this.csvFaults(path, body.toString());
    const begin = begins[media] ?? 'PK';
    return body.toString('latin1', 0, begin.length) === begin ? [] : [`does not begin ${begin}`];
  }

  private problemFaults({ status, body }: Received, media: string): string[] {
    if (media !== 'application/problem+json') return [`a problem of type ${media}`];
    if (body.length > 2000) return [`a problem of ${body.length} bytes`];
    const problem = JSON.parse(body.toString());
    if (problem.status !== status) return [`tells of ${problem.status}, is ${status}`];
    return this.schemas.breaches(this.api.components.schemas.Problem!, problem);
  }

  private jsonFaults({ body, headers }: Received, schema: Schema): string[] {
    const text = body.toString();
    const value = JSON.parse(text);
    const next = /rel="next"/.test(String(headers.link));
    // A name in the request can be anything, and a CSV's metadata contain its address.
    const said = text.replace(/"url": ".*"/, '');
    return [
      ...this.schemas.breaches(schema, value),
      ...(/\bundefined\b|\bNaN\b|\[object /.test(said) ? ['says undefined, NaN or [object'] : []),
      ...(Boolean(value.meta?.next) === next ? [] : ['next in meta and in Link differ']),
    ];
  }

  /** A CSV has the same columns as the response's rows in JSON, and values of the described types. */
  private csvFaults(path: string, text: string): string[] {
    const row = this.rowOf(path);
    const names = Object.keys(row.properties!);
    const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
    if (errors.length) return errors.map(({ message }) => message);
    const [header, ...lines] = data;
    // Illustrative rows, and no others, say so in a last column.
    const marked = header!.at(-1) === 'data_kind';
    const columns = marked ? [...names, 'data_kind'] : names;
    if (header!.join() !== columns.join()) return [`header ${header}`];
    if (marked && lines.some((line) => line.at(-1) !== 'illustrative')) return ['not marked'];
    const found = lines.flatMap((line) => {
      const cells = names.map((name, i) => [name, read(line[i]!, row.properties![name]!)]);
      return this.schemas.breaches(row, Object.fromEntries(cells));
    });
    return [...new Set(found)];
  }

  /** The schema of a table's row. */
  private rowOf(path: string): Schema {
    const find = (schema: Schema): Schema =>
      schema.$ref ? find(this.api.components.schemas[schema.$ref.split('/').at(-1)!]!) : schema;
    const { content } = this.api.paths[path]!.get.responses['200'];
    return find(find(content['application/json']!.schema).properties!.data!.items!);
  }
}

const begins: Record<string, string> = { 'application/vnd.apache.parquet': 'PAR1' };

function read(cell: string, { type }: Schema): unknown {
  const types = [type].flat();
  if (cell === '' && types.includes('null')) return null;
  if (types.includes('boolean')) return cell === 'true' || (cell === 'false' ? false : cell);
  if (types.includes('number') || types.includes('integer')) return cell && Number(cell);
  return cell.replace(/^'(?=[=+\-@])/, '');
}
