import type { Page } from 'playwright-core';

export interface Repaint {
  /** Milliseconds from the last of the data to the last change on the screen, including charts. */
  fromData: number;
  /** Milliseconds from the choice to that change. */
  fromChoice: number;
}

interface Watching {
  watch?: { chosen: number; changed: number; calm: Promise<void> };
}

/** A page has come to rest when nothing changes for this many milliseconds. */
const rest = 600;

/** How long a page takes to show what a person chose: from the choice, and from the arrival of its data. */
export async function timeRepaint(page: Page, choose: () => Promise<unknown>): Promise<Repaint> {
  await page.evaluate((rest) => {
    performance.clearResourceTimings();
    const watch = { chosen: 0, changed: 0, calm: Promise.resolve() };
    (window as Watching).watch = watch;
    watch.calm = new Promise((resolve) => {
      let waiting = 0;
      const observer = new MutationObserver(() => {
        clearTimeout(waiting);
        // A message arrives after the frame with the change has been painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            watch.changed = performance.now();
          };
          port2.postMessage(null);
        });
        waiting = window.setTimeout(() => {
          observer.disconnect();
          resolve();
        }, rest);
      });
      for (const type of ['click', 'change']) {
        addEventListener(
          type,
          ({ timeStamp }) => {
            watch.chosen = timeStamp;
            observer.observe(document.getElementById('site')!, { childList: true, subtree: true });
          },
          { capture: true, once: true },
        );
      }
    });
  }, rest);
  await choose();
  return page.evaluate(async () => {
    const { watch } = window as Watching;
    await watch!.calm;
    const there = performance
      .getEntriesByType('resource')
      .map((entry) => (entry as PerformanceResourceTiming).responseEnd);
    const { chosen, changed } = watch!;
    return {
      fromData: changed - Math.max(chosen, ...there.filter((end) => end < changed)),
      fromChoice: changed - chosen,
    };
  });
}
