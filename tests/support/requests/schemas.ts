import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { OpenApi } from './description.ts';

/** The part of JSON Schema (2020-12) that the description uses. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string | string[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

/**
 * Checks values against a description's schemas. Properties that a schema does not name are not allowed, and their
 * order must match.
 */
export class Schemas {
  private static readonly known = new Map<string, Schemas>();
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction>();
  private readonly checks = new WeakMap<object, ValidateFunction>();

  /** Those of a description. Compiling them takes long, and most releases have the same. */
  static of({ components }: Pick<OpenApi, 'components'>): Schemas {
    const text = JSON.stringify(components.schemas);
    const schemas = Schemas.known.get(text) ?? new Schemas({ components });
    Schemas.known.set(text, schemas);
    return schemas;
  }

  constructor({ components }: Pick<OpenApi, 'components'>) {
    formats.default(this.ajv);
    this.ajv.addKeyword({
      keyword: 'inOrder',
      type: 'object',
      schemaType: 'array',
      validate: (names: string[], value: object) => {
        const places = Object.keys(value)
          .map((name) => names.indexOf(name))
          .filter((place) => place >= 0);
        return places.every((place, i) => i === 0 || places[i - 1]! < place);
      },
    });
    const schemas = Object.entries(components.schemas).map(([name, one]) => [name, inside(one)]);
    this.ajv.addSchema({ $id: 'api', components: { schemas: Object.fromEntries(schemas) } });
  }

  /** Where a value breaks a schema, without row numbers. */
  breaches(schema: Schema, value: unknown): string[] {
    const check = this.checks.get(schema) ?? this.compile(schema);
    if (check(value)) return [];
    const told = check.errors!.map(
      ({ instancePath, message, params }) =>
        `${instancePath.replace(/\/\d+/g, '/*')} ${message} ${JSON.stringify(params)}`,
    );
    return [...new Set(told)];
  }

  private compile(schema: Schema): ValidateFunction {
    const text = JSON.stringify(schema);
    const check = this.compiled.get(text) ?? this.ajv.compile(closed(schema));
    this.compiled.set(text, check);
    this.checks.set(schema, check);
    return check;
  }
}

/** A schema whose objects have only the properties it names, in its order. */
function closed(schema: Schema): object {
  const open = inside(schema);
  return schema.$ref || schema.allOf || schema.properties
    ? { ...open, unevaluatedProperties: false }
    : open;
}

/** The same for a nested schema, which may be part of another. */
function inside(schema: Schema): object {
  const { $ref, allOf, items, properties, ...rest } = schema;
  const named = Object.entries(properties ?? {}).map(([name, one]) => [name, closed(one)]);
  return {
    ...rest,
    ...($ref && { $ref: $ref.replace(/^#/, 'api#') }),
    ...(allOf && { allOf: allOf.map(inside) }),
    ...(items && { items: closed(items) }),
    ...(properties && {
      inOrder: Object.keys(properties),
      properties: Object.fromEntries(named),
    }),
  };
}
