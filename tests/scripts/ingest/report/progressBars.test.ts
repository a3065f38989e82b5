import { expect, it } from 'vitest';
import { progressDisplay } from '../../../../scripts/ingest/report/progressBars.ts';

it('elsewhere than on a terminal, progress is told as each file begins and ends', async () => {
  const written: string[] = [];
  const stream = { isTTY: false, write: (text: string) => void written.push(text) };
  const display = await progressDisplay(stream as unknown as NodeJS.WriteStream);
  for (const fraction of [0, 0.4, 1]) display.show({ doing: 'a.csv', fraction });
  display.show({ doing: 'release', fraction: 0 });
  display.end();
  expect(written).toEqual(['a.csv: reading\n', 'a.csv: done\n', 'release: reading\n']);
});
