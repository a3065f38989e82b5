import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** A column of a table in a data package's description. */
export interface Field {
  name: string;
  type: keyof typeof lexical;
  constraints: { required: boolean; enum?: string[] };
}

/** How values are written, by the types of Table Schema that are used. */
const lexical = {
  yearmonth: /^\d{4}-(0[1-9]|1[0-2])$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?(e-?\d+)?$/,
  boolean: /^(true|false)$/,
};

const text = { type: 'string', minLength: 1 };
const titled = { type: 'object', required: ['title'], properties: { title: text } };

/** What the profiles of Data Package 2.0, Data Resource and Table Schema require. */
const schema = {
  type: 'object',
  required: ['$schema', 'resources', 'name', 'created', 'version'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    title: text,
    description: text,
    created: { type: 'string', format: 'date-time' },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        anyOf: [{ required: ['name'] }, { required: ['path'] }],
        properties: { name: { pattern: '^[-a-zA-Z0-9._]+$' }, path: { format: 'uri' } },
      },
    },
    sources: { type: 'array', minItems: 1, items: titled },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path', 'type', 'schema', 'bytes', 'hash'],
        properties: {
          name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
          // A path must not lead out of the package.
          path: { type: 'string', pattern: '^(?!/)(?!.*\\.\\.)[^:]+$' },
          type: { const: 'table' },
          encoding: { const: 'utf-8' },
          bytes: { type: 'integer', minimum: 1 },
          hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
          schema: {
            type: 'object',
            required: ['fields'],
            properties: {
              missingValues: { type: 'array', items: { type: 'string' } },
              fields: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['name', 'type'],
                  properties: {
                    name: text,
                    type: { enum: Object.keys(lexical) },
                    constraints: {
                      type: 'object',
                      additionalProperties: false,
                      properties: {
                        required: { type: 'boolean' },
                        enum: { type: 'array', minItems: 1, uniqueItems: true },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

const ajv = addFormats.default(new Ajv2020({ allErrors: true, strict: false }));
const validate = ajv.compile(schema);

/** What is wrong with a data package; empty if it can be read. */
export const problemsOfPackage = (described: object): string[] => {
  validate(described);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

/** Cells of a row of CSV that do not match the descriptions of their fields. */
export const misfits = (cells: readonly string[], fields: readonly Field[]): string[] =>
  fields.flatMap(({ name, type, constraints }, i) => {
    const cell = cells[i] ?? '';
    const fits = cell
      ? lexical[type].test(cell) && (constraints.enum?.includes(cell) ?? true)
      : !constraints.required;
    return fits ? [] : [`${name}: ${cell}`];
  });
