import { monitorEventLoopDelay } from 'node:perf_hooks';

// Loaded into the process of a server that is measured, before the server itself. It is asked and answers over the
// channel to its parent (`Watched` in servers.ts). Plain JavaScript, so that no compiler adds to what it measures.
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
  const watched = {
    cpu: (user + system) / 1000,
    delay: delay.percentile(99) / 1e6,
    rss: Math.max(rss, process.memoryUsage.rss()),
  };
  delay.reset();
  rss = 0;
  process.send?.(watched);
});
process.channel?.unref();
