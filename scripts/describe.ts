import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apiTypes } from './describe/apiTypes.ts';
import { withQuestions } from './describe/questionsText.ts';

const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

writeFileSync(inRoot('web/apiTypes.ts'), apiTypes());
writeFileSync(inRoot('README.md'), withQuestions(readFileSync(inRoot('README.md'), 'utf8')));
