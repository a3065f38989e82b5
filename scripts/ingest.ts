// Begins to count the files given before everything else is loaded, because loading takes as long as counting.
import { TextCounter } from './ingest/files/textCounter.ts';

// Sources are counted in this thread: another one would have to compile them first.
const isBuilt = import.meta.url.endsWith('.js');
const counter = new TextCounter(isBuilt ? new URL('countingThread.js', import.meta.url) : null);
counter.begin(process.argv.slice(2));
try {
  const { runCommand } = await import('./ingest/command.ts');
  await runCommand(counter);
} finally {
  await counter.stop();
}
