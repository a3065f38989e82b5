import { describe, expect, inject, it } from 'vitest';
import { findingKinds } from '../../../data/definitions/findings.ts';
import { gateChecks } from '../../../data/definitions/gate.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { formatCount, formatPercent } from '../../../data/definitions/numbers.ts';
import { acceptedStatements, enriched } from '../../support/enriched.ts';
import { published } from '../../support/published.ts';
import { drawing } from '../drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));

describe('the page Quality', () => {
  it('counts the findings of each kind and links to their rows', async () => {
    const { text, links } = await draw('/quality');
    const { data } = await ask('/findings');
    expect(data.length).toBeGreaterThan(0);
    for (const [kind, { title }] of Object.entries(findingKinds)) {
      const count = data.filter((row) => row.kind === kind).length;
      expect(text).toContain(title);
      if (count) expect(text).toMatch(new RegExp(`${title} .*? ${formatCount(count)} `));
      const file = `/uptake/api/v1/findings?kind=${kind}&release=2015-03.1&format=csv`;
      expect(links.includes(file), kind).toBe(count > 0);
    }
  });

  it('says so if there is no previous release', async () => {
    const { text } = await draw('/quality');
    expect(text).toMatch(/There is no release before .* to compare it with\./);
    expect(text).not.toContain('Revised figures');
  });

  it('names the place of each level of which the fewest practices reported', async () => {
    const { text } = await draw('/quality');
    const told = text.slice(text.indexOf('Least coverage'));
    const { data } = await ask('/coverage', {
      measure: 'records_enabled',
      level: 'region,subregion,ccg',
      period: 'latest',
    });
    for (const level of ['region', 'subregion', 'ccg']) {
      const rows = data.filter((row) => row.level === level);
      const least = Math.min(...rows.map((row) => row.practices_share));
      const whole = rows.filter((row) => row.practices_share === 100).length;
      const { area_name, practices, practices_reported } = rows.find(
        (row) => row.practices_share === least,
      )!;
      expect(told).toContain(
        `${rows.length} ${whole} ${readableName(area_name)} ${practices_reported} of ${practices} practices, ${formatPercent(least)}`,
      );
      expect(least).toBeLessThan(100);
    }
  });

  it('shows only the coverage of the service asked for', async () => {
    const { text } = await draw('/quality?service=appointments');
    const { data } = await ask('/coverage', {
      measure: 'appointments_enabled',
      level: 'england',
    });
    expect(text).toContain(`${formatCount(data[0]!.practices)} `);
    expect((await draw('/quality?service=dentist')).status).toBe(404);
  });

  it('says of kinds without findings that none were found, not that all were looked for', async () => {
    const { text } = await draw('/quality');
    expect(text).toMatch(/Not found: \d+ kinds/);
    expect(text).not.toContain('ooked for');
  });

  it('lists each file with its checksum', async () => {
    const { text } = await draw('/quality');
    const { data } = await ask('/sources');
    for (const { sha256 } of data) expect(text).toContain(sha256);
  });
});

describe('the checks before a release, on the page Quality', () => {
  it('are listed as passed', async () => {
    const { text } = await draw('/quality');
    expect(text).toContain('What was checked before its release Every check passed.');
    for (const { title, description } of Object.values(gateChecks)) {
      expect(text).toContain(`${title} ${description}`);
    }
  });

  it('are listed with what was accepted, and why', async () => {
    const { draw } = drawing(await enriched(inject('illustrative'), acceptedStatements));
    const { text, links } = await draw('/quality');
    expect(text).toContain(
      '2 doubts were raised by these checks and accepted, each with a reason.',
    );
    expect(text).toContain(
      'Region lost September 2014 has none of the 40 practices that London (Y56) had in August 2014. September 2014 London sent nothing In release 2014-09.1',
    );
    expect(text).toContain('of the release back to what was checked In release 2015-03.1');
    expect(links).toContain('/uptake/api/v1/acceptances?release=2015-03.1&format=csv');
  });
});

describe.skipIf(!published)('the page Quality, on the extracts of 2018', () => {
  const { draw: draw2018 } = drawing(inject('published2018') ?? '');

  it('marks the practices that do not report transactions', async () => {
    const { text } = await draw2018('/quality');
    expect(text).toContain('Transactions, any service');
    expect(text).toMatch(/September 2018 6,9\d\d 99\.\d+% 99\.\d+% 9\d\.\d%/);
  });
});
