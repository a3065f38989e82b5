import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(
  new URL('../../node_modules/@redocly/cli/bin/cli.js', import.meta.url),
);

/** Every rule of the strictest public set, as errors, and further ones that require descriptions. */
const rules = `extends: [recommended-strict]
rules:
  component-name-unique: error
  no-enum-type-mismatch: error
  no-invalid-media-type-examples: error
  no-invalid-parameter-examples: error
  no-invalid-schema-examples: error
  no-mixed-number-range-constraints: error
  no-required-schema-properties-undefined: error
  no-schema-type-mismatch: error
  operation-4xx-problem-details-rfc7807: error
  operation-description: error
  operation-singular-tag: error
  operation-tag-defined: error
  parameter-description: error
  tag-description: error
`;

/** What Redocly finds wrong with an API description, as text; empty if nothing. */
export const lint = (description: object): string =>
  inFolder((folder) => {
    const config = join(folder, 'redocly.yaml');
    writeFileSync(config, rules);
    const { status, output } = run(folder, description, ['lint', '--config', config]);
    return status === 0 && /is valid/.test(output) && !/warning/i.test(output) ? '' : output;
  });

/** Writes the client that Redocly generates from a description into a folder: `client.ts` and the files it uses. */
export const writeClient = (description: object, folder: string): void =>
  inFolder((temporary) => {
    const options = ['--output', join(folder, 'client.ts'), '--output-mode', 'split'];
    const args = ['generate-client', ...options, '--runtime', 'module', '--import-ext', 'ts'];
    const { status, output } = run(temporary, description, args);
    if (status !== 0) throw new Error(`no client could be generated: ${output}`);
  });

/** The types of all answers, as Redocly generates them from a description. */
export const generatedSchemas = (description: object): string =>
  inFolder((folder) => {
    writeClient(description, folder);
    return readFileSync(join(folder, 'client.schemas.ts'), 'utf8');
  });

function run(folder: string, description: object, [task, ...options]: string[]) {
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(description, null, 1));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, task!, file, ...options],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  );
  // Its remarks about versions of Node are drawn in a box.
  const output = `${stdout}${stderr}`.replace(/^ *[╔║╚].*\n/gm, '').trim();
  return { status, output };
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-describe-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
