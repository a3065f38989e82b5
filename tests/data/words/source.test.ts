import { describe, expect, it } from 'vitest';
import { attribution, citation, citeAt, sourceLine } from '../../../data/words/source.ts';

const published = {
  release: '2018-09.1',
  kind: 'published' as const,
  made_at: '2019-03-05T23:30:00Z',
  first_period: '2018-04',
  last_period: '2018-09',
};
const illustrative = { ...published, kind: 'illustrative' as const };
const made = 'GP online services in England, release 2018-09.1 of 5 March 2019';

describe('the source of figures', () => {
  it('is named under a chart', () => {
    expect(sourceLine(published)).toBe(
      `Source: NHS Digital, POMI, to September 2018. Processed by ${made}.`,
    );
    expect(sourceLine(illustrative)).toBe(
      `Source: illustrative data, not real figures. Made by ${made}.`,
    );
  });

  it('is cited with address and day', () => {
    expect(citeAt(published, 'A title', 'https://example.org/')).toBe(
      `NHS Digital. A title. Processed by ${made}. https://example.org/ (accessed [date])`,
    );
    expect(citeAt(illustrative, 'A title', 'https://example.org/')).toBe(
      `Illustrative data, not real figures. A title. Processed by ${made}. https://example.org/ (accessed [date])`,
    );
    expect(citation(published)).toBe(
      'GP online services in England, release 2018-09.1 (published figures, April 2018 to September 2018), made on 5 March 2019.',
    );
    expect(citation(illustrative)).toContain('(illustrative data, not real figures, April');
  });

  it('is attributed as its licence wants', () => {
    expect(attribution(published)).toBe(
      'Source: Patient Online Management Information (POMI), published by NHS Digital, now part of NHS England. Contains public sector information licensed under the Open Government Licence v3.0.',
    );
    expect(attribution(illustrative)).toBe(
      'Made by software for trying things out; not public sector information. May be used freely, if it is said each time that it is not real.',
    );
  });
});
