import { describe, expect, inject, it } from 'vitest';
import { endpoints } from '../../../server/api/endpoints.ts';
import type { Questions } from '../../../web/apiTypes.ts';
import { drawing, origin } from '../drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));

describe('the reference of the API', () => {
  it('has every path with its description, parameters and columns', async () => {
    const { text } = await draw('/data/api');
    for (const { path, summary, columns = [], parameters } of endpoints) {
      expect(text).toContain(path);
      expect(text).toContain(summary);
      for (const { name } of columns) expect(text).toContain(name);
      for (const name of parameters) expect(text).toContain(name);
    }
  });

  it('gives every question an example, and each has an answer', async () => {
    const { html } = await draw('/data/api');
    const examples = [...html.matchAll(/data-root="([^"]*)" data-query="([^"]*)" data-file="no"/g)];
    expect(examples.length).toBeGreaterThan(25);
    for (const [, root, query] of examples) {
      const path = root!.replace('/uptake/api/v1', '');
      if (path === '/') continue;
      const asked = new URL(`?${query!.replaceAll('&amp;', '&')}`, origin).searchParams;
      const answer = await ask(
        decodeURIComponent(path) as keyof Questions,
        Object.fromEntries(asked),
      );
      expect(answer, path).toBeTypeOf('object');
    }
  });

  it('has an id for each question', async () => {
    const { html } = await draw('/data/api');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
  });
});
