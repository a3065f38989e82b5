import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as powerQuery from '@microsoft/powerquery-parser';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DuckDatabase } from '../../server/store/duckDatabase.ts';
import { expression } from '../../server/store/sql.ts';
import { type Serving, serve } from '../support/serving.ts';
import { python, ran, rscript, shell, type Tool } from '../support/tools.ts';

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const anywhere = 'https://gp-online.example';
const typescript = pathToFileURL(inRoot('scripts/typescript.js')).href;
const folder = mkdtempSync(join(tmpdir(), 'uptake-cookbook-'));
let serving: Serving;
beforeAll(async () => {
  serving = await serve(inject('illustrative'), { web: inRoot('tests/fixtures/charts/shell') });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
});
afterAll(async () => {
  await serving.stop();
  rmSync(folder, { recursive: true });
});

interface Recipe {
  title: string;
  /** How the document says that the recipe is checked. */
  mark: string;
  language: string;
  code: string;
}

const book = readFileSync(inRoot('docs/cookbook.md'), 'utf8');
const recipes: Recipe[] = book.split(/^## /m).flatMap((section) => {
  const [, title = ''] = /^(.*)\n/.exec(section) ?? [];
  const parts = section.split(/^```(\w+)\n(.*?)^```$/gms);
  return parts.flatMap((before, i) =>
    i % 3 === 0 && i + 2 < parts.length
      ? {
          title,
          mark: /\*(Run|Syntax|By eye)\.?\*/.exec(before)?.[1] ?? '',
          language: parts[i + 1]!,
          code: parts[i + 2]!,
        }
      : [],
  );
});

const here = (code: string) => code.replaceAll(anywhere, serving.origin);
const written = (name: string, code: string) => {
  writeFileSync(join(folder, name), code);
  return name;
};
const syntaxOfPython = 'import ast, sys; ast.parse(open(sys.argv[1]).read())';

/** A file that DuckDB would read remotely, downloaded first. */
async function taken(address: string): Promise<string> {
  const response = await fetch(address);
  expect([address, response.status]).toEqual([address, 200]);
  const ending = /\.(parquet|duckdb)\b/.exec(address)![1]!;
  const path = join(folder, `taken.${ending}`);
  writeFileSync(path, Buffer.from(await response.arrayBuffer()));
  return path;
}

async function queried(code: string): Promise<string> {
  let local = here(code);
  for (const [, address] of local.matchAll(/'(http[^']*)'/g)) {
    local = local.replace(address!, await taken(address!));
  }
  const database = await DuckDatabase.openToWrite(':memory:');
  const statements = local.split(';').filter((one) => one.trim());
  let rows: unknown[] = [];
  for (const one of statements) rows = await database.all(expression(one));
  database.close();
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

interface Way {
  tool: Tool;
  /** Runs the recipe and returns its output as text. */
  run: (code: string) => Promise<string>;
}

/** How to run recipes, by language. */
const running: Record<string, Way> = {
  sh: { tool: shell, run: (code) => ran('sh', ['-euc', here(code)], folder) },
  r: {
    tool: rscript,
    run: (code) => ran(rscript!, ['--vanilla', written('use.R', here(code))], folder),
  },
  python: {
    tool: python,
    run: (code) => ran(python!, [written('use.py', here(code))], folder),
  },
  sql: { tool: 'DuckDB', run: queried },
  js: {
    tool: 'Node',
    run: (code) => ran(process.execPath, [written('use.js', here(code))], folder),
  },
  ts: {
    tool: 'Node',
    async run(code) {
      for (const name of ['gpOnline.ts', 'answers.ts']) {
        written(name, await (await fetch(`${serving.origin}/clients/${name}`)).text());
      }
      return ran(process.execPath, ['--import', typescript, written('use.ts', here(code))], folder);
    },
  },
};

/** How to check their syntax. */
const reading: Record<string, Way> = {
  python: {
    tool: python,
    run: (code) => ran(python!, ['-c', syntaxOfPython, written('read.py', code)], folder),
  },
  js: {
    tool: 'Node',
    run: (code) => ran(process.execPath, ['--check', written('read.js', code)], folder),
  },
  powerquery: {
    tool: 'its parser',
    async run(code) {
      const { DefaultSettings, TaskUtils } = powerQuery;
      const task = await TaskUtils.tryLexParse(DefaultSettings, code);
      if (!TaskUtils.isParseStageOk(task)) throw new Error(`not Power Query: ${code}`);
      return '';
    },
  },
};

describe('the cookbook', () => {
  it('says of every recipe how it is checked', () => {
    expect(recipes.length).toBeGreaterThan(15);
    const unmarked = recipes.filter(({ mark }) => !mark).map(({ title, code }) => [title, code]);
    expect(unmarked).toEqual([]);
    expect(recipes.filter(({ mark }) => mark === 'By eye').map(({ title }) => title)).toEqual([
      'Google Sheets',
    ]);
  });

  const marked = (mark: string) =>
    recipes
      .filter((recipe) => recipe.mark === mark)
      .map((recipe) => [recipe.title, recipe] as const);

  it.each(marked('Run'))('has a recipe for %s that runs', async (title, { language, code }) => {
    const { tool, run } = running[language]!;
    if (!tool) return expect(tool, `${title} is skipped`).toBeNull();
    const printed = await run(code);
    const says = /print|cat\(|console\.log|^select|attr\(/m.test(code);
    if (says) expect(printed.trim()).not.toBe('');
    else expect(code).toBeTruthy();
  });

  it.each(marked('Syntax'))(
    'has a recipe for %s that can be read',
    async (title, { language, code }) => {
      const { tool, run } = reading[language]!;
      if (!tool) return expect(tool, `${title} is skipped`).toBeNull();
      await expect(run(code)).resolves.toBe('');
      // Something that is not in the language would fail.
      await expect(run(`${code}\n)(`)).rejects.toThrow();
    },
  );

  it('asks only for what exists', async () => {
    const addresses = [...here(book).matchAll(/(http:[^"'\s\])<]+)/g)].map(([address]) => address);
    expect(addresses.length).toBeGreaterThan(15);
    const own = new Set(addresses.filter((address) => address.startsWith(`${serving.origin}/`)));
    expect(own.size).toBeGreaterThan(5);
    for (const address of own) {
      const { status } = await fetch(address, { method: 'HEAD' });
      expect([address, status]).toEqual([address, 200]);
    }
  });

  it.skipIf(!shell)('gets every page of a list, each place once', async () => {
    const pages = readFileSync(join(folder, 'pages.jsonl'), 'utf8').split(/\n(?=\{"data")/);
    const codes = pages.flatMap((page) =>
      JSON.parse(page).data.map(({ area_code }: { area_code: string }) => area_code),
    );
    const { data } = await (await fetch(`${serving.origin}/api/v1/areas?level=practice`)).json();
    expect(codes).toEqual(data.map(({ area_code }: { area_code: string }) => area_code));
    expect(pages.length).toBe(Math.ceil(data.length / 100));
  });

  it.skipIf(!shell)('resumes an interrupted download, to the same bytes', async () => {
    const address = `${serving.origin}/api/v1/release.duckdb`;
    const whole = Buffer.from(await (await fetch(address)).arrayBuffer());
    const { code } = recipes.find((recipe) => recipe.code.includes('--continue-at'))!;
    writeFileSync(join(folder, 'release.duckdb'), whole.subarray(0, 1000));
    await running.sh!.run(code);
    expect(readFileSync(join(folder, 'release.duckdb')).equals(whole)).toBe(true);
  });
});

describe('the notebook', () => {
  const notebook = JSON.parse(readFileSync(inRoot('clients/python/gp_online.ipynb'), 'utf8'));
  const cells: { cell_type: string; source: string[]; outputs?: unknown[] }[] = notebook.cells;

  it('is valid, without output from earlier runs', () => {
    expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5]);
    const code = cells.filter(({ cell_type }) => cell_type === 'code');
    expect(code.length).toBeGreaterThan(1);
    for (const { outputs } of code) expect(outputs).toEqual([]);
  });

  it.skipIf(!python)('runs from its first cell to its last', async () => {
    const code = cells.flatMap(({ cell_type, source }) =>
      cell_type === 'code' ? source.join('') : [],
    );
    const printed = await running.python!.run(code.join('\n\n'));
    expect(printed).toContain(`${serving.origin}/api/v1/figures?measure=records_enabled`);
  });
});
