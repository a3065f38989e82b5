import { describe, expect, it } from 'vitest';
import { secondInLondon } from '../../../data/definitions/days.ts';
import { formatTimeOf, londonTime, momentIn } from '../../../data/definitions/londonTimes.ts';

describe('a time in England', () => {
  it.each([
    ['2019-05-30 09:30', '2019-05-30T08:30:00.000Z', '9:30am on Thursday 30 May 2019'],
    ['2019-05-30T09:30:15', '2019-05-30T08:30:15.000Z', '9:30:15am on Thursday 30 May 2019'],
    ['2019-01-31 09:30', '2019-01-31T09:30:00.000Z', '9:30am on Thursday 31 January 2019'],
    ['2020-02-29 12:00', '2020-02-29T12:00:00.000Z', 'midday on Saturday 29 February 2020'],
    [
      '2019-07-02 00:00',
      '2019-07-01T23:00:00.000Z',
      'midnight at the start of Tuesday 2 July 2019',
    ],
    ['2019-07-02 00:30', '2019-07-01T23:30:00.000Z', '12:30am on Tuesday 2 July 2019'],
    ['2019-07-02 12:30', '2019-07-02T11:30:00.000Z', '12:30pm on Tuesday 2 July 2019'],
    ['2019-07-02 17:00', '2019-07-02T16:00:00.000Z', '5pm on Tuesday 2 July 2019'],
    // Before and after clocks go forward in March, and back in October.
    ['2019-03-31 00:59:59', '2019-03-31T00:59:59.000Z', '12:59:59am on Sunday 31 March 2019'],
    ['2019-03-31 02:00', '2019-03-31T01:00:00.000Z', '2am on Sunday 31 March 2019'],
    ['2019-10-27 00:59:59', '2019-10-26T23:59:59.000Z', '12:59:59am on Sunday 27 October 2019'],
    ['2019-10-27 02:00', '2019-10-27T02:00:00.000Z', '2am on Sunday 27 October 2019'],
  ])('%s is %s, written as %s', (text, instant, told) => {
    const read = londonTime(text);
    expect(read.toISOString()).toBe(instant);
    expect(formatTimeOf(read)).toBe(told);
    expect(secondInLondon(read)).toBe(text.replace('T', ' ').padEnd(19, ':00'));
  });

  it.each([
    ['2019-03-31 01:00', 'does not exist: clocks in England go forward from 1:00 to 2:00'],
    ['2019-03-31 01:59:59', 'does not exist: clocks in England go forward from 1:00 to 2:00'],
    ['2019-10-27 01:00', 'comes twice: clocks in England go back from 2:00 to 1:00'],
    ['2019-10-27 01:59:59', 'comes twice: clocks in England go back from 2:00 to 1:00'],
    ['2019-02-29 09:30', 'not a time such as 2019-05-30 09:30: 2019-02-29 09:30'],
    ['2019-05-30 24:00', 'not a time such as 2019-05-30 09:30: 2019-05-30 24:00'],
    ['2019-05-30 09:60', 'not a time such as'],
    ['2019-05-30', 'not a time such as'],
    ['30 May 2019 09:30', 'not a time such as'],
    ['2019-05-30 9:30', 'not a time such as'],
    ['', 'not a time such as 2019-05-30 09:30: (empty)'],
  ])('%j is rejected: %s', (text, why) => {
    expect(() => londonTime(text)).toThrow(why);
  });
});

describe('a moment given by a reader', () => {
  it.each([
    ['2019-05-01T12:00', '2019-05-01T11:00:00.000Z', '2019-05-01T11:00:00.000Z'],
    ['2019-05-01T12:00:30', '2019-05-01T11:00:30.000Z', '2019-05-01T11:00:30.000Z'],
    ['2019-05-01T12:00Z', '2019-05-01T12:00:00.000Z', '2019-05-01T12:00:00.000Z'],
    ['2019-10-27T01:30:00Z', '2019-10-27T01:30:00.000Z', '2019-10-27T01:30:00.000Z'],
    ['2019-05-01', '2019-04-30T23:00:00.000Z', '2019-05-01T22:59:59.000Z'],
    ['2019-12-01', '2019-12-01T00:00:00.000Z', '2019-12-01T23:59:59.000Z'],
  ])('%s begins at %s and ends at %s', (text, begins, ends) => {
    expect(momentIn(text, 'begins').toISOString()).toBe(begins);
    expect(momentIn(text, 'ends').toISOString()).toBe(ends);
  });

  it.each([
    ['2019-02-29T12:00Z', 'not a day or a time such as 2019-05-01 or 2019-05-01T12:00'],
    ['2019-02-29', 'not a day or a time such as 2019-05-01 or 2019-05-01T12:00: 2019-02-29'],
    ['May 2019', 'not a day or a time such as'],
    ['2019-05', 'not a day or a time such as'],
    ['2019-05-01 12:00', 'not a day or a time such as'],
    ['2019-10-27T01:30', 'comes twice'],
  ])('is none of %s', (text, why) => {
    expect(() => momentIn(text, 'ends')).toThrow(why);
  });
});
