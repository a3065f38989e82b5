import type { Schema } from './schemas.ts';

/** A parameter of an operation, as the API's own description has it. */
export interface Described {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  schema: Value & { items?: Value; maxItems?: number };
}

/** What one value looks like. */
export interface Value {
  type: string;
  enum?: string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

/** One question that the API answers. */
export interface Operation {
  path: string;
  parameters: Described[];
  /** The media types of its answers. */
  types: string[];
}

/** The part of an OpenAPI description that requests are made of and answers are checked by. */
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
