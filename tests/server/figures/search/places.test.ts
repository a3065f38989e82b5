import { expect, it } from 'vitest';
import { aboutPlaces, type KnownPlace } from '../../../../server/figures/search/places.ts';
import type { Catalogue } from '../../../../server/store/catalogue.ts';
import type { AreaRow } from '../../../../server/store/queries/areas.ts';

const area = (level: AreaRow['level'], area_code: string, more: Partial<AreaRow> = {}): AreaRow =>
  ({ level, area_code, area_name: `Name of ${area_code}`, ...more }) as AreaRow;
const ccg = area('ccg', '00K', { ccg_code: '00K', stp_code: 'QHM' });
const stp = area('stp', 'QHM', { stp_code: 'QHM' });
const pcn = area('pcn', 'U1', { pcn_code: 'U1', ccg_code: '00K' });
const catalogue = {
  areas: new Map([ccg, stp, pcn].map((one) => [one.area_code, one])),
} as unknown as Catalogue;

const place = (one: AreaRow, more: Partial<KnownPlace> = {}): KnownPlace => ({
  ...{ area: one, others: [], supplier: null, address: null, town: null, county: null },
  ...{ postcode: null, close_date: null, open: true, ...more },
});
const practice = (code: string, town: string, county: string | null) =>
  place(area('practice', code, { ccg_code: '00K', stp_code: 'QHM', pcn_code: 'U1' }), {
    ...{ address: `1 HIGH STREET, ${town}`, postcode: 'DL1 1AA', supplier: 'EMIS', town, county },
  });

/** Six practices: a fifth of them are two. */
const places = [
  place(ccg),
  place(stp),
  place(pcn),
  practice('A1', 'DARLINGTON', 'CO DURHAM'),
  practice('A2', 'DARLINGTON', 'CO DURHAM'),
  practice('A3', 'HARTLEPOOL', 'CLEVELAND'),
  ...['A4', 'A5', 'A6'].map((code) => practice(code, 'YARM', null)),
];
const about = aboutPlaces(places, catalogue);
const of = (code: string) => about(places.find((one) => one.area.area_code === code)!);

it('a CCG or STP is known by the towns and counties of at least a fifth of its practices', () => {
  const lines = ['DARLINGTON', 'CO DURHAM', 'YARM'];
  expect(of('00K')).toEqual({ own: lines, shared: ['CCG', 'Name of QHM'] });
  expect(of('QHM')).toEqual({ own: lines, shared: ['STP'] });
  expect(of('U1')).toEqual({ own: [], shared: ['PCN', 'Name of 00K'] });
});

it('a practice is known by its address, and shares its town, supplier, CCG and PCN', () => {
  expect(of('A3')).toEqual({
    own: ['1 HIGH STREET', 'HARTLEPOOL', 'DL1 1AA'],
    shared: ['HARTLEPOOL', 'EMIS', 'Name of 00K', 'Name of U1'],
  });
});

it('a practice without an address shares its STP too', () => {
  const known = places.at(-1)!;
  expect(about({ ...known, address: null, town: null }).shared).toEqual([
    'EMIS',
    'Name of 00K',
    'Name of U1',
    'Name of QHM',
  ]);
});
