import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { icoOf, pngIcon } from '../../../scripts/build/icons.ts';

const svg = readFileSync(new URL('../../../web/public/icon.svg', import.meta.url), 'utf8');
const manifest = JSON.parse(
  readFileSync(new URL('../../../web/public/site.webmanifest', import.meta.url), 'utf8'),
);

/** Width and height from a PNG's first chunk. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('the icons that the build makes', () => {
  it('have the sizes they state', () => {
    expect(sizeOf(pngIcon(svg, 48))).toEqual([48, 48]);
    expect(sizeOf(pngIcon(svg, 192))).toEqual([192, 192]);
  });

  it('come as an ICO with the same picture', () => {
    const png = pngIcon(svg, 48);
    const ico = icoOf(png, 48);
    const entry = {
      width: ico[6],
      height: ico[7],
      bytes: ico.readUInt32LE(14),
      at: ico.readUInt32LE(18),
    };
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 1]);
    expect(entry).toMatchObject({ width: 48, height: 48, bytes: png.length });
    expect(ico.subarray(entry.at, entry.at + entry.bytes)).toEqual(png);
  });

  it('are those that the manifest names', () => {
    const pictures = manifest.icons.filter(({ type }: { type: string }) => type === 'image/png');
    expect(pictures.map(({ src }: { src: string }) => src)).toEqual([
      'icon-192.png',
      'icon-512.png',
    ]);
    expect(manifest.name).toBe(/<title>(.*)<\/title>/.exec(svg)![1]);
  });
});
