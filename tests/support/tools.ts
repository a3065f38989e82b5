import { execFile, spawnSync } from 'node:child_process';

/** A third-party tool on this machine; null if it is missing, which is reported once. */
export type Tool = string | null;

/** The first of some commands that passes a check. */
function toolOf(name: string, commands: string[], able: string[], missing: string): Tool {
  const found = commands.find((command) => spawnSync(command, able).status === 0) ?? null;
  if (!found) console.log(`skipped: tests with ${name} (${missing})`);
  return found;
}

/** Python with pandas. */
export const python = toolOf(
  'Python',
  ['python3', '/usr/bin/python3'],
  ['-c', 'import pandas'],
  'pandas is not installed: apt-get install python3-pandas',
);

/** R with the packages that its client needs. */
export const rscript = toolOf(
  'R',
  ['Rscript'],
  ['-e', 'library(curl); library(jsonlite)'],
  'R is not installed: apt-get install r-base-core r-cran-curl r-cran-jsonlite',
);

/** A command line with curl. */
export const shell = toolOf('curl', ['sh'], ['-c', 'curl --version'], 'curl is not installed');

/** Runs a command in a folder and returns its output; rejects with its error output. */
export const ran = (
  command: string,
  args: string[],
  cwd: string,
  environment: Record<string, string> = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...environment };
    execFile(command, args, { cwd, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${stderr || error.message}`));
      else resolve(stdout);
    });
  });
