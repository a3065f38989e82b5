import { bundle } from '../bundle/bundle.ts';
import type { Endpoint, FileEndpoint } from '../endpoint.ts';

const whole: Omit<FileEndpoint, 'path' | 'summary'> = {
  description:
    'A zip with a tidy CSV of the figures of every level (those of practices by month), of measures, areas, months, findings and sources, each with CSVW metadata; a Frictionless data package of them all, definitions, a README, the licence and SHA-256 checksums. The same release gives the same bytes.',
  parameters: [],
  example: '',
  media: { name: 'zip', type: 'application/zip', extension: 'zip' },
  content: { pieces: ({ release, releases }, pace) => bundle(release, releases, pace) },
};

/** The current release, or the one named in the query, as a zip. */
export const currentBundle: Endpoint = {
  ...whole,
  path: '/bundle.zip',
  summary: 'The current release as one zip',
};

/** A release by its id as a zip, at a permanent address. */
export const releaseBundle: Endpoint = {
  ...whole,
  path: '/releases/{release}/bundle.zip',
  summary: 'A whole release as one zip',
};
