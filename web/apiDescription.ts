import type { Ask } from './ask.ts';

export interface Input {
  name: string;
  description: string;
  required: boolean;
  /** All possible values, if there are few; with `many`, several of them separated by commas. */
  values?: readonly string[];
  many?: boolean;
}

export interface Output {
  name: string;
  type: string;
  description: string;
  values?: readonly string[];
}

/** One question to the API, from the API's own description. */
export interface Operation {
  path: string;
  /** The name of its topic. */
  topic: string;
  summary: string;
  description: string;
  /** A path and query that give an answer. */
  example: { path: string; query: string };
  /** Whether its answer is a file of its own kind rather than JSON. */
  isFile: boolean;
  inputs: Input[];
  /** Columns of its rows, or fields of its single object. */
  outputs: Output[];
}

export interface Topic {
  name: string;
  description: string;
}

export interface Contact {
  name?: string;
  email?: string;
  url?: string;
}

interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  description?: string;
  enum?: readonly (string | null)[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

interface DescribedParameter {
  name: string;
  in: 'path' | 'query';
  description?: string;
  required?: boolean;
  example?: unknown;
  schema: Schema;
}

interface DescribedOperation {
  tags: readonly [string];
  summary: string;
  description: string;
  'x-example'?: string;
  parameters: DescribedParameter[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface OpenApi {
  info: { contact?: Contact };
  tags: Topic[];
  paths: Record<string, { get: DescribedOperation }>;
  components: { schemas: Record<string, Schema> };
}

export interface Description {
  contact: Contact | null;
  topics: Topic[];
  operations: Operation[];
}

/** The parts of the API's own description that people read. */
export async function fetchDescription(ask: Ask): Promise<Description> {
  const { info, tags, paths, components } = (await ask('/openapi.json')) as unknown as OpenApi;
  return {
    contact: info.contact ?? null,
    topics: tags,
    operations: Object.entries(paths).map(([path, { get }]) =>
      operationOf(path, get, components.schemas),
    ),
  };
}

function operationOf(
  path: string,
  described: DescribedOperation,
  schemas: Record<string, Schema>,
): Operation {
  const { summary, description, parameters, tags } = described;
  const resolved = (schema: Schema | undefined): Schema | undefined =>
    schema?.$ref ? schemas[schema.$ref.split('/').at(-1)!] : schema;
  const { content = {} } = described.responses['200'] ?? {};
  const data = resolved(resolved(content['application/json']?.schema)?.properties?.data);
  const row = data?.items ? resolved(data.items) : data;
  return {
    path,
    topic: tags[0],
    summary,
    description,
    example: { path: filledIn(path, parameters), query: described['x-example'] ?? '' },
    isFile: !Object.keys(content).some((type) => type.endsWith('json')),
    inputs: parameters.map(inputOf),
    outputs: Object.entries(row?.properties ?? {}).map(([name, column]) => outputOf(name, column)),
  };
}

/** A path with its codes filled in. */
const filledIn = (path: string, parameters: readonly DescribedParameter[]): string =>
  path.replace(/\{(\w+)\}/g, (braced, name: string) =>
    encodeURIComponent(String(parameters.find((one) => one.name === name)?.example ?? braced)),
  );

const inputOf = ({ name, description = '', required, schema }: DescribedParameter): Input => ({
  name,
  description,
  required: required ?? false,
  ...(schema.type === 'array' && { many: true }),
  ...valuesOf(schema.items ?? schema),
});

const outputOf = (name: string, column: Schema): Output => ({
  name,
  type: [column.type ?? ''].flat().join(' or '),
  description: column.description ?? '',
  ...valuesOf(column),
});

const valuesOf = ({ enum: values }: Schema): { values?: string[] } =>
  values ? { values: values.filter((value) => value !== null) } : {};
