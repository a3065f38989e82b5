import { describe, expect, it } from 'vitest';
import { type LifecycleEvent, lifecycleEventIds } from '../../../data/definitions/lifecycle.ts';
import { lifecycleSentence } from '../../../data/words/lifecycle.ts';

const happened = {
  period: '2018-05',
  date: '2018-05-31',
  practice_code: 'A81001',
  practice_name: 'THE SURGERY',
  before: 'OLD',
  after: 'A81002',
  since: '2018-04',
};
const nameOf = (code: string) => ({ A81002: 'HIGH STREET PRACTICE' })[code] ?? null;

describe('lifecycleSentence', () => {
  it.each([
    ['opened', 'The Surgery (A81001) opened on 31 May 2018.'],
    ['closed', 'The Surgery (A81001) closed on 31 May 2018.'],
    ['appeared', 'The Surgery (A81001) appeared in the extracts in May 2018.'],
    ['vanished', 'The Surgery (A81001) was no longer in the extracts in May 2018.'],
    [
      'may_have_merged',
      'The Surgery (A81001) may have merged into High Street Practice (A81002) in May 2018: it left the extracts as the list there grew by at least half the size of its own.',
    ],
    ['moved', 'The Surgery (A81001) moved from OLD to High Street Practice (A81002) in May 2018.'],
    ['renamed', 'A81001 changed its name from Old to A81002 in May 2018.'],
    [
      'changed_supplier',
      'The Surgery (A81001) changed its system supplier from OLD to A81002 in May 2018.',
    ],
    [
      'supplier_renamed',
      'The Surgery (A81001) was listed under A81002 instead of OLD in May 2018: the same system under another name.',
    ],
  ] as const)('says that a practice %s', (event, sentence) => {
    const ends = event === 'appeared' || event === 'vanished' ? { before: null, after: null } : {};
    expect(lifecycleSentence({ ...happened, ...ends, event }, nameOf)).toBe(sentence);
  });

  it('says that a practice came back, and since when it was away', () => {
    const back = { ...happened, period: '2018-10', before: '2018-08', after: null };
    expect(lifecycleSentence({ ...back, event: 'appeared' }, nameOf)).toBe(
      'The Surgery (A81001) was back in the extracts in October 2018. It was last there in August 2018.',
    );
    const away = { ...happened, period: '2018-09', before: null, after: '2018-10' };
    expect(lifecycleSentence({ ...away, event: 'vanished' }, nameOf)).toBe(
      'The Surgery (A81001) was not in the extract of September 2018. It was back in October 2018.',
    );
  });

  it('gives the months around it if there are no files between them', () => {
    const said = (event: LifecycleEvent['id']) => {
      const ends = event === 'renamed' ? {} : { before: null, after: null };
      return lifecycleSentence({ ...happened, ...ends, event, since: '2017-11' }, nameOf);
    };
    expect(said('renamed')).toBe(
      'A81001 changed its name from Old to A81002 between November 2017 and May 2018.',
    );
    expect(said('appeared')).toBe(
      'The Surgery (A81001) appeared in the extracts between November 2017 and May 2018.',
    );
    expect(said('vanished')).toBe(
      'The Surgery (A81001) was no longer in the extracts in May 2018.',
    );
    expect(said('closed')).toBe('The Surgery (A81001) closed on 31 May 2018.');
  });

  it('does not say that a practice moved whose CCG ended', () => {
    expect(lifecycleSentence({ ...happened, event: 'moved', formerEnded: true }, nameOf)).toBe(
      'The Surgery (A81001) came under High Street Practice (A81002) in May 2018, when OLD left the extracts.',
    );
  });

  it('has words for every event', () => {
    for (const event of lifecycleEventIds) {
      expect(lifecycleSentence({ ...happened, event }, nameOf)).toMatch(/^\S.*\.$/);
    }
  });
});
