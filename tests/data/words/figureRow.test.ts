import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import type { Verdict } from '../../../data/statistics/verdict.ts';
import {
  againstSentence,
  decides,
  higherThan,
  whyNotCompared,
} from '../../../data/words/comparison.ts';
import { rowSentence, type WordedFigure } from '../../../data/words/figureRow.ts';
import { groupHeldSentence, groupSentence } from '../../../data/words/group.ts';
import { explainedSentence, peersSentence } from '../../../data/words/peers.ts';
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
    expect(rowSentence(silent)).toBe(
      'For March 2015, the number of patients who were set up to see their record online was not reported at Elm Road Surgery.',
    );
    expect(rowSentence({ ...silent, measure: 'records_offered' })).toBe(
      'For March 2015, Elm Road Surgery did not report whether it lets its patients see their record online.',
    );
    expect(rowSentence({ ...silent, level: 'england', area_name: 'England' })).toBe(
      'For March 2015, no practice in England reported the number of patients who were set up to see their record online.',
    );
  });

  it('says what a practice lets its patients do, not a share of them', () => {
    const offered = { measure: 'records_offered' };
    expect(rowSentence(row({ ...offered, numerator: 8000 }))).toBe(
      'In March 2015, Elm Road Surgery let its patients see their record online (8,000 of 8,000).',
    );
    expect(rowSentence(row({ ...offered, numerator: 0 }))).toBe(
      'In March 2015, Elm Road Surgery did not let its patients see their record online (0 of 8,000).',
    );
    expect(rowSentence(england({ ...offered, numerator: 8000 }))).toContain('100% of patients in');
  });

  it('counts one transaction and none in words', () => {
    const made = (numerator: number) => rowSentence(row({ measure: 'any_use', numerator }));
    expect(made(1)).toContain('made 1 online transaction: 0.13 per 1,000 patients, or ');
    expect(made(0)).toMatch(/ made no online transactions\.$/);
  });

  it('mentions coverage if at least one in twenty did not report', () => {
    const covered = (reported: number, measure = 'records_enabled') =>
      rowSentence(england({ measure, practices: 100, practices_reported: reported }));
    expect(covered(95)).not.toContain('leaves out');
    expect(covered(94)).toContain('It leaves out 6 of 100 practices, which did not report it.');
    expect(covered(94, 'records_offered')).toContain('Of 6 of 100 practices it is not known');
    // A number of transactions covers only the practices that reported them.
    expect(covered(99, 'any_use')).toContain('It leaves out 1 of 100 practices');
    expect(covered(100, 'any_use')).not.toContain('leaves out');
  });

  it('says where more are counted than there are', () => {
    const more = row({ numerator: 9000 });
    const told = / More are counted than there are: this is as published\.$/;
    expect(rowSentence(more)).toMatch(told);
    expect(reachSentence(more, { text: 'the level in England', value: 6.4 }, 0)).toMatch(told);
    const among = { inputs: ['list_size'], peers: 10, reported: 10, below: 10, above: 0 } as const;
    const peers = { ...among, spread: { p25: 3, p50: 7, p75: 9 }, varied: false } as const;
    expect(peersSentence(more, { ...peers, verdict: 'not compared' })).toMatch(told);
    expect(peersSentence(row(), { ...peers, verdict: 'higher' })).not.toMatch(told);
  });

  it('calls a group a group', () => {
    const group = row({ level: 'group', area_name: 'Custom group of 3 practices' });
    expect(rowSentence(group)).toContain('5.0% of patients in the custom group of 3 practices');
  });
});

describe('a network before networks existed', () => {
  it('is described as what later became one', () => {
    const network = row({ level: 'pcn', area_name: 'OAK PCN' });
    const before = 'of patients in what later became Oak PCN were set up';
    expect(rowSentence(network)).toContain(before);
    expect(rowSentence({ ...network, period: '2019-06' })).toContain(before);
    expect(rowSentence({ ...network, period: '2019-07' })).toContain('of patients in Oak PCN were');
  });
});

describe('a comparison in words', () => {
  const among = { place: 22, places: 31, equal: 0, below: 9 };
  const said = (verdict: Verdict, more: object = {}) => ({
    verdict,
    reason: null,
    interval: { lower: 4.54, upper: 5.5 },
    among,
    ...more,
  });
  const benchmark = { text: 'in the rest of England', whole: 'in England', rest: 6.4 };

  it('says whether a practice is higher, names its interval, and gives its rank', () => {
    expect(againstSentence(row(), benchmark, said('lower'))).toBe(
      'In March 2015, 5.0% of patients at Elm Road Surgery were set up to see their record online, lower than the 6.4% in the rest of England (95% confidence interval, Wilson: 4.5% to 5.5%). It is 22nd of 31 practices in England.',
    );
    expect(againstSentence(row(), { ...benchmark, rest: 5.2 }, said('about the same'))).toBe(
      'In March 2015, 5.0% of patients at Elm Road Surgery were set up to see their record online, about the same as the 5.2% in the rest of England. It is 22nd of 31 practices in England.',
    );
  });

  it('gives no verdict if there are too few patients to tell', () => {
    const reason = 'too few patients to tell';
    expect(againstSentence(row(), benchmark, said('no clear difference', { reason }))).toBe(
      'In March 2015, 5.0% of patients at Elm Road Surgery were set up to see their record online (95% confidence interval, Wilson: 4.5% to 5.5%), against 6.4% in the rest of England: too few patients to tell. It is 22nd of 31 practices in England.',
    );
  });

  it('says of an area what is usual for its kind and size, never the interval', () => {
    const ccg = row({ level: 'ccg', area_name: 'NHS Leeds CCG' });
    expect(againstSentence(ccg, benchmark, said('lower'))).toBe(
      'In March 2015, 5.0% of patients in NHS Leeds CCG were set up to see their record online, lower than the 6.4% in the rest of England, beyond what is usual for CCGs of its size. It is 22nd of 31 CCGs in England.',
    );
    const reason = 'the difference is no larger than is usual between CCGs';
    expect(againstSentence(ccg, benchmark, said('no clear difference', { reason }))).toBe(
      'In March 2015, 5.0% of patients in NHS Leeds CCG were set up to see their record online, against 6.4% in the rest of England: the difference is no larger than is usual between CCGs. It is 22nd of 31 CCGs in England.',
    );
  });

  it('has its own words for the rank among peers', () => {
    const median = {
      ...{ text: 'at the median of the 30 practices most like it', whole: null },
      rest: 7,
    };
    const peers = { place: 12, places: 31, equal: 0, below: 19 };
    expect(againstSentence(row(), median, said('lower', { among: peers }))).toMatch(
      /, lower than the 7\.0% at the median .*\. It is higher than 19 of 30\.$/,
    );
    const ends = (below: number) => higherThan(below, 30);
    expect([ends(0), ends(30)]).toEqual(['higher than none of 30', 'higher than all 30']);
  });

  it('gives the difference if both values look the same, and the range if its ends do', () => {
    const close = { interval: { lower: 4.99, upper: 5.01 } };
    const sentence = againstSentence(row(), { ...benchmark, rest: 4.97 }, said('higher', close));
    expect(sentence).toContain('higher than the 5.0% in the rest of England by 0.030 percentage');
    expect(sentence).toContain('all of it 5.0% when rounded');
  });

  it('gives no verdict on what one practice offers', () => {
    const certain = said('not compared', { reason: decides });
    const all = row({ measure: 'records_offered', numerator: 8000 });
    expect(againstSentence(all, benchmark, certain)).toBe(
      'In March 2015, Elm Road Surgery let its patients see their record online. In the rest of England the figure is 6.4%.',
    );
    const one = row({ measure: 'records_offered_practices', numerator: 0, denominator: 1 });
    expect(againstSentence(one, benchmark, certain)).toBe(
      'In March 2015, Elm Road Surgery did not let patients see their record online. In the rest of England the figure is 6.4%.',
    );
  });

  it('gives no rank to the only place', () => {
    const alone = { among: { place: 1, places: 1, equal: 0, below: 0, position: null } };
    expect(againstSentence(row(), benchmark, said('lower', alone))).toMatch(/4\.5% to 5\.5%\)\.$/);
  });

  it('gives a reason if there is no comparison', () => {
    const none = said('not compared', { interval: null, among: null });
    expect(whyNotCompared(silent, 6.4)).toBe('not reported');
    expect(whyNotCompared(row({ ...silent, marker: '[z]' }), 6.4)).toContain('not in the extracts');
    expect(whyNotCompared(row({ numerator: -3 }), 6.4)).toContain('fewer than none');
    expect(whyNotCompared(row(), null)).toBe('there is no figure to compare it with');
    expect(whyNotCompared(row(), 6.4)).toBeNull();
    expect(whyNotCompared(row({ numerator: 0 }), 6.4)).toBeNull();
    expect(againstSentence(silent, benchmark, none)).toBe(rowSentence(silent));
    expect(againstSentence(row(), { ...benchmark, rest: null }, none)).toContain(
      'There is no figure in the rest of England to compare it with.',
    );
    expect(againstSentence(row({ measure: 'any_use' }), { ...benchmark, rest: 134 }, none)).toBe(
      'In March 2015 there were 50.0 online transactions per 1,000 patients at Elm Road Surgery, against 134 in the rest of England. The two are not compared, because transactions are not people, so a rate of transactions has no confidence interval.',
    );
  });
});

describe('peers in words', () => {
  const spread = { p25: 3.11, p50: 7.02, p75: 9 };
  const said = {
    inputs: ['supplier', 'list_size'] as const,
    peers: 30,
    reported: 30,
    below: 3,
    above: 27,
    spread,
    verdict: 'lower' as const,
    varied: false,
  };
  const sentence = (more: object = {}) => peersSentence(row(), { ...said, ...more });

  it('gives the rank among them and, outside their middle half, the verdict', () => {
    expect(sentence()).toBe(
      'In March 2015, 5.0% of patients at Elm Road Surgery were set up to see their record online, lower than the 7.0% that is the median of the 30 practices most like it by supplier and list size, and higher than 3 of 30. Half of them are between 3.1% and 9.0%.',
    );
    const inputs = ['list_size', 'deprivation', 'rurality'] as const;
    const inside = { inputs, reported: 3, below: 1, verdict: 'no clear difference' };
    expect(sentence(inside)).toBe(
      'In March 2015, 5.0% of patients at Elm Road Surgery were set up to see their record online, against 7.0%, the median of the 30 practices most like it by list size, deprivation and town or country; 3 reported it. It is higher than 1 of 3 that reported it.',
    );
  });

  it('says if they differ too much to compare with', () => {
    expect(sentence({ verdict: 'not compared', varied: true })).toMatch(
      /It is higher than 3 of 30\. Half of them are between 3\.1% and 9\.0%: they vary too much among themselves to compare with\.$/,
    );
  });

  it('gives no range that is a single point, and one peer in the singular', () => {
    expect(sentence({ spread: { p25: 7, p50: 7, p75: 7 } })).not.toContain('Half of them');
    expect(sentence({ peers: 1, reported: 1 })).toMatch(
      /, against 7\.0% at the practice most like it by supplier and list size\.$/,
    );
    const use = peersSentence(row({ measure: 'any_use' }), { ...said, verdict: 'not compared' });
    expect(use).toContain(
      ', against 7.0 per 1,000 patients, the median of the 30 practices most like it by supplier and list size. It is higher than 3 of 30.',
    );
  });

  it('counts peers that offer what a practice offers or does not', () => {
    const offers = (numerator: number, more: object) =>
      peersSentence(row({ measure: 'records_offered', numerator }), {
        ...said,
        inputs: ['list_size'],
        peers: 10,
        reported: 10,
        verdict: 'not compared',
        ...more,
      });
    expect(offers(8000, { below: 3, above: 0 })).toBe(
      'In March 2015, Elm Road Surgery let its patients see their record online. Of the 10 practices most like it by list size, 7 offer it.',
    );
    expect(offers(0, { below: 0, above: 1, reported: 8 })).toMatch(
      /Of the 10 .*, 1 offers it; of 2 it is not known\.$/,
    );
    expect(offers(8000, { below: 0, above: 0 })).toMatch(/All of the 10 .* offer it\.$/);
    expect(offers(0, { below: 0, above: 0 })).toMatch(/None of the 10 .* offers it\.$/);
    expect(offers(0, { below: 0, above: 1, peers: 1, reported: 1 })).toMatch(
      /The practice most like it by list size offers it\.$/,
    );
    expect(offers(8000, { below: 1, above: 0, peers: 1, reported: 1 })).toMatch(
      /The practice most like it by list size does not offer it\.$/,
    );
  });

  it('says if there is nothing to compare', () => {
    expect(sentence({ peers: 0 })).toContain('has no peers');
    expect(sentence({ reported: 0, spread: null })).toContain(
      'None of the 30 practices most like it by supplier and list size reported it.',
    );
    expect(peersSentence(silent, said)).toBe(rowSentence(silent));
  });

  it('says how much common characteristics explain', () => {
    expect(explainedSentence(['supplier', 'list_size'], 0.109)).toBe(
      'Supplier and list size explain 10.9% of the differences between practices (R²), so practices alike in them still differ.',
    );
  });
});

describe('what it would take, in words', () => {
  const level = { text: 'the level in England', value: 6.4 };

  it('says how many more patients bring a place there', () => {
    expect(reachSentence(row(), level, 1112)).toBe(
      'In March 2015, 5.0% of patients at Elm Road Surgery were set up to see their record online; 1,112 more would bring it to the level in England, 6.4%.',
    );
    expect(reachSentence(row(), { ...level, value: 5.04 }, 9)).toBe(
      'In March 2015, 5.00% of patients at Elm Road Surgery were set up to see their record online; 9 more would bring it to the level in England, 5.04%.',
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
    ...{ level: null, gap: 4120, short: 60, holdHalf: 12, reported: 104, moved: [] },
    knownFrom: null,
  };

  it('says which of those short changed supplier recently', () => {
    const move = {
      ...{ period: '2014-11', base_period: '2014-10' },
      ...{ old_supplier: 'EMIS', new_supplier: 'TPP' },
    };
    expect(promotionSentence({ ...said, towards: 'peers', moved: [move, move] })).toMatch(
      / account for at least half of that\. 2 of the 60 practices that were short changed supplier in the twelve months to March 2015: registrations rarely survive a change of system\.$/,
    );
    const later = { ...said, short: 1, moved: [move], knownFrom: '2014-06' };
    expect(promotionSentence({ ...later, towards: 'peers' })).toMatch(
      / It changed supplier between June 2014 and March 2015: registrations rarely survive a change of system\.$/,
    );
    const both = { ...said, short: 2, moved: [move, move] };
    expect(promotionSentence({ ...both, towards: 'peers' })).toMatch(
      / Both practices that were short changed supplier in the twelve months to March 2015: /,
    );
    const place = { level: 'practice' as const, area_name: 'ELM ROAD' };
    expect(promotionSentence({ ...said, place, towards: 'peers', moved: [move] })).toMatch(
      / In November 2014 the practice moved from EMIS to TPP: registrations rarely survive a change of system\.$/,
    );
  });

  it('says how few practices make up half of a gap', () => {
    expect(promotionSentence({ ...said, towards: 'peers' })).toBe(
      'In March 2015, 60 of the 104 practices in NHS Leeds CCG that reported were below the median of similar practices, by 4,120 patients together, counting patients who were set up to see their record online. 12 of them account for at least half of that.',
    );
    expect(promotionSentence({ ...said, level: 6.44, holdHalf: 1, towards: 'england' })).toBe(
      'In March 2015, 60 of the 104 practices in NHS Leeds CCG that reported were below the level in England (6.4%), by 4,120 patients together, counting patients who were set up to see their record online. 1 of them accounts for at least half of that.',
    );
    expect(promotionSentence({ ...said, short: 104, towards: 'england' })).toMatch(
      /^In March 2015, all 104 practices in NHS Leeds CCG that reported were below /,
    );
    const pcn = { level: 'pcn' as const, area_name: 'OAK PCN' };
    const both = { ...said, place: pcn, short: 2, reported: 2 };
    expect(promotionSentence({ ...both, towards: 'england' })).toMatch(
      /^In March 2015, both practices in what later became Oak PCN that reported were below /,
    );
    const one = { ...said, short: 1, holdHalf: 1 };
    expect(promotionSentence({ ...one, towards: 'top_tenth' })).toBe(
      'In March 2015, 1 of the 104 practices in NHS Leeds CCG that reported was below the level of the top tenth of practices in England, by 4,120 patients, counting patients who were set up to see their record online.',
    );
    expect(promotionSentence({ ...one, gap: 1, reported: 1, towards: 'england' })).toBe(
      'In March 2015, the one practice in NHS Leeds CCG that reported was below the level in England, by 1 patient, counting patients who were set up to see their record online.',
    );
  });

  it('says how far a single practice is short', () => {
    const place = { level: 'practice' as const, area_name: 'ELM ROAD SURGERY' };
    const alone = (more: object) =>
      promotionSentence({ ...said, place, towards: 'peers', ...more });
    expect(alone({ gap: 1, short: 1, holdHalf: 1, reported: 1 })).toBe(
      'In March 2015 Elm Road Surgery was 1 patient below the median of similar practices, counting patients who were set up to see their record online.',
    );
    expect(alone({ gap: 0 })).toBe(
      'In March 2015 Elm Road Surgery was not below the median of similar practices.',
    );
    expect(alone({ gap: 0, reported: 0 })).toContain('Elm Road Surgery cannot be compared with');
  });

  it('says if there is no gap', () => {
    expect(promotionSentence({ ...said, gap: 0, towards: 'england' })).toBe(
      'In March 2015 no practice in NHS Leeds CCG that reported was below the level in England.',
    );
    expect(promotionSentence({ ...said, gap: 0, reported: 0, towards: 'england' })).toContain(
      'can be compared with the level in England',
    );
  });
});

describe('a pasted list in words', () => {
  it('counts codes that were found, unknown and repeated', () => {
    expect(groupSentence({ found: 1, unknown: 0, duplicate: 0 })).toBe(
      '1 practice is in the group.',
    );
    expect(groupSentence({ found: 0, unknown: 2, duplicate: 2 })).toBe(
      'No practice is in the group; 2 codes are unknown; 2 codes were listed twice.',
    );
  });

  it('says how many of a group a month has, unless it has all', () => {
    const said = (members: number, held: number) => groupHeldSentence({ members, held }, '2019-03');
    expect(said(2, 1)).toBe(
      'Only 1 of the 2 practices in the group is in the extracts of March 2019.',
    );
    expect(said(500, 3)).toBe(
      'Only 3 of the 500 practices in the group are in the extracts of March 2019.',
    );
    expect(said(2, 0)).toBe(
      'None of the 2 practices in the group are in the extracts of March 2019.',
    );
    expect(said(1, 0)).toBe('The one practice in the group is not in the extracts of March 2019.');
    expect(said(2, 2)).toBe('');
  });
});
