import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apiTypes } from './describe/apiTypes.ts';

const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

writeFileSync(inRoot('web/apiTypes.ts'), apiTypes());
