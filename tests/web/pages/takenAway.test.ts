import { expect, inject, it } from 'vitest';
import { drawing, origin } from '../drawing.ts';

const { draw } = drawing(inject('referenced'));

/** The links of a page that take something away: what each names, and where it leads. */
async function takersOf(path: string): Promise<{ named: string; to: string }[]> {
  const { html } = await draw(path);
  const links = html.replace(/<!--.*?-->/gs, '').matchAll(/<a\b([^>]*)>(.*?)<\/a\s*>/gs);
  return [...links].flatMap(([, attributes, content]) => {
    const says = content!
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const [, named] = /^(?:Remove|Let go|Clear)\b[ :]*(.*)/.exec(says) ?? [];
    const href = /href="\/uptake([^"]*)"/.exec(attributes!)?.[1]?.replaceAll('&amp;', '&');
    return named && href ? [{ named, to: href }] : [];
  });
}

const queryOf = (path: string): Record<string, string> =>
  Object.fromEntries(new URL(path, origin).searchParams);

it.each([
  ['/compare?service=appointments&area=Q66,Y54,ZZ0100&group=ZZ0101,ZZ0102', 4],
  ['/explore?chart=scatter&level=subregion&area=Q66,Q52,Q44&period=2014-10', 3],
  ['/explore?chart=months&area=Q66,Y54,ZZ0100&from=2014-08', 3],
  ['/explore?chart=places&level=ccg&supplier=EMIS,TPP,NK&size=0-2999,15000%2B', 5],
])('each link of %s takes away what it names, and nothing else', async (path, several) => {
  const all = await takersOf(path);
  expect(new Set(all.map(({ named }) => named)).size).toBe(several);
  for (const { named, to } of all) {
    const left = (await takersOf(to)).map((one) => one.named);
    const others = all.map((one) => one.named).filter((one) => one !== named);
    expect([named, left]).toEqual([named, others]);
    const [before, after] = [queryOf(path), queryOf(to)];
    const names = Object.keys({ ...before, ...after });
    expect([named, names.filter((name) => before[name] !== after[name]).length]).toEqual([
      named,
      1,
    ]);
  }
});
