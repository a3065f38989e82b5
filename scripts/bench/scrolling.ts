import type { Page } from 'playwright-core';

export interface Scrolling {
  /** Milliseconds of the longest frame. */
  longest: number;
  /** Share of the frames that came later than two of a screen of sixty a second would. */
  late: number;
  frames: number;
}

const screens = 60;

/** Scrolls a page down by the wheel, a screen at each turn, and counts its frames. */
export async function timeScrolling(page: Page): Promise<Scrolling> {
  const { height } = page.viewportSize()!;
  await page.mouse.move(200, height / 2);
  await page.evaluate(() => {
    const frames = {
      times: [] as number[],
      next(time: number) {
        frames.times.push(time);
        requestAnimationFrame(frames.next);
      },
    };
    Object.assign(window, { times: frames.times });
    requestAnimationFrame(frames.next);
  });
  for (let i = 0; i < screens; i++) {
    await page.mouse.wheel(0, height);
    await page.waitForTimeout(50);
  }
  return page.evaluate(() => {
    const { times } = window as unknown as { times: number[] };
    const frames = times.slice(1).map((time, i) => time - times[i]!);
    return {
      longest: Math.max(...frames),
      late: frames.filter((time) => time > 2 * (1000 / 60) + 1).length / frames.length,
      frames: frames.length,
    };
  });
}
