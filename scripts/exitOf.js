import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command to its end and returns its status. Signals to this process are passed on to it, and if it is ended by
 * one, this process ends too, so that nothing is left running. It prints where this process does, unless told otherwise.
 */
export function exitOf(command, options, stdio = 'inherit') {
  let received = null;
  const pass = (signal) => {
    received = signal;
    child.kill(signal);
  };
  // Before it starts, because a signal in between would end only this process.
  for (const signal of passedOn) process.on(signal, pass);
  const child = spawn(command, options, { cwd: root, stdio });
  return new Promise((resolve) => {
    child.on('error', ({ message }) => {
      console.error(`could not run ${command}: ${message}`);
      process.exit(1);
    });
    child.on('exit', (status, signal) => {
      const endedBy = received ?? signal;
      if (endedBy) process.exit(128 + constants.signals[endedBy]);
      for (const one of passedOn) process.off(one, pass);
      resolve(status);
    });
  });
}
