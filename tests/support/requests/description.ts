import type { Schema } from './schemas.ts';

/** A parameter of an operation, as in the API's description. */
export interface Described {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  schema: Value & { items?: Value; maxItems?: number };
}

/** The form of one value. */
export interface Value {
  type: string;
  enum?: string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

/** An operation of the API. */
export interface Operation {
  path: string;
  parameters: Described[];
  /** The media types of its responses. */
  types: string[];
}

/** The part of an OpenAPI description from which requests are generated and responses checked. */
export interface OpenApi {
  paths: Record<string, { get: Described200 }>;
  components: { schemas: Record<string, Schema> };
}

interface Described200 {
  parameters: Described[];
  responses: { '200': { content: Record<string, { schema: Schema; example?: unknown }> } };
}

/** Every operation of a description. */
export const operationsIn = ({ paths }: OpenApi): Operation[] =>
  Object.entries(paths).map(([path, { get }]) => ({
    path,
    parameters: get.parameters,
    types: Object.keys(get.responses['200'].content),
  }));
