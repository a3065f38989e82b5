import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';
import type { Generated } from './generated.ts';
import { inMs, median, percentile, type Ratio } from './measuring.ts';
import { startProduct } from './servers.ts';

/** The charts of all practices that a pointer is drawn across. */
const charts = {
  ranking: '/explore?chart=places&level=practice&measure=records_enabled',
  scatter: '/explore?chart=scatter&level=practice&measure=records_enabled',
  funnel: '/explore?chart=funnel&level=practice&measure=records_enabled',
};

/** The processor as it is and slowed down, with the milliseconds that a frame may take. */
const processors = [
  { rate: 1, name: '', atMost: 16 },
  { rate: 4, name: ', with a processor 4 times slower', atMost: 50 },
];

/** Places that the pointer stops at, and the milliseconds between them. */
const stops = 200;
const between = 20;

interface Watching {
  took?: number[];
}

/** How long frames take while a pointer is drawn across charts of all practices, which reads and marks each it meets. */
export async function benchBrushing(generated: Generated): Promise<Ratio[]> {
  const release = await generated.releaseOf(12);
  const product = await startProduct(release.folder);
  const browser = await launchChromium();
  try {
    const ratios: Ratio[] = [];
    for (const [name, path] of Object.entries(charts)) {
      for (const processor of processors) {
        ratios.push(await brushed(browser, product.origin + path, { ...processor, chart: name }));
      }
    }
    return ratios;
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function brushed(
  browser: Browser,
  url: string,
  { rate, name, atMost, chart }: { rate: number; name: string; atMost: number; chart: string },
): Promise<Ratio> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.locator('uptake-chart[data-state=drawn]').waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    await watchFrames(page);
    const read = await brush(page);
    const frames = await page.evaluate(() => (window as Watching).took!);
    const [middle, longest] = [median(frames), Math.max(...frames)].map(inMs);
    return {
      name: `${chart} of all practices, brushed${name}: milliseconds of the slowest frame of twenty`,
      value: percentile(frames, 95),
      detail: `${read} practices read in ${frames.length} frames, half within ${middle}, the longest ${longest}`,
      atMost,
    };
  } finally {
    await page.close();
  }
}

/**
 * Has a page measure each move of the pointer: the work of its listeners, and that of the frame that shows what they
 * changed. The wait for the screen between the two is left out.
 */
const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const frames: number[] = [];
    (window as Watching).took = frames;
    let moved = 0;
    addEventListener(
      'pointermove',
      () => {
        moved = performance.now();
      },
      { capture: true },
    );
    addEventListener('pointermove', () => {
      const handled = performance.now() - moved;
      requestAnimationFrame(() => {
        const began = performance.now();
        const { port1, port2 } = new MessageChannel();
        // A message comes after the frame has been painted.
        port1.onmessage = () => frames.push(handled + performance.now() - began);
        port2.postMessage(null);
      });
    });
  });

/** Draws the pointer across a chart from its left to its right, up and down; how many practices were read. */
async function brush(page: Page): Promise<number> {
  const box = (await page.locator('uptake-chart').boundingBox())!;
  const read = new Set<string>();
  for (let i = 0; i < stops; i++) {
    const across = 0.08 + (0.84 * i) / stops;
    const down = 0.5 + 0.35 * Math.sin(i / 4);
    await page.mouse.move(box.x + box.width * across, box.y + box.height * down);
    await page.waitForTimeout(between);
    if (i % 10 === 0) {
      const words = await page.locator('.chart__reading').textContent();
      if (words) read.add(words);
    }
  }
  return read.size;
}
