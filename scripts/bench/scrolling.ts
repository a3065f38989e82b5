import type { Page } from 'playwright-core';

export interface Scrolling {
  /** Milliseconds of the longest frame. */
  longest: number;
  /** Share of the frames that took longer than two frames of a 60 Hz screen. */
  late: number;
  frames: number;
}

/** Turns of the wheel, and how far and how long each is: as fast as a finger flicks. */
const turns = 90;
const turn = { pixels: 600, milliseconds: 50 };

/** Scrolls a page's long table by the wheel, at twelve thousand pixels per second, and measures its frames. */
export async function timeScrolling(page: Page): Promise<Scrolling> {
  await page.locator('.scroll:has(table)').first().hover();
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
  for (let i = 0; i < turns; i++) {
    await page.mouse.wheel(0, turn.pixels);
    await page.waitForTimeout(turn.milliseconds);
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
