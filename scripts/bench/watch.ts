import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a server was like since it was last asked: its event loop's delay and its time of the processor in ms, and its memory in bytes at most. */
export interface Watched {
  delay: number;
  cpu: number;
  rss: number;
}

// Loaded before a server that is measured, into its process; asked and answered over the channel to its parent.
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
let rss = 0;
let used = process.cpuUsage();
setInterval(() => {
  rss = Math.max(rss, process.memoryUsage.rss());
}, 20).unref();

process.on('message', () => {
  const { user, system } = process.cpuUsage(used);
  used = process.cpuUsage();
  const watched: Watched = {
    cpu: (user + system) / 1000,
    delay: delay.percentile(99) / 1e6,
    rss: Math.max(rss, process.memoryUsage.rss()),
  };
  delay.reset();
  rss = 0;
  process.send?.(watched);
});
process.channel?.unref();
