import { expect, it } from 'vitest';
import { ENGLAND } from '../../../data/definitions/levels.ts';
import { askIllustrative } from '../../support/asking.ts';

const ask = askIllustrative();
const measure = 'records_enabled';
const { data: areas } = await ask('/areas?area=Y54,ZZ0001');
const [region, practice] = areas.map(({ area_code, area_name }) => ({ area_code, area_name }));

it.each<[string, object]>([
  [
    `/funnel?measure=${measure}&level=ccg&parent=Y54&limits=plain`,
    { limits: 'plain', within: 'Y54', tau2: 0 },
  ],
  [`/funnel?measure=${measure}&level=ccg`, { limits: 'adjusted', within: ENGLAND }],
  [
    `/promote?measure=${measure}&area=Y54&period=2014-12&towards=top_tenth`,
    { measure, ...region, period: '2014-12', towards: 'top_tenth' },
  ],
  [
    `/promote?measure=${measure}`,
    { area_code: ENGLAND, area_name: 'England', period: '2015-03', towards: 'peers' },
  ],
  [
    `/peers?measure=${measure}&practice=ZZ0001&period=2015-03`,
    { measure, unit: 'percent of patients', period: '2015-03', practice },
  ],
  [
    `/xmr?measure=${measure}&area=Y54&restarts=2014-09,2014-07&view=trend`,
    { restarts: ['2014-07', '2014-09'], view: 'trend', targets: [] },
  ],
  [`/xmr?measure=${measure}&area=Y54`, { restarts: [], view: 'level' }],
  [`/changes?measure=${measure}&to=2014-12`, { from: '2014-11', to: '2014-12' }],
  [`/changes/practices?measure=${measure}&from=2014-09`, { from: '2014-09', to: '2015-03' }],
  [
    `/changes/places?measure=${measure}&from=2014-09&to=2014-12`,
    { from: '2014-09', to: '2014-12' },
  ],
])(
  'what an answer says of itself repeats what was asked, or the default: %s',
  async (address, said) => {
    const { meta } = await ask(address);
    expect(meta).toMatchObject(said);
  },
);

it.each(['/figures', '/areas', '/releases', '/measures'])(
  'every answer names the release that it comes from, with its first and last month: %s',
  async (address) => {
    const { meta } = await ask(address);
    expect(meta).toMatchObject({
      ...{ release: '2015-03.1', kind: 'illustrative' },
      ...{ first_period: '2014-04', last_period: '2015-03' },
    });
  },
);
