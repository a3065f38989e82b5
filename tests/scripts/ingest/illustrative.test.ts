import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { currentRelease } from '../../../scripts/ingest/folder/publish.ts';
import {
  type OracleFigure,
  type OracleInput,
  oracleFigures,
  oraclePractices,
} from '../../support/oracle.ts';
import { asked } from './scratch.ts';

const services = {
  RECORDS: 'records',
  APPOINTMENTS: 'appointments',
  PRESCRIPTIONS: 'prescriptions',
};

describe('the illustrative release', () => {
  it('has exactly the figures that plain JavaScript computes from its extracts', async () => {
    const folder = inject('illustrative');
    const extracts = join(folder, '..', 'extracts');
    const inputs = readdirSync(extracts).map((name): OracleInput => {
      const word = Object.keys(services).find((service) => name.includes(service))!;
      return {
        text: readFileSync(join(extracts, name), 'utf8'),
        service: services[word as keyof typeof services] as OracleInput['service'],
      };
    });
    const wanted = oracleFigures(oraclePractices(inputs));
    const figures = await asked<OracleFigure>(
      folder,
      currentRelease(folder)!,
      'select * from figure',
    );
    const byKey = new Map(
      figures.map((figure) => {
        const { level, area_code, period, measure } = figure;
        return [`${level} ${area_code} ${period} ${measure}`, figure];
      }),
    );
    expect(byKey.size).toBeGreaterThan(10_000);
    expect(byKey).toEqual(wanted);
  });
});
