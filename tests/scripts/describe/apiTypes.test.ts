import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { allSchemas, apiTypes, publishedTypes } from '../../../scripts/describe/apiTypes.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

it('the types of the pages and of other programs match the present description', () => {
  const schemas = allSchemas();
  const text = (path: string) => readFileSync(join(root, path), 'utf8');
  expect(text('web/apiTypes.ts')).toBe(apiTypes(schemas));
  expect(text('clients/typescript/answers.ts')).toBe(publishedTypes(schemas));
});
