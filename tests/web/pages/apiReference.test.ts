import { describe, expect, inject, it } from 'vitest';
import { endpoints } from '../../../server/api/endpoints.ts';
import type { Questions } from '../../../web/apiTypes.ts';
import { drawing, origin } from '../drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));

interface Schema {
  type?: string;
  enum?: string[];
}
interface Described {
  paths: Record<
    string,
    {
      get: {
        parameters: { name: string; required?: boolean; schema: Schema & { items?: Schema } }[];
      };
    }
  >;
}

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

  it('says of each parameter whether it is needed, and which values it takes', async () => {
    const { html } = await draw('/data/api');
    const [, ...sections] = html.replace(/<!--.*?-->/gs, '').split('<section class="operation"');
    const { paths } = (await ask('/openapi.json')) as unknown as Described;
    const operations = Object.entries(paths);
    expect(sections.length).toBe(operations.length);
    let several = 0;
    const common = ['limit', 'cursor', 'asOf'];
    for (const [path, { get }] of operations) {
      const section = sections.find((one) => one.includes(`operation__path">${path}</code>`))!;
      const [own] = section.split('What it answers') as [string];
      const rows = new Map(
        [...own.matchAll(/<tr>\s*<th scope="row">\s*<code>(\w+)<\/code>(.*?)<\/tr>/gs)].map(
          ([, name, row]) => [
            name!,
            row!
              .replace(/<[^>]*>/g, '')
              .replace(/\s+/g, ' ')
              .trim(),
          ],
        ),
      );
      const also = common.filter((one) => get.parameters.some(({ name }) => name === one));
      const named = /(?:Also|Takes) ((?:<code>\w+<\/code>|, | and )+)\./.exec(own)?.[1] ?? '';
      expect([path, [...named.matchAll(/\w+(?=<)/g)].map(([name]) => name)]).toEqual([path, also]);
      for (const name of common) expect(rows.has(name)).toBe(false);
      for (const { name, required, schema } of get.parameters) {
        if (['release', 'format', ...common].includes(name)) continue;
        const values = schema.enum ?? schema.items?.enum;
        const told = `${schema.type === 'array' ? 'Any of' : 'One of'} ${values?.join(', ')}`;
        const row = rows.get(name)!;
        expect([path, name, row.startsWith('needed')]).toEqual([path, name, required ?? false]);
        if (values) expect(row.slice(-told.length)).toBe(told);
        if (values && schema.type === 'array') several++;
      }
    }
    expect(several).toBeGreaterThan(0);
  });

  it('describes once what most questions take', async () => {
    const { text } = await draw('/data/api');
    const described = [
      'Maximum rows, up to 10000; the answer names the next page, if there is one. The questions that take it say so.',
      'Cursor from meta.next of the previous answer, to the same question and release. The questions that take it say so.',
      'The release that answered then, in place of release: a time such as 2019-05-01T12:00 (UK time, or UTC with a Z at its end), or a day, of which its end counts. The questions that take it say so.',
    ];
    const read = text.replaceAll(' :', ':');
    for (const sentence of described) expect(read.split(sentence)).toHaveLength(2);
    expect(text.match(/Maximum rows/g)).toHaveLength(1);
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
