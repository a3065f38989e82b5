import { describe, expect, it } from 'vitest';
import { practiceEnd } from '../../../data/words/practiceEnd.ts';

const gone = { last: '2018-09', gone: true, closed: null, heir: null };

describe('the end of a practice', () => {
  it('is that it left the extracts, if no more is known', () => {
    expect(practiceEnd(gone)).toEqual({
      title: 'This practice has left the extracts',
      sentence:
        'It was last in the extracts in September 2018. This release does not say where its patients went.',
    });
  });

  it('is the day it closed and where its patients may be, if known', () => {
    const heir = { name: 'Elm Road Surgery', period: '2018-10' };
    expect(practiceEnd({ ...gone, closed: '2018-09-30', heir })).toEqual({
      title: 'This practice has closed',
      sentence:
        'It closed on 30 September 2018, according to the register of practices. It was last in the extracts in September 2018. Its patients may have moved to Elm Road Surgery, whose list grew in October 2018 by at least half the size of this practice’s.',
    });
    expect(practiceEnd({ ...gone, heir }).title).toBe('This practice may have merged into another');
  });

  it('is after the months of the release, if it has figures for all of them', () => {
    expect(practiceEnd({ ...gone, gone: false, closed: '2019-06-30' }).sentence).toBe(
      'It closed on 30 June 2019, according to the register of practices. This release does not say where its patients went.',
    );
  });
});
