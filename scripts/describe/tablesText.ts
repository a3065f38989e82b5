import type { ReleaseTable } from '../../data/definitions/releaseColumns.ts';
import { releaseFormat } from '../../data/definitions/releaseFolder.ts';
import { releaseTables } from '../../data/definitions/releaseTables.ts';
import { withWritten } from './written.ts';

/** The document about a release's tables, each with its columns. */
export const withTables = (document: string): string =>
  withWritten(
    document,
    'tables',
    `These are the tables of format ${releaseFormat}.\n${releaseTables.map(textOf).join('')}`,
  );

function textOf({ name, kind, description, needs, columns }: ReleaseTable): string {
  const about = [
    description,
    kind === 'view' ? 'A view.' : '',
    needs ? `Only in releases with ${needs}.` : '',
  ];
  const rows = columns.map(
    (column) =>
      `| \`${column.name}\` | ${column.type.toLowerCase()} | ${column.description.replaceAll('|', '\\|')} |\n`,
  );
  return `\n## ${name}\n\n${about.filter(Boolean).join(' ')}\n\n| column | type | what it holds |\n|---|---|---|\n${rows.join('')}`;
}
