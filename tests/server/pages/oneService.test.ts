import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { formatMonth } from '../../../data/definitions/months.ts';
import { readConfig } from '../../../server/config.ts';
import { askDirectly } from '../../../server/pages/askDirectly.ts';
import { renderPage } from '../../../server/pages/pages.ts';
import { Releases } from '../../../server/store/releases.ts';

const shell = readFileSync(new URL('../../../web/index.html', import.meta.url), 'utf8');
const releases = new Releases(inject('oneService'));
afterAll(() => releases.close());

async function page(path: string): Promise<string> {
  const origin = 'http://localhost';
  const ask = askDirectly(releases, readConfig({}));
  return (await renderPage(new URL(path, origin), ask, { prefix: '', shell, origin })).html;
}

/** The services to choose from; the one shown has an asterisk. */
const servicesOf = (html: string): string[] => {
  const list = /aria-label="Service"[\s\S]*?<\/ul>/.exec(html)![0];
  return [...list.matchAll(/<a([^>]*)>([\s\S]*?)<\/a>/g)].map(
    ([, attributes, text]) =>
      `${text!.replace(/<!--.*?-->|\s+/g, ' ').trim()}${/aria-current="(page|true)"/.test(attributes!) ? '*' : ''}`,
  );
};

describe('a release of booking alone', () => {
  it('opens with booking, and offers no service without figures', async () => {
    const code = (await releases.get()).catalogue.codesByLevel.practice[0]!;
    for (const path of ['/', `/practices/${code}`]) {
      const html = await page(path);
      expect(servicesOf(html)).toEqual(['Booking appointments*']);
      expect(html).toMatch(/<h1[\s\S]*?book appointments online/);
    }
  });

  it('explains its methods even if the service asked for has no practice for an example', async () => {
    const html = await page('/methods?service=records');
    expect(html).toContain('What it would take');
    // Requests that nothing waits for would have failed by now.
    await new Promise((later) => setTimeout(later, 50));
  });

  it('still says that it has nothing about another service if asked', async () => {
    const html = await page('/?service=records');
    expect(servicesOf(html)).toEqual(['Seeing your record*', 'Booking appointments']);
    expect(html).toContain('Seeing your record: no figures for');
  });

  it('says that any service is not in the extracts, if it has no figures', async () => {
    const { last_period } = (await releases.get()).about;
    const html = (await page('/?service=any')).replace(/<!--.*?-->/g, '');
    expect(html).toContain(`This measure is not in the extracts of ${formatMonth(last_period)}.`);
  });
});
