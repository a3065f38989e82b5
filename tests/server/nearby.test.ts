import { describe, expect, inject, it } from 'vitest';
import { nearby } from '../../server/nearby.ts';
import { drawing, origin } from '../web/drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));
const near = async (path: string) =>
  (await nearby(new URL(`/uptake${path}`, origin), '/uptake', ask)).map(({ href }) => href);

describe('ways on from where nothing is', () => {
  it('lead to a page of a like name', async () => {
    expect((await near('/metods'))[0]).toBe('/uptake/methods');
  });

  it('lead to the practice that a wrong address names', async () => {
    const { data } = await ask('/areas', { level: 'practice' });
    const code = data[0]!.area_code;
    expect(await near(`/practice/${code}`)).toContain(`/uptake/practices/${code}`);
  });

  it('lead to the same page without a release that is not there', async () => {
    expect(await near('/about?release=1999-01.1')).toEqual(['/uptake/about']);
  });

  it('stand on the page that says so, which survives what is typed', async () => {
    const { status, text } = await draw('/metods');
    expect(status).toBe(404);
    expect(text).toContain('Perhaps you meant /methods');
    expect((await draw('/%E0%A4%A')).status).toBe(404);
  });
});
