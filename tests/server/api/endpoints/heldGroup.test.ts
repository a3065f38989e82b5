import { expect, it } from 'vitest';
import { asking } from '../../../support/asking.ts';
import { published } from '../../../support/published.ts';
import { publishedYear } from '../../../support/publishedYear.ts';

// The third practice is in the extract of April 2018 alone.
const group = 'A81001,A81002,A82074';

it.skipIf(!published)(
  'sentences on a group say how many of its practices a month has',
  async () => {
    const ask = asking(await publishedYear());
    const said = async (query: string) =>
      (await ask(`/sentences?measure=records_offered_practices&group=${group}&${query}`)).data[0]!
        .sentence;
    expect(await said('period=2018-04')).toBe(
      'In April 2018, 100% of practices in the custom group of 3 practices let patients see their record online (3 of 3).',
    );
    expect(await said('period=2019-03')).toBe(
      'In March 2019, 100% of practices in the custom group of 3 practices (2 in the extract) let patients see their record online (2 of 2).',
    );
    const { meta: promoted } = await ask(`/promote?measure=records_enabled&group=${group}`);
    expect(promoted.sentence).toMatch(
      /^In March 2019, both practices in the custom group of 3 practices \(2 in the extract\) that reported were short of /,
    );
    const { meta: changed } = await ask(
      `/changes?measure=records_enabled&group=${group}&from=2018-04&to=2019-03`,
    );
    expect(changed.sentence).toBe(
      'The share of patients in the custom group of 3 practices (2 in the extract) who were set up to see their record online fell from 1.8% to 1.6% between April 2018 and March 2019 (−0.20 percentage points). Of this, −0.57 came from practices that closed or left and +0.37 from practices whose own figure changed.',
    );
  },
);
