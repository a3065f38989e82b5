import { describe, expect, inject, it } from 'vitest';
import { formatMonth } from '../../../data/definitions/months.ts';
import { promises } from '../../../data/definitions/promises.ts';
import { dataTables, fileOf } from '../../../web/pages/dataTables.ts';
import { addressOf } from '../../../web/route.ts';
import { drawing, origin } from '../drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));

describe('the page Data', () => {
  it('links to existing files, of every table in every format', async () => {
    const { links } = await draw('/data');
    const files = links.filter((link) => link.startsWith('/uptake/api/v1/'));
    expect(files.filter((link) => link.includes('format=parquet')).length).toBeGreaterThan(10);
    for (const link of files.filter((one) => one.includes('format=json'))) {
      const { pathname, searchParams } = new URL(link, origin);
      // The endpoint's own tests read every month of every practice.
      if (searchParams.get('level') === 'practice') continue;
      const params = Object.fromEntries(searchParams);
      const { data } = await ask(pathname.replace('/uptake/api/v1', '') as '/figures', params);
      expect(data.length, link).toBeGreaterThan(0);
    }
  });

  it('says of each table which months its files hold', async () => {
    const { meta } = await ask('/periods');
    const [first, last] = [formatMonth(meta.first_period), formatMonth(meta.last_period)];
    const address = addressOf(new URL('/data', origin), '');
    const { figures, others } = dataTables(meta, ['england', 'ccg', 'practice']);
    const held = [...figures, ...others].map((table) => {
      const { searchParams } = new URL(fileOf(address, table, 'csv'), origin);
      const [from, to, of] = ['from', 'to', 'period'].map((name) => searchParams.get(name));
      return { told: table.holds, name: table.name, months: of ?? [from, to] };
    });
    const ofMonths = held.filter(({ told }) => told.includes(last));
    expect(ofMonths.map(({ name }) => name)).toEqual([
      ...['England', 'CCGs', 'Practices, latest month', 'Practices, every month', 'Deciles'],
    ]);
    for (const { told, months } of ofMonths) {
      const whole = told.includes(`${first} to ${last}`);
      expect(months).toEqual(whole ? [meta.first_period, meta.last_period] : meta.last_period);
    }
  });

  it('gives lines to copy with the release and the absolute address', async () => {
    const { text } = await draw('/data');
    const { meta } = await ask('/periods');
    const url = `${origin}/uptake/api/v1/figures?level=region&from=${meta.first_period}&to=${meta.last_period}&format=csv&release=${meta.release}`;
    expect(text).toContain(
      `curl --fail --compressed --output gp-online-region-${meta.release}.csv '${url}'`,
    );
    expect(text).toContain(`read.csv("${url}", na.strings = "")`);
    expect(text).toContain(`pandas.read_csv("${url}")`);
    expect((await draw('/data')).links).toContain('/uptake/cookbook.md');
  });

  it('lists every release with permanent addresses', async () => {
    const { text, links } = await draw('/data');
    const { data } = await ask('/releases');
    for (const { release } of data) {
      expect(text).toContain(release);
      expect(links).toContain(`/uptake/api/v1/releases/${release}/bundle.zip`);
      expect(links).toContain(`/uptake/api/v1/releases/${release}/release.duckdb`);
      expect(links).toContain(`/uptake/data?release=${release}`);
    }
  });

  it('names each file as what it is', async () => {
    const { html } = await draw('/data');
    const named = [...html.matchAll(/href="([^"]*)"\s+aria-label="(\w+)[^"]*" download/g)];
    const kinds = new Set(
      named.map(([, href, name]) => {
        const { pathname, searchParams } = new URL(href!.replaceAll('&amp;', '&'), origin);
        return `${name} ${searchParams.get('format') ?? pathname.split('.').at(-1)}`;
      }),
    );
    expect([...kinds].sort()).toEqual([
      ...['CSV csv', 'CSVW csvw', 'Database duckdb', 'JSON json', 'Parquet parquet'],
      ...['XLSX xlsx', 'Zip zip'],
    ]);
  });

  it('stays with the release in its address', async () => {
    const { meta } = await ask('/periods');
    const { links } = await draw(`/data?release=${meta.release}`);
    const tables = links.filter((link) => link.includes('format=csv'));
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.filter((link) => !link.includes(`release=${meta.release}`))).toEqual([]);
  });

  it('says what can be built on', async () => {
    const { text } = await draw('/data');
    for (const { title } of promises) expect(text).toContain(title);
  });

  it('describes its data for data catalogues, and marks it as not real', async () => {
    const { html } = await draw('/data');
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)!;
    const dataset = JSON.parse(json!);
    expect(dataset).toMatchObject({ '@type': 'Dataset', url: `${origin}/uptake/data` });
    expect(dataset.name).toMatch(/^Illustrative, not real/);
    expect(dataset.license).toBeUndefined();
    expect(dataset.distribution.length).toBeGreaterThan(10);
    for (const { contentUrl } of dataset.distribution) {
      expect(contentUrl).toMatch(/^https:\/\/uptake\.example\/uptake\/api\/v1\//);
    }
  });
});
