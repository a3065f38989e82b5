import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '../server/store/dataFolder.ts';
import { allSchemas, apiTypes, publishedTypes } from './describe/apiTypes.ts';
import { writtenDocuments } from './describe/documents.ts';
import { takeFirstPage } from './describe/firstPage.ts';

const inRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const schemas = allSchemas();
writeFileSync(inRoot('web/apiTypes.ts'), apiTypes(schemas));
writeFileSync(inRoot('clients/typescript/answers.ts'), publishedTypes(schemas));
for (const [path, written] of Object.entries(writtenDocuments)) {
  writeFileSync(inRoot(path), written(readFileSync(inRoot(path), 'utf8')));
}
if (process.argv.includes('picture')) {
  await takeFirstPage(dataFolder(process.env), inRoot('docs/first-page.webp'));
}
