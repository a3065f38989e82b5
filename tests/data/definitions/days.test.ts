import { describe, expect, it } from 'vitest';
import { dayInLondon, formatDayOf, timeInLondon } from '../../../data/definitions/days.ts';

describe('days in England', () => {
  it('begin an hour before those of UTC in summer, and with them in winter', () => {
    expect(dayInLondon(new Date('2026-07-01T22:59:59Z'))).toBe('2026-07-01');
    expect(dayInLondon(new Date('2026-07-01T23:00:00Z'))).toBe('2026-07-02');
    expect(dayInLondon(new Date('2026-01-01T23:59:59Z'))).toBe('2026-01-01');
    expect(dayInLondon(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
  });

  it('are written as people write them', () => {
    expect(formatDayOf('2026-07-01T23:30:00Z')).toBe('2 July 2026');
    expect(timeInLondon(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02 00:30');
    expect(timeInLondon(new Date('2018-10-25T08:30:00Z'))).toBe('2018-10-25 09:30');
  });
});
