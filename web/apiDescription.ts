import type { Ask } from './page.ts';

export interface Input {
  name: string;
  description: string;
  required: boolean;
  /** All the values it can have, where they are few; several of them by commas where `many`. */
  values?: readonly string[];
  many?: boolean;
}

export interface Output {
  name: string;
  type: string;
  description: string;
  values?: readonly string[];
}

/** One question that the API answers, as its own description says it. */
export interface Operation {
  path: string;
  summary: string;
  description: string;
  /** A query that has an answer. */
  example: string;
  inputs: Input[];
  /** Columns of its rows; empty where the answer is no table. */
  outputs: Output[];
}

export interface Contact {
  name?: string;
  email?: string;
  url?: string;
}

interface Schema {
  /** Where it is described: `#/components/schemas/FiguresRow`. */
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
  schema: Schema;
}

interface DescribedOperation {
  summary: string;
  description: string;
  'x-example'?: string;
  parameters: DescribedParameter[];
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface OpenApi {
  info: { contact?: Contact };
  paths: Record<string, { get: DescribedOperation }>;
  components: { schemas: Record<string, Schema> };
}

/** The API's own description, as far as people read it. */
export async function fetchDescription(
  ask: Ask,
): Promise<{ contact: Contact | null; operations: Operation[] }> {
  const { info, paths, components } = (await ask('/openapi.json')) as unknown as OpenApi;
  const found = (schema: Schema | undefined): Schema | undefined =>
    schema?.$ref ? components.schemas[schema.$ref.split('/').at(-1)!] : schema;
  return {
    contact: info.contact ?? null,
    operations: Object.entries(paths).map(([path, { get }]) => operationOf(path, get, found)),
  };
}

function operationOf(
  path: string,
  described: DescribedOperation,
  found: (schema: Schema | undefined) => Schema | undefined,
): Operation {
  const { schema } = described.responses['200']?.content?.['application/json'] ?? {};
  const row = found(found(schema)?.properties?.data?.items)?.properties ?? {};
  return {
    path,
    summary: described.summary,
    description: described.description,
    example: described['x-example'] ?? '',
    inputs: described.parameters.map(inputOf),
    outputs: Object.entries(row).map(([name, column]) => ({
      name,
      type: [column.type ?? ''].flat().join(' or '),
      description: column.description ?? '',
      ...valuesOf(column),
    })),
  };
}

const inputOf = ({ name, description = '', required, schema }: DescribedParameter): Input => ({
  name,
  description,
  required: required ?? false,
  ...(schema.type === 'array' && { many: true }),
  ...valuesOf(schema.items ?? schema),
});

const valuesOf = ({ enum: values }: Schema): { values?: string[] } =>
  values ? { values: values.filter((value) => value !== null) } : {};
