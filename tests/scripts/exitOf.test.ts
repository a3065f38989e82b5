import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const module = fileURLToPath(new URL('../../scripts/exitOf.js', import.meta.url));

/** Starts a process that runs a program through `exitOf` and prints its status; resolves when it has begun. */
async function running(program: string) {
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { exitOf } from ${JSON.stringify(module)};
     console.log('status', await exitOf(process.execPath, ['-e', ${JSON.stringify(program)}]));`,
  ]);
  let printed = '';
  child.stdout.on('data', (bytes) => {
    printed += bytes;
  });
  // It is over once nothing holds its output open: neither the process nor the program.
  const over = once(child, 'close');
  await once(child.stdout, 'data');
  return { child, over, printed: () => printed.trim().split('\n') };
}

describe('a command run to its end', () => {
  it('ends with a signal to its parent, and neither is left running', async () => {
    const { child, over, printed } = await running(
      `console.log('begun'); setInterval(() => {}, 1000);`,
    );
    child.kill('SIGTERM');
    expect(await over).toEqual([143, null]);
    expect(printed()).toEqual(['begun']);
  });

  it('may finish its work first', async () => {
    const { child, over, printed } = await running(
      `process.on('SIGINT', () => setTimeout(() => { console.log('ended'); process.exit(0); }, 100));
       setInterval(() => {}, 1000); console.log('begun');`,
    );
    child.kill('SIGINT');
    expect(await over).toEqual([130, null]);
    expect(printed()).toEqual(['begun', 'ended']);
  });

  it('returns its status if it ends by itself', async () => {
    const { over, printed } = await running(`console.log('begun'); process.exitCode = 3;`);
    expect(await over).toEqual([0, null]);
    expect(printed()).toEqual(['begun', 'status 3']);
  });
});
