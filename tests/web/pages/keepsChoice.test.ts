import { describe, expect, inject, it } from 'vitest';
import { pagesOfEachKind } from '../../support/pagesOfEachKind.ts';
import { drawing } from '../drawing.ts';

const { draw } = drawing(inject('referenced'));
const prefix = '/uptake';
const month = '2014-10';

/** Links from a page with a choice to other pages of the site, without those to files, images and feeds. */
async function linksFrom(page: string, choice: string): Promise<string[]> {
  const { status, links } = await draw(`${page}${page.includes('?') ? '&' : '?'}${choice}`);
  expect(status).toBe(200);
  const within = links.filter((link) => link.startsWith(`${prefix}/`));
  const toPages = within.filter((link) => !/\/api\/|\/charts\/|\/embed\/|\.\w+(\?|$)/.test(link));
  expect(toPages.length).toBeGreaterThan(15);
  return [...new Set(toPages.map((link) => link.slice(prefix.length)))];
}

describe.each(pagesOfEachKind)('links from %s', (page) => {
  it('keep the month', async () => {
    const links = await linksFrom(page, `period=${month}`);
    // Charts over all months have a period of their own, and so has each piece of news.
    const others = links.filter((link) => !/[?&](period|from)=/.test(link));
    expect(others).toEqual([]);
    const elsewhere = links.filter((link) => !link.includes(month) && !/[?&]from=/.test(link));
    if (!page.startsWith('/news')) expect(elsewhere).toEqual([]);
  });

  it('keep the service, except those that choose another', async () => {
    const links = await linksFrom(page, 'service=prescriptions');
    const others = links.filter((link) => !link.includes('prescriptions'));
    const [path] = page.split(/[?#]/);
    expect(others.filter((link) => link.split(/[?#]/)[0] !== path)).toEqual([]);
    expect(others.length).toBeLessThanOrEqual(2);
  });
});
