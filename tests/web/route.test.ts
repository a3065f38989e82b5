import { describe, expect, it } from 'vitest';
import { chartParameters } from '../../web/charts/kind.ts';
import { parseChartQuery } from '../../web/charts/question.ts';
import { addressOf, matchPage, sameFigures } from '../../web/route.ts';

const url = (path: string) => new URL(path, 'http://localhost');
const address = (path: string, prefix = '') => addressOf(url(path), prefix);

it.each(chartParameters)(
  'is repeated in the address of a page where it is in that of a chart: %s',
  (name) => {
    const url = new URL(`http://localhost/explore?${name}=a&${name}=b`);
    const taken = () => parseChartQuery(url.searchParams, chartParameters)[name];
    if (addressOf(url, '').query[name] === 'a,b') expect(taken()).toBe('a,b');
    else expect(taken).toThrow(`${name} takes one value`);
  },
);

describe('addresses of pages', () => {
  it.each([
    ['/', '/'],
    ['/areas/Y54', '/areas/:code'],
    ['/practices/ZZ0001', '/practices/:code'],
    ['/find?q=elm', '/find'],
    ['/about', '/about'],
    ['/about/', '/about'],
  ])('finds the page at %s', (path, pattern) => {
    expect(matchPage(url(path), '')?.page.pattern).toBe(pattern);
  });

  it.each(['/nothing', '/areas', '/areas/', '/practices/A/B', '/areas/%E0%A4%A'])(
    'finds none at %s',
    (path) => {
      expect(matchPage(url(path), '')).toBeNull();
    },
  );

  it('works behind a prefix, and claims nothing outside it', () => {
    expect(matchPage(url('/uptake'), '/uptake')?.page.pattern).toBe('/');
    expect(matchPage(url('/uptake/areas/Y54'), '/uptake')?.address.params).toEqual({ code: 'Y54' });
    expect(matchPage(url('/about'), '/uptake')).toBeNull();
    expect(matchPage(url('/uptakes/about'), '/uptake')).toBeNull();
  });

  it('reads codes in either case', () => {
    expect(matchPage(url('/practices/A%2F1'), '')?.address.params.code).toBe('A/1');
  });
});

describe('links to other pages', () => {
  it('keep the choices of the page', () => {
    const here = address('/areas/Y54?service=appointments&sort=-use&nonsense=1');
    expect(here.href({ period: '2015-01' })).toBe(
      '/areas/Y54?service=appointments&sort=-use&period=2015-01',
    );
    expect(here.href({ service: undefined })).toBe('/areas/Y54?sort=-use');
  });

  it('keep service, month and release on other pages, and nothing else', () => {
    const here = address(
      '/p/areas/Y54?service=appointments&period=2015-01&release=2015-03.1&sort=name&within=ccg',
      '/p',
    );
    expect(here.link('/about')).toBe(
      '/p/about?service=appointments&period=2015-01&release=2015-03.1',
    );
  });

  it('link to the API in the same release', () => {
    expect(
      address('/p/?release=2015-03.1', '/p').api('/figures', {
        level: 'region',
        parent: undefined,
      }),
    ).toBe('/p/api/v1/figures?level=region&release=2015-03.1');
  });

  it('cannot be made to link elsewhere by their contents', () => {
    const here = address('/?q=%22%3E%3Cscript%3E&service=%26x%3D1');
    expect(here.href({})).toBe('/?service=%26x%3D1&q=%22%3E%3Cscript%3E');
  });
});

describe('what needs new figures', () => {
  it('sorting and length of a table do not', () => {
    expect(sameFigures(address('/?sort=name'), address('/?sort=-use&rows=all'))).toBe(true);
  });

  it.each(['/?period=2015-01', '/?service=appointments', '/about'])('%s does', (path) => {
    expect(sameFigures(address('/'), address(path))).toBe(false);
  });
});
