import { expect, inject, it } from 'vitest';
import { drawing } from '../drawing.ts';

const { draw } = drawing(inject('referenced'));

it.each(['/', '/areas/Y54', '/practices/ZZ0100'])(
  '%s of an earlier month is cited, linked and downloaded as of that month',
  async (path) => {
    const { text, links } = await draw(`${path}?period=2014-12`);
    const citation = /Citation (Illustrative data, not real figures\. .*?\(accessed \[date\]\))/gs;
    const [page] = [...text.split('Download and cite')[1]!.matchAll(citation)].map(
      ([, one]) => one!,
    );
    expect(page).toMatch(/, December 2014\. Processed by .*[?&]period=2014-12\b/);
    const releaseLinks = links.filter(
      (link) => /[?&]release=/.test(link) && link.includes('period='),
    );
    expect(releaseLinks.length).toBeGreaterThan(3);
    for (const link of releaseLinks) expect(link).toContain('period=2014-12');
  },
);
