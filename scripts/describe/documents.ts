import { writtenPage } from '../mutants/kept.ts';
import { withApi } from './apiText.ts';
import { withSettings } from './settingsText.ts';
import { withTables } from './tablesText.ts';

/** The documents that are partly generated from declarations, by path, and how each is brought up to date. */
export const writtenDocuments: Record<string, (document: string) => string> = {
  'docs/api.md': withApi,
  'docs/mutants.md': writtenPage,
  'docs/release-tables.md': withTables,
  'docs/settings.md': withSettings,
};
