import { describe, expect, inject, it } from 'vitest';
import { nearby, pageNames } from '../../../server/pages/nearby.ts';
import { pages } from '../../../web/route.ts';
import { drawing, origin } from '../../web/drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));
const near = async (path: string, detail?: string) => {
  const url = new URL(`/uptake${path}`, origin);
  return (await nearby(url, { prefix: '/uptake', detail }, ask)).map(({ href }) => href);
};

describe('ways on from where nothing is', () => {
  it('lead to a page of a like name', async () => {
    expect((await near('/metods'))[0]).toBe('/uptake/methods');
  });

  it('lead to the practice that a wrong address names', async () => {
    const { data } = await ask('/areas', { level: 'practice' });
    const code = data[0]!.area_code;
    expect(await near(`/practice/${code}`)).toContain(`/uptake/practices/${code}`);
  });

  it('lead to the practice that the problem takes for the one that was meant', async () => {
    const { data } = await ask('/areas', { level: 'practice' });
    const code = data[0]!.area_code;
    const ways = await near(
      '/practices/NOBODY',
      `unknown practice: NOBODY (did you mean ${code}?)`,
    );
    expect(ways[0]).toBe(`/uptake/practices/${code}`);
  });

  it('lead to no place whose name is only somewhat like any other word', async () => {
    const { data } = await ask('/areas', { level: 'practice' });
    const [name] = data[0]!.area_name.toLowerCase().split(' ');
    expect(await near(`/nothing/${name}`)).not.toEqual([]);
    expect(await near(`/nothing/${name!.slice(0, 4)}`)).toEqual([]);
  });

  it('call every page by a name', () => {
    const plain = pages.map(({ pattern }) => pattern).filter((path) => !path.includes(':'));
    expect(Object.keys(pageNames).sort()).toEqual(plain.sort());
  });

  it('lead to the same page without a release that is not there', async () => {
    expect(await near('/about?release=1999-01.1')).toEqual(['/uptake/about']);
  });

  it('are on the page that says so, whatever is typed', async () => {
    const { status, text } = await draw('/metods');
    expect(status).toBe(404);
    expect(text).toContain('Perhaps you meant Methods');
    expect((await draw('/%E0%A4%A')).status).toBe(404);
  });
});
