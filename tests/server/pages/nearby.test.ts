import { describe, expect, inject, it } from 'vitest';
import { nearby, pageNames } from '../../../server/pages/nearby.ts';
import { pages } from '../../../web/route.ts';
import { drawing, origin } from '../../web/drawing.ts';

const { ask, draw } = drawing(inject('illustrative'));
const near = async (path: string, detail?: string) => {
  const url = new URL(`/uptake${path}`, origin);
  return (await nearby(url, { prefix: '/uptake', detail }, ask)).map(({ href }) => href);
};

describe('suggestions for an address that leads nowhere', () => {
  it('include a page with a similar name', async () => {
    expect((await near('/metods'))[0]).toBe('/uptake/methods');
  });

  it('include the practice that a wrong address names', async () => {
    const { data } = await ask('/areas', { level: 'practice' });
    const code = data[0]!.area_code;
    expect(await near(`/practice/${code}`)).toContain(`/uptake/practices/${code}`);
  });

  it('include the practice that the problem suggests', async () => {
    const { data } = await ask('/areas', { level: 'practice' });
    const code = data[0]!.area_code;
    const ways = await near(
      '/practices/NOBODY',
      `unknown practice: NOBODY (did you mean ${code}?)`,
    );
    expect(ways[0]).toBe(`/uptake/practices/${code}`);
  });

  it('include no place whose name merely resembles some other word', async () => {
    const { data } = await ask('/areas', { level: 'practice' });
    const [name] = data[0]!.area_name.toLowerCase().split(' ');
    expect(await near(`/nothing/${name}`)).not.toEqual([]);
    expect(await near(`/nothing/${name!.slice(0, 4)}`)).toEqual([]);
  });

  it('have a name for every page', () => {
    const plain = pages.map(({ pattern }) => pattern).filter((path) => !path.includes(':'));
    expect(Object.keys(pageNames).sort()).toEqual(plain.sort());
  });

  it('include the same page without an unknown release', async () => {
    expect(await near('/about?release=1999-01.1')).toEqual(['/uptake/about']);
  });

  it('are on the error page, whatever was typed', async () => {
    const { status, text } = await draw('/metods');
    expect(status).toBe(404);
    expect(text).toContain('Perhaps you meant Methods');
    expect((await draw('/%E0%A4%A')).status).toBe(404);
  });
});
