import type { Field } from '../../table.ts';

/** The subset of JSON Schema (2020-12) used to describe answers. */
export interface Schema {
  $ref?: string;
  allOf?: readonly Schema[];
  type?: string | readonly string[];
  description?: string;
  enum?: readonly (string | null)[];
  format?: string;
  pattern?: string;
  items?: Schema;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  deprecated?: boolean;
}

/** The schema of an object with these fields, all of which are always present. */
export const schemaOf = (fields: readonly Field[]): Schema => ({
  type: 'object',
  required: fields.map(({ name }) => name),
  properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
});

function fieldSchema({ description, many, deprecated, ...field }: Field): Schema {
  const told = { description, ...(deprecated && { deprecated }) };
  if (!many) return { ...valueSchema(field), ...told };
  return { type: 'array', ...told, items: valueSchema({ ...field, nullable: false }) };
}

function valueSchema({ name, type, nullable, enum: values, fields }: Omit<Field, 'description'>) {
  return {
    ...(fields && schemaOf(fields)),
    type: nullable ? [type, 'null'] : type,
    ...(values && { enum: nullable ? [...values, null] : values }),
    ...(type === 'string' && !values && formOf(name)),
  };
}

/**
 * Formats of months, times, addresses and checksums, recognised by their fields' names, which are the same everywhere.
 */
function formOf(name: string): Pick<Schema, 'format' | 'pattern'> {
  if (/(^|_)(periods?|restarts|from|to)$/.test(name)) {
    return { pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };
  }
  if (/_at$/.test(name)) return { format: 'date-time' };
  if (/_url$/.test(name)) return { format: 'uri' };
  if (name === 'sha256') return { pattern: '^[0-9a-f]{64}$' };
  return {};
}
