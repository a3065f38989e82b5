import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

let runs = 0;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a script of `scripts` in this process, which is quicker than another: what it prints, and its status. */
export async function ran(script: string, ...args: string[]) {
  const { argv, exitCode } = process;
  const heard = signals.map((signal) => process.listeners(signal));
  const said = { out: [] as string[], errors: [] as string[] };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line) => void said.out.push(line)),
    vi.spyOn(console, 'error').mockImplementation((line) => void said.errors.push(line)),
    vi.spyOn(process, 'exit').mockImplementation((status) => {
      throw new Ended(Number(status));
    }),
  ];
  process.argv = ['node', script, ...args];
  process.exitCode = 0;
  const path = fileURLToPath(new URL(`../../scripts/${script}.ts`, import.meta.url));
  try {
    // Each time with another address, so that it runs again.
    await import(/* @vite-ignore */ `${path}?${runs++}`);
    return { ...said, status: Number(process.exitCode) };
  } catch (error) {
    if (error instanceof Ended) return { ...said, status: error.status };
    throw error;
  } finally {
    signals.forEach((signal, i) => {
      for (const one of process.listeners(signal))
        if (!heard[i]!.includes(one)) process.removeListener(signal, one);
    });
    for (const spy of spies) spy.mockRestore();
    process.argv = argv;
    process.exitCode = exitCode;
  }
}

class Ended extends Error {
  constructor(readonly status: number) {
    super(`the script ended with status ${status}`);
  }
}
