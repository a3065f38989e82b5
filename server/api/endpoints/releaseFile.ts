import { oldestDuckdb } from '../../../data/definitions/releaseFolder.ts';
import type { Endpoint, FileEndpoint } from '../endpoint.ts';

const whole: Omit<FileEndpoint, 'path' | 'summary'> = {
  description: `The file that every answer is read from, as a DuckDB database: practices by month as published, figures of every area, findings and sources. The SQL that /provenance gives runs on it. DuckDB ${oldestDuckdb} and newer open it.`,
  parameters: [],
  example: '',
  media: { name: 'duckdb', type: 'application/vnd.duckdb', extension: 'duckdb' },
  content: {
    file: ({ release: { id, database } }) => database.file(`the file of release ${id}`),
  },
};

/** The file of the current release, or of the one named in the query. */
export const currentReleaseFile: Endpoint = {
  ...whole,
  path: '/release.duckdb',
  summary: 'The current release as the database it is',
};

/** The file of a release by its id, at a permanent address. */
export const namedReleaseFile: Endpoint = {
  ...whole,
  path: '/releases/{release}/release.duckdb',
  summary: 'A release as the database it is',
};
