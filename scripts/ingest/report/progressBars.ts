import type { SingleBar } from 'cli-progress';
import type { Progress } from '../ingest.ts';

/** Shows the progress of an ingest: on a terminal a bar for each file, elsewhere a line when each is done. */
export interface ProgressDisplay {
  show(progress: Progress): void;
  end(): void;
}

/** Bars or lines on a stream, which is not used after `end`. */
export async function progressDisplay(stream: NodeJS.WriteStream): Promise<ProgressDisplay> {
  return stream.isTTY ? bars(stream) : lines(stream);
}

async function bars(stream: NodeJS.WriteStream): Promise<ProgressDisplay> {
  const { MultiBar, Presets } = await import('cli-progress');
  const format = '{bar} {percentage}%  {doing}';
  const all = new MultiBar({ stream, format, hideCursor: true }, Presets.shades_classic);
  const byName = new Map<string, SingleBar>();
  return {
    show({ doing, fraction }) {
      const bar = byName.get(doing) ?? all.create(100, 0, { doing });
      byName.set(doing, bar);
      bar.update(Math.round(fraction * 100));
    },
    end: () => all.stop(),
  };
}

function lines(stream: NodeJS.WriteStream): ProgressDisplay {
  return {
    show({ doing, fraction }) {
      if (fraction === 0) stream.write(`${doing}: reading\n`);
      if (fraction === 1) stream.write(`${doing}: done\n`);
    },
    end() {},
  };
}
