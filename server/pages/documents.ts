import { readFileSync } from 'node:fs';

/** The address of the site in documents and clients, replaced by the real one when served. */
const anywhere = 'https://gp-online.example';

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Documents and clients of the project that readers take from the site, by their paths on the site. */
const paths = {
  '/cookbook.md': 'docs/cookbook.md',
  '/clients/gp_online.py': 'clients/python/gp_online.py',
  '/clients/gp_online.ipynb': 'clients/python/gp_online.ipynb',
  '/clients/gp_online.R': 'clients/r/gp_online.R',
  '/clients/gpOnline.ts': 'clients/typescript/gpOnline.ts',
  '/clients/answers.ts': 'clients/typescript/answers.ts',
} as const;

export interface GivenDocument {
  path: string;
  /** Its text, with the addresses of the site at `root`. */
  textFor(root: string): string;
}

export const documents: readonly GivenDocument[] = Object.entries(paths).map(([path, file]) => ({
  path,
  textFor: (root) =>
    text(file).replaceAll(anywhere, root).replace('../clients/python/', 'clients/'),
}));
