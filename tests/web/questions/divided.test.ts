import { describe, expect, it } from 'vitest';
import { fetchDivided } from '../../../web/questions/divided.ts';
import { published } from '../../support/published.ts';
import { publishedYear } from '../../support/publishedYear.ts';
import { drawing } from '../drawing.ts';

describe('whether a network is divided', () => {
  const practice = (stp: string | null, first = '2018-04', last = '2019-03') => ({
    ...{ stp_code: stp, first_period: first, last_period: last },
  });
  const of = (practices: object[]) =>
    fetchDivided(
      (async (_: string, asked: { level?: string; area?: string }) => ({
        data: asked.level
          ? practices
          : asked
              .area!.split(',')
              .map((code) => ({ area_code: code, area_name: code === 'QA' ? 'Devon' : 'Kent' })),
      })) as never,
      { area_code: 'U1', stp_code: 'QA' },
      { period: '2018-06', meta: { release: '2019-03.1' } as never },
    );

  it('is told of its practices of the month', async () => {
    const all = [practice('QA'), practice('QA'), practice('QB'), practice(null)];
    expect(await of(all)).toBe(
      'Its practices are in 2 STPs: 2 in Devon and 1 in Kent. Figures of the PCN count all of them, those of each STP only its own. In lists it is in Devon.',
    );
    expect(await of([practice('QA'), practice('QA'), practice(null)])).toBeNull();
    expect(await of([practice('QA'), practice('QB', '2018-07')])).toBeNull();
    expect(await of([practice('QA'), practice('QB', '2018-04', '2018-05')])).toBeNull();
    expect(await of([practice('QA', '2018-06', '2018-06'), practice('QB')])).not.toBeNull();
  });
});

describe.skipIf(!published)('pages of networks that are divided', () => {
  it('say so, and those of STPs how they list them', async () => {
    const { draw } = drawing(await publishedYear());
    const said =
      'Its practices are in 2 STPs: 2 in Cornwall and the Isles of Scilly Health and Social Care Partnership and 2 in Devon. Figures of the PCN count all of them, those of each STP only its own. In lists it is in Devon.';
    const network = await draw('/areas/U41591');
    expect(network.text).toContain(said);
    expect(network.links).toContain('/uptake/areas/99P');
    expect((await draw('/areas/U89141')).text).not.toContain('Its practices are in');
    const rule =
      'A PCN with practices in several STPs is listed in the one that most of them are in, with all of them.';
    expect((await draw('/areas/QJK?within=pcn')).text).toContain(rule);
    expect((await draw('/areas/99P?within=practice')).text).not.toContain(rule);
  });
});
