import { describe, expect, it } from 'vitest';
import { readLimits, refusalOf } from '../../../scripts/ingest/limits.ts';

describe('the limits of ingest', () => {
  it('are settings, sizes in MB', () => {
    expect(
      readLimits({
        UPTAKE_MAX_FILE: '2',
        UPTAKE_MAX_UNPACKED: '3',
        UPTAKE_MAX_ROWS: '4',
        UPTAKE_MAX_LINE: '5',
      }),
    ).toEqual({ fileBytes: 2_097_152, unpackedBytes: 3_145_728, rows: 4, lineBytes: 5 });
  });

  it('allow ten years of extracts in one file by default', () => {
    const months = 120;
    const { fileBytes, unpackedBytes, rows, lineBytes } = readLimits({});
    expect(fileBytes).toBeGreaterThan((97_274_436 / 6) * months);
    expect(unpackedBytes).toBeGreaterThan((97_274_436 / 6) * months);
    expect(rows).toBeGreaterThan((542_490 / 6) * months);
    expect(lineBytes).toBeGreaterThan(245 * 10);
  });

  it.each(['UPTAKE_MAX_FILE', 'UPTAKE_MAX_UNPACKED', 'UPTAKE_MAX_ROWS', 'UPTAKE_MAX_LINE'])(
    'are rejected if %s is not a whole number above zero',
    (name) => {
      for (const value of ['0', '-1', '1.5', '4 GB', '1e9', '9'.repeat(12)])
        expect(() => readLimits({ [name]: value })).toThrow(`: ${value}`);
    },
  );

  it('accept what is just within them', () => {
    const limits = readLimits({ UPTAKE_MAX_ROWS: '1000' });
    expect(refusalOf(limits, 'rows', 1000)).toBeNull();
    expect(refusalOf(limits, 'rows', 1001)).toBe(
      'too many rows: over 1,000 rows (the setting UPTAKE_MAX_ROWS)',
    );
  });
});
