import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { startProduct } from '../bench/servers.ts';
import { launchChromium } from '../browser/chromium.ts';

/** Takes the README's picture of the first page, for the current release in a folder, as a WebP file. */
export async function takeFirstPage(releases: string, path: string): Promise<void> {
  const server = await startProduct(releases);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.goto(server.origin, { waitUntil: 'networkidle' });
    const png = (await page.screenshot()).toString('base64');
    // The page itself loads images from its own server only.
    writeFileSync(path, await webpOf(png, await browser.newPage()));
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Converts a PNG to WebP. The PNG is passed in base64. */
async function webpOf(png: string, page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext('2d')!.drawImage(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  }, png);
  return Buffer.from(bytes);
}
