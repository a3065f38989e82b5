import { Resvg } from '@resvg/resvg-js';

/** A picture drawn small, as bytes of red, green, blue and opacity. */
export interface Small {
  width: number;
  height: number;
  pixels: Buffer;
}

const smallWidth = 300;

/** A PNG drawn small, so that small differences between machines vanish. */
export function small(png: Uint8Array): Small {
  const view = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const tall = Math.round((height / width) * smallWidth);
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${smallWidth}" height="${tall}"><rect width="100%" height="100%" fill="#fff"/><image href="${href}" width="${smallWidth}" height="${tall}"/></svg>`;
  const image = new Resvg(svg).render();
  return { width: image.width, height: image.height, pixels: image.pixels };
}

const block = 6;

/** The largest difference between two pictures, block by block, in parts of 255; infinite if their sizes differ. */
export function difference(a: Small, b: Small): number {
  if (a.width !== b.width || Math.abs(a.height - b.height) > 1) return Number.POSITIVE_INFINITY;
  let most = 0;
  const tall = Math.min(a.height, b.height);
  for (let top = 0; top + block <= tall; top += block) {
    for (let left = 0; left + block <= a.width; left += block) {
      most = Math.max(most, blockDifference(a, b, left, top));
    }
  }
  return most;
}

function blockDifference(a: Small, b: Small, left: number, top: number): number {
  let sum = 0;
  for (let y = top; y < top + block; y++) {
    for (let x = left; x < left + block; x++) {
      for (let channel = 0; channel < 3; channel++) {
        const at = (y * a.width + x) * 4 + channel;
        sum += a.pixels[at]! - b.pixels[at]!;
      }
    }
  }
  return Math.abs(sum) / (block * block * 3);
}
