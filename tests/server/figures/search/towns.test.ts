import { describe, expect, it } from 'vitest';
import { townAndCounty } from '../../../../server/figures/search/towns.ts';

describe('townAndCounty', () => {
  it.each([
    ['THE HEALTH CENTRE, LAWSON STREET, STOCKTON-ON-TEES, CLEVELAND', 'STOCKTON-ON-TEES'],
    ['1 HIGH ST, ACKLAM, MIDDLESBROUGH', 'MIDDLESBROUGH'],
    ['THE FORGE,LONDON ROAD, STOCKPORT,CHESHIRE', 'STOCKPORT'],
    ['1 LOW LANE, GATESHEAD, TYNE & WEAR', 'GATESHEAD'],
    ['1 LOW LANE, SEAHAM, CO.DURHAM', 'SEAHAM'],
    ['1 LOW LANE, SEAHAM, DURHAM', 'SEAHAM'],
    ['1 LOW LANE, SELBY, N. YORKS', 'SELBY'],
    ['7 KYNANCE PLACE, GLOUCESTER ROAD, LONDON', 'LONDON'],
    ['1 LOW LANE, MANCHESTER, GREATER MANCHESTER', 'MANCHESTER'],
    ['1 LOW LANE', null],
    ['KENT', null],
  ])('of %s', (address, town) => expect(townAndCounty(address).town).toBe(town));

  it('gives the county, if there is one', () => {
    expect(townAndCounty('1 LOW LANE, SELBY, N. YORKS').county).toBe('N. YORKS');
    expect(townAndCounty('1 LOW LANE, LONDON').county).toBeNull();
  });
});
