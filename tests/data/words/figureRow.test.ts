import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { againstSentence, whyNotCompared } from '../../../data/words/comparison.ts';
import { rowSentence, type WordedFigure } from '../../../data/words/figureRow.ts';
import { groupSentence } from '../../../data/words/group.ts';
import { peersSentence } from '../../../data/words/peers.ts';
import { promotionSentence, reachSentence } from '../../../data/words/reach.ts';

const row = (more: Partial<WordedFigure> = {}): WordedFigure => {
  const { numerator = 400, denominator = 8000, measure = 'records_enabled' } = more;
  const { scale } = measureOf(measure);
  return {
    period: '2015-03',
    level: 'practice',
    area_name: 'ELM ROAD SURGERY',
    measure,
    numerator,
    denominator,
    value: numerator === null || denominator === null ? null : (numerator / denominator) * scale,
    marker: null,
    practices: 1,
    practices_reported: 1,
    ...more,
  };
};
const england = (more: Partial<WordedFigure>) =>
  row({ level: 'england', area_name: 'England', ...more });
const silent = row({ numerator: null, denominator: null, marker: '[x]', practices_reported: 0 });

describe('a row of figures in words', () => {
  it('says the figure with its place and counts', () => {
    expect(rowSentence(row())).toBe(
      'In March 2015, 5.0% of patients at Elm Road Surgery were set up to see their record online (400 of 8,000).',
    );
  });

  it('names a practice, not a share of one practice', () => {
    const offered = { measure: 'records_offered_practices', denominator: 1 };
    expect(rowSentence(row({ ...offered, numerator: 1 }))).toBe(
      'In March 2015, Elm Road Surgery let patients see their record online.',
    );
    expect(rowSentence(row({ ...offered, numerator: 0 }))).toBe(
      'In March 2015, Elm Road Surgery did not let patients see their record online.',
    );
    expect(rowSentence(silent)).toBe('Elm Road Surgery did not report this for March 2015.');
  });

  it('says all patients of a practice or none where it offers a service or does not', () => {
    const offered = { measure: 'records_offered' };
    expect(rowSentence(row({ ...offered, numerator: 8000 }))).toBe(
      'In March 2015, all patients at Elm Road Surgery could see their record online (8,000 of 8,000).',
    );
    expect(rowSentence(row({ ...offered, numerator: 0 }))).toBe(
      'In March 2015, no patient at Elm Road Surgery could see their record online (0 of 8,000).',
    );
    expect(rowSentence(england({ ...offered, numerator: 8000 }))).toContain('100% of patients in');
  });

  it('counts one transaction and none in words', () => {
    const made = (numerator: number) => rowSentence(row({ measure: 'any_use', numerator }));
    expect(made(1)).toContain('made 1 online transaction: 0.13 per 1,000 patients.');
    expect(made(0)).toContain('made no online transactions: 0 per 1,000 patients.');
  });

  it('mentions coverage from one in twenty that did not report', () => {
    const covered = (reported: number, measure = 'records_enabled') =>
      rowSentence(england({ measure, practices: 100, practices_reported: reported }));
    expect(covered(95)).not.toContain('leaves out');
    expect(covered(94)).toContain('It leaves out 6 of 100 practices, which did not report it.');
    expect(covered(94, 'records_offered')).toContain('Of 6 of 100 practices it is not known');
  });

  it('says where more are counted than there are', () => {
    const more = row({ numerator: 9000 });
    const told = / More are counted than there are: it was published so\.$/;
    expect(rowSentence(more)).toMatch(told);
    expect(reachSentence(more, { text: 'the level in England', value: 6.4 }, 0)).toMatch(told);
    const among = { inputs: ['list_size'], peers: 10, reported: 10, below: 10, above: 0 } as const;
    const spread = { p25: 3, p50: 7, p75: 9 };
    expect(peersSentence(more, { ...among, spread, word: 'not compared' })).toMatch(told);
    expect(peersSentence(row(), { ...among, spread, word: 'similar' })).not.toMatch(told);
  });

  it('names a group as a thing', () => {
    const group = row({ level: 'group', area_name: 'Custom group of 3 practices' });
    expect(rowSentence(group)).toContain('5.0% of patients in the custom group of 3 practices');
  });
});

describe('a comparison in words', () => {
  const said = (word: 'worse' | 'better' | 'similar', more: object = {}) => ({
    comparison_998: 'lower' as const,
    word,
    interval: { lower: 4.54, upper: 5.5 },
    ...more,
  });
  const benchmark = { text: 'in England', value: 6.4 };

  it('says where the whole interval lies, and how sure that is', () => {
    expect(againstSentence(row(), benchmark, said('worse'))).toBe(
      'In March 2015, 5.0% of patients at Elm Road Surgery were set up to see their record online. That is worse than the 6.4% in England: its natural variation at 95%, 4.5% to 5.5%, lies wholly below, and so it does at 99.8%.',
    );
    expect(
      againstSentence(row(), benchmark, said('worse', { comparison_998: 'similar' })),
    ).toContain('lies wholly below, though not at 99.8%.');
  });

  it('calls similar what the interval reaches', () => {
    expect(againstSentence(row(), { ...benchmark, value: 5.2 }, said('similar'))).toBe(
      'In March 2015, 5.0% of patients at Elm Road Surgery were set up to see their record online. That is similar to the 5.2% in England: its natural variation at 95%, 4.5% to 5.5%, reaches it.',
    );
  });

  it('gives the difference where both read the same, and the range where its ends do', () => {
    const close = { comparison_998: 'similar', interval: { lower: 4.99, upper: 5.01 } };
    const sentence = againstSentence(row(), { ...benchmark, value: 4.97 }, said('better', close));
    expect(sentence).toContain('better than the 5.0% in England by 0.030 percentage points');
    expect(sentence).toContain('all of it 5.0% when rounded, lies wholly above');
  });

  it('claims no natural variation of what one practice offers', () => {
    const certain = said('better', {
      comparison_998: 'higher',
      interval: { lower: 99, upper: 100 },
    });
    const all = row({ measure: 'records_offered', numerator: 8000 });
    expect(againstSentence(all, benchmark, certain)).toBe(
      'In March 2015, all patients at Elm Road Surgery could see their record online. In England the figure is 6.4%; a practice offers it to all of its patients or to none.',
    );
    const one = row({ measure: 'records_offered_practices', numerator: 0, denominator: 1 });
    expect(againstSentence(one, benchmark, certain)).toBe(
      'In March 2015, Elm Road Surgery did not let patients see their record online. In England the figure is 6.4%; a practice does so or does not.',
    );
    const ccg = { ...all, level: 'ccg', area_name: 'NHS Leeds CCG' } as const;
    expect(againstSentence(ccg, benchmark, certain)).toContain('natural variation');
  });

  it('gives a reason where there is no comparison', () => {
    const none = { comparison_998: 'not_compared', word: 'not compared', interval: null } as const;
    expect(whyNotCompared(silent, 6.4)).toBe('not reported');
    expect(whyNotCompared(row({ ...silent, marker: '[z]' }), 6.4)).toContain('not in the extracts');
    expect(whyNotCompared(row({ numerator: -3 }), 6.4)).toContain('fewer than none');
    expect(whyNotCompared(row(), null)).toBe('there is no figure to compare it with');
    expect(whyNotCompared(row(), 6.4)).toBeNull();
    expect(againstSentence(silent, benchmark, none)).toBe(rowSentence(silent));
    expect(againstSentence(row(), { ...benchmark, value: null }, none)).toContain(
      'There is no figure in England to compare it with.',
    );
    expect(againstSentence(row({ measure: 'any_use' }), { ...benchmark, value: 134 }, none)).toBe(
      'In March 2015 there were 50.0 online transactions per 1,000 patients at Elm Road Surgery, against 134 in England. The two are not compared, because transactions are not people, so a rate of transactions has no natural variation.',
    );
  });
});

describe('peers in words', () => {
  const spread = { p25: 3.11, p50: 7.02, p75: 9 };
  const said = {
    inputs: ['list_size'] as const,
    peers: 10,
    reported: 10,
    below: 3,
    above: 7,
    spread,
  };

  it('puts the practice among them', () => {
    expect(peersSentence(row(), { ...said, word: 'worse' })).toBe(
      'In March 2015, 5.0% of patients at Elm Road Surgery were set up to see their record online: worse than the median of the 10 practices most like it by list size, 7.0%. Half of them lie between 3.1% and 9.0%. 3 of them have a lower figure.',
    );
    const inputs = ['list_size', 'deprivation', 'rurality'] as const;
    const similar = peersSentence(row(), {
      ...said,
      inputs,
      reported: 3,
      below: 1,
      word: 'similar',
    });
    expect(similar).toContain(
      'similar to the median of the 10 practices most like it by list size, deprivation and town or country, 7.0%. 1 of the 3 that reported it has a lower figure.',
    );
  });

  it('says none, all and one of them, and no range that is a point', () => {
    const word = 'similar' as const;
    const sentence = (more: object) => peersSentence(row(), { ...said, word, ...more });
    expect(sentence({ below: 0 })).toContain(' None of them has a lower figure.');
    expect(sentence({ below: 10 })).toContain(' All of them have a lower figure.');
    expect(sentence({ below: 9, reported: 9 })).toContain(' All of the 9 that reported it have');
    expect(sentence({ reported: 1 })).toMatch(/7\.0%\. Only one of them reported it\.$/);
    expect(sentence({ spread: { p25: 7, p50: 7, p75: 7 } })).not.toContain('half of them');
    expect(sentence({ peers: 1, reported: 1 })).toMatch(
      /: similar to the practice most like it by list size, 7\.0%\.$/,
    );
    const use = peersSentence(row({ measure: 'any_use' }), { ...said, word: 'not compared' });
    expect(use).toContain(
      ', against the median of the 10 practices most like it by list size, 7.0 per 1,000 patients. Half of them lie between 3.1 and 9.0.',
    );
  });

  it('counts peers that offer what a practice offers or does not', () => {
    const sentence = (numerator: number, more: object) =>
      peersSentence(row({ measure: 'records_offered', numerator }), {
        ...said,
        word: 'better',
        ...more,
      });
    expect(sentence(8000, { below: 3, above: 0 })).toBe(
      'In March 2015, all patients at Elm Road Surgery could see their record online. Of the 10 practices most like it by list size, 7 offer it.',
    );
    expect(sentence(0, { below: 0, above: 1, reported: 8 })).toMatch(
      /Of the 10 .*, 1 offers it; of 2 it is not known\.$/,
    );
    expect(sentence(8000, { below: 0, above: 0 })).toMatch(/All of the 10 .* offer it\.$/);
    expect(sentence(0, { below: 0, above: 0 })).toMatch(/None of the 10 .* offers it\.$/);
    expect(sentence(0, { below: 0, above: 1, peers: 1, reported: 1 })).toMatch(
      /The practice most like it by list size offers it\.$/,
    );
  });

  it('says where there is nothing to compare', () => {
    const none = { ...said, word: 'not compared' as const };
    expect(peersSentence(row(), { ...none, peers: 0 })).toContain('has no peers');
    expect(peersSentence(row(), { ...none, reported: 0, spread: null })).toContain(
      'None of the 10 practices most like it by list size reported it.',
    );
    expect(peersSentence(silent, none)).toBe(rowSentence(silent));
    expect(peersSentence(row(), none)).toContain(', against the median of the 10 practices');
  });
});

describe('what it would take, in words', () => {
  const level = { text: 'the level in England', value: 6.4 };

  it('says how many more patients bring a place there', () => {
    expect(reachSentence(row(), level, 1112)).toBe(
      'In March 2015, 5.0% of patients at Elm Road Surgery were set up to see their record online; 1,112 more would bring it to the level in England, 6.4%.',
    );
    expect(reachSentence(row(), { ...level, value: 5 }, 0)).toContain(
      ': already at the level in England, 5.0%, or above it.',
    );
    expect(reachSentence(row(), { ...level, value: null }, null)).toContain(
      'The level in England is not known for March 2015.',
    );
    expect(reachSentence(silent, level, null)).toBe(rowSentence(silent));
  });

  const said = {
    measure: 'records_enabled',
    period: '2015-03',
    place: { level: 'ccg' as const, area_name: 'NHS Leeds CCG' },
    ...{ level: null, gap: 4120, short: 60, holdHalf: 12, reported: 104 },
  };

  it('says how few practices hold half of a gap', () => {
    expect(promotionSentence({ ...said, towards: 'peers' })).toBe(
      'In March 2015 practices in NHS Leeds CCG were 4,120 patients short of the median of the practices most like each of them, counting patients who were set up to see their record online. 12 of the 104 practices that reported hold half of that.',
    );
    expect(promotionSentence({ ...said, level: 6.44, holdHalf: 1, towards: 'england' })).toContain(
      'short of the level in England (6.4%), counting patients who were set up to see their record online. 1 of the 104 practices that reported holds half of that.',
    );
    expect(promotionSentence({ ...said, short: 1, towards: 'top_tenth' })).toContain(
      'One practice holds all of that.',
    );
  });

  it('says of one practice what it is short of itself', () => {
    const place = { level: 'practice' as const, area_name: 'ELM ROAD SURGERY' };
    const alone = (more: object) =>
      promotionSentence({ ...said, place, towards: 'peers', ...more });
    expect(alone({ gap: 1, short: 1, holdHalf: 1, reported: 1 })).toBe(
      'In March 2015 Elm Road Surgery was 1 patient short of the median of the practices most like it, counting patients who were set up to see their record online.',
    );
    expect(alone({ gap: 0 })).toBe(
      'In March 2015 Elm Road Surgery was not short of the median of the practices most like it.',
    );
    expect(alone({ gap: 0, reported: 0 })).toContain('Elm Road Surgery cannot be held against');
  });

  it('says where there is no gap', () => {
    expect(promotionSentence({ ...said, gap: 0, towards: 'england' })).toBe(
      'In March 2015 no practice in NHS Leeds CCG that reported was short of the level in England.',
    );
    expect(promotionSentence({ ...said, gap: 0, reported: 0, towards: 'england' })).toContain(
      'can be held against the level in England',
    );
  });
});

describe('a pasted list in words', () => {
  it('counts what was found, unknown and there before', () => {
    expect(groupSentence({ found: 1, unknown: 0, duplicate: 0 })).toBe(
      '1 practice is in the group.',
    );
    expect(groupSentence({ found: 0, unknown: 2, duplicate: 2 })).toBe(
      'No practice is in the group; 2 codes are unknown; 2 codes were there before.',
    );
  });
});
