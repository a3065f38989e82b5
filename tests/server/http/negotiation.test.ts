import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Serving, serve } from '../../support/serving.ts';

let serving: Serving;
beforeAll(async () => {
  serving = await serve(inject('illustrative'));
});
afterAll(() => serving.stop());

const table = '/api/v1/figures';
const question = '?measure=records_enabled&level=region';
const types = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const ask = (path: string, accept?: string) =>
  fetch(serving.origin + path, { headers: accept ? { accept } : {} });
const body = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('a format', () => {
  it.each(Object.entries(types))(
    '%s is the same by parameter, by the end of the path, or by Accept',
    async (name, type) => {
      const byParameter = await ask(`${table}${question}&format=${name}`);
      const expected = await body(byParameter);
      const ways = [
        await ask(`${table}.${name}${question}`),
        await ask(`${table}.${name}${question}&format=${name}`),
        await ask(table + question, type.split(';')[0]),
        await ask(table + question, `${type.split(';')[0]}, */*;q=0.1`),
      ];
      for (const way of [byParameter, ...ways]) {
        expect(way.status).toBe(200);
        expect(way.headers.get('content-type')).toBe(type);
      }
      for (const way of ways) expect((await body(way)).equals(expected)).toBe(true);
    },
  );

  it('is JSON by default, whatever was asked for and cached before', async () => {
    await ask(table + question, 'text/csv');
    const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    for (const accept of [
      undefined,
      '*/*',
      browser,
      'text/html',
      'application/json',
      'image/png',
    ]) {
      const answer = await ask(table + question, accept);
      expect([accept, answer.headers.get('content-type')]).toEqual([accept, types.json]);
      expect(answer.headers.get('vary')).toContain('Accept');
    }
    expect((await ask(table + question, 'text/csv')).headers.get('content-type')).toBe(types.csv);
  });

  it('of the path and of the parameter must be the same', async () => {
    const answer = await ask(`${table}.csv${question}&format=json`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      detail: 'the path ends in another format: .csv',
      parameter: 'format',
      value: 'json',
    });
  });

  it('has the same links as with the parameter', async () => {
    const { headers } = await ask(`${table}.csv${question}&limit=2`);
    const [metadata, next] = headers.get('link')!.split(', ');
    const named = `${table}${question}&limit=2&format`;
    expect(metadata).toBe(`<${named}=csvw>; rel="describedby"; type="application/csvm+json"`);
    expect(next).toMatch(/&format=csv&cursor=\w+&release=2015-03\.1>; rel="next"$/);
    expect(next).toContain(`<${named}`);
  });

  it('can follow codes too, but nothing else can', async () => {
    const [code] = (await (await ask('/api/v1/figures?level=practice&limit=1')).json()).data.map(
      ({ area_code }: { area_code: string }) => area_code,
    );
    const csv = await ask(`/api/v1/provenance/practices.csv?measure=records_enabled&area=${code}`);
    expect(csv.headers.get('content-type')).toBe(types.csv);
    expect((await ask(`${table}.pdf`)).status).toBe(404);
    expect((await ask('/api/v1/bundle.zip.csv')).status).toBe(404);
  });
});
