import {
  asyncBufferFromUrl,
  cachedAsyncBuffer,
  parquetMetadataAsync,
  parquetReadObjects,
} from 'hyparquet';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Serving, serve } from '../../support/serving.ts';

let serving: Serving;
beforeAll(async () => {
  serving = await serve(inject('illustrative'));
});
afterAll(() => serving.stop());

// DuckDB reads remote files with its extension httpfs, which would have to be downloaded; this reader requests the same
// parts.
describe('a reader of remote files', () => {
  it('reads a column of a long Parquet file without the rest', async () => {
    const url = `${serving.origin}/api/v1/figures.parquet?level=practice&from=2014-04&to=2015-03`;
    const whole = new Uint8Array(await (await fetch(url)).arrayBuffer());
    let taken = 0;
    const counting: typeof fetch = async (address, init) => {
      const response = await fetch(address, init);
      if (init?.method !== 'HEAD') {
        expect(response.status).toBe(206);
        taken += Number(response.headers.get('content-length'));
      }
      return response;
    };
    const remote = await asyncBufferFromUrl({ url, fetch: counting });
    expect(remote.byteLength).toBe(whole.byteLength);
    const file = cachedAsyncBuffer(remote);
    const metadata = await parquetMetadataAsync(file, { initialFetchSize: 65_536 });
    const columns = ['area_code', 'value'];
    const rows = await parquetReadObjects({ file, metadata, columns });
    expect(taken).toBeLessThan(whole.byteLength / 2);
    const local = await parquetReadObjects({ file: whole.buffer, columns });
    expect(rows).toEqual(local);
    expect(rows.length).toBe(Number(metadata.num_rows));
    expect(rows.length).toBeGreaterThan(10_000);
  });

  it('reads only the header of a release file', async () => {
    const url = `${serving.origin}/api/v1/release.duckdb`;
    const response = await fetch(url, { headers: { range: 'bytes=0-19' } });
    expect(response.status).toBe(206);
    const header = Buffer.from(await response.arrayBuffer());
    expect(header).toHaveLength(20);
    expect(header.subarray(8, 12).toString()).toBe('DUCK');
  });
});
