import { describeApi, schemaName } from '../../server/api/description/openapi.ts';
import type { Endpoint } from '../../server/api/endpoint.ts';
import { endpoints, topics } from '../../server/api/endpoints.ts';
import { parametersOf } from '../../server/api/filters.ts';
import { everywhere } from '../../server/api/parameters.ts';
import { generatedSchemas } from './redocly.ts';

const head = `// Made from the description of the API by \`npm run describe\`: change that, not this.
// biome-ignore-all format: made by a program
`;

/** TypeScript types of all questions to the API and their answers, as a module for the pages. */
export const apiTypes = (schemas = allSchemas()): string =>
  moduleOf(schemas.replace(/^ *\/\*\*.*?\*\/\n/gms, ''), question);

/** The same for programs of others, with the meaning of each column and question. */
export const publishedTypes = (schemas = allSchemas()): string =>
  moduleOf(schemas, (endpoint) => `${meaningOf(endpoint)}\n${question(endpoint)}`);

/** Types of all answers; takes seconds. */
export const allSchemas = (): string =>
  generatedSchemas(describeApi(topics, { prefix: '', contact: '' }, null));

const moduleOf = (schemas: string, questionOf: (endpoint: Endpoint) => string): string => `${head}
${schemas.replace(/^\/\/.*\n/gm, '').trim()}

/** By path: the parameters of a question, and its answer as JSON. */
export interface Questions {
${endpoints
  .filter(({ media }) => !media || media.type.includes('json'))
  .map(questionOf)
  .join('\n')}
  '/openapi.json': { takes: never; answer: object };
}
`;

const meaningOf = ({ summary, description, path, example }: Endpoint): string =>
  [
    '/**',
    ` * ${summary}`,
    ` * ${description}`,
    ` * @example ${[path, example].filter(Boolean).join('?')}`,
    ' */',
  ]
    .map((line) => `  ${line}`)
    .join('\n');

function question(endpoint: Endpoint): string {
  const path = endpoint.path.replace(/\{\w+\}/g, `\${string}`);
  const key = path === endpoint.path ? `'${path}'` : `[path: \`${path}\`]`;
  const takes = [...parametersOf(endpoint), ...everywhere].map((name) => `'${name}'`).join(' | ');
  const answer = endpoint.media ? 'object' : `${schemaName(endpoint)}Answer`;
  return `  ${key}: { takes: ${takes}; answer: ${answer} };`;
}
