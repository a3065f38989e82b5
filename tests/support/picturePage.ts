import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

/** The folder for pictures that differ from the approved ones, with a page that shows them. */
const pictureFolder = fileURLToPath(new URL('../../node_modules/.pictures', import.meta.url));

const parts = ['approved', 'now', 'difference'] as const;

/** Saves a picture beside the approved one, with their difference, on the page of all differences. */
export function showDifference(
  id: string,
  { approved, now }: Record<'approved' | 'now', Uint8Array>,
  folder = pictureFolder,
): string {
  mkdirSync(join(folder, id), { recursive: true });
  const pictures = { approved, now, difference: differenceOf(approved, now) };
  for (const part of parts) writeFileSync(join(folder, id, `${part}.png`), pictures[part]);
  return writePage(folder);
}

/** Removes a picture that matches the approved one from the page. */
export function forgetDifference(id: string, folder = pictureFolder): void {
  if (!existsSync(join(folder, id))) return;
  rmSync(join(folder, id), { recursive: true });
  writePage(folder);
}

/** The difference of two pictures, black where they are the same. */
function differenceOf(approved: Uint8Array, now: Uint8Array): Buffer {
  const [width, height] = [sizeOf(approved), sizeOf(now)].reduce(([w, h], [width, height]) => [
    Math.max(w, width),
    Math.max(h, height),
  ]);
  const image = (png: Uint8Array, style = '') => {
    const [own, tall] = sizeOf(png);
    const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
    return `<image href="${href}" width="${own}" height="${tall}" style="${style}"/>`;
  };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image(approved)}${image(now, 'mix-blend-mode:difference')}</svg>`;
  return new Resvg(svg).render().asPng();
}

function sizeOf(png: Uint8Array): [width: number, height: number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

/** Rewrites the page and returns its path. */
function writePage(folder: string): string {
  const ids = readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? [one.name] : [],
  );
  const rows = ids.sort().map((id) => {
    const figures = parts.map(
      (part) =>
        `<figure><figcaption>${part}</figcaption><img src="${id}/${part}.png" alt="${id}, ${part}"></figure>`,
    );
    return `<section><h2>${id}</h2><div>${figures.join('')}</div></section>`;
  });
  const page = join(folder, 'index.html');
  writeFileSync(
    page,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures that differ</title>
<style>body{font:16px sans-serif;margin:1.5rem}div{display:flex;gap:1rem}figure{margin:0;flex:1}img{max-width:100%;border:1px solid #ccc}</style>
<h1>${rows.length ? 'Pictures that differ from the approved ones' : 'Every picture is as it was approved'}</h1>
<p>To approve them as they are now: <code>APPROVE_PICTURES=1 npm test -- tests/server/images</code>, then look at what git says has changed.</p>
${rows.join('\n')}
</html>
`,
  );
  return page;
}
