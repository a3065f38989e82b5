import { describe, expect, inject, it } from 'vitest';
import { askIllustrative, asking } from '../../../support/asking.ts';
import { acceptedStatements, enriched } from '../../../support/enriched.ts';

describe('/acceptances', () => {
  it('lists doubts and why they were accepted, by check and month', async () => {
    const ask = asking(await enriched(inject('illustrative'), acceptedStatements));
    const { data } = await ask('/acceptances');
    expect(data).toEqual([
      {
        ...{ kind: 'older_current', period: null, area_code: null, value: '2015-03' },
        ...{ other: '2015-04', accepted_in: '2015-03.1', reason: 'back to what was checked' },
        message: 'The latest month would move back to March 2015.',
      },
      {
        ...{ kind: 'region_lost', period: '2014-09', area_code: 'Y56', value: '0', other: '40' },
        ...{ accepted_in: '2014-09.1', reason: 'London sent nothing' },
        message:
          'September 2014 has none of the 40 practices that London (Y56) had in August 2014.',
      },
    ]);
    const { data: releases } = await ask('/releases');
    expect(releases).toMatchObject([{ release: '2015-03.1', acceptances: 2 }]);
  });

  it('is empty if every check passed', async () => {
    const ask = askIllustrative();
    expect((await ask('/acceptances')).data).toEqual([]);
    expect((await ask('/releases')).data).toMatchObject([{ acceptances: 0 }]);
  });
});
