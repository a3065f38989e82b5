import { expect, inject, it } from 'vitest';
import { drawing, origin } from '../drawing.ts';

const { draw } = drawing(inject('referenced'));

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');

/** What a browser without script sends of a form that nobody has changed, without fields that are empty. */
function sentBy(form: string): Record<string, string> {
  const fields: [string | undefined, string | undefined][] = [];
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const isOff = attribute(tag, 'type') === 'checkbox' && !/\schecked\b/.test(tag);
    if (!isOff) fields.push([attribute(tag, 'name'), attribute(tag, 'value')]);
  }
  for (const [tag, text] of form.matchAll(/<textarea\b[^>]*>([^<]*)/g))
    fields.push([attribute(tag, 'name'), text]);
  for (const [list] of form.matchAll(/<select\b.*?<\/select>/gs)) {
    const options = list.match(/<option\b[^>]*>/g) ?? [];
    const chosen = options.find((option) => /\sselected\b/.test(option)) ?? options[0];
    fields.push([attribute(list, 'name'), chosen && attribute(chosen, 'value')]);
  }
  return Object.fromEntries(fields.filter(([name, value]) => name && value));
}

/** With a list of codes as the group that it makes. */
const asGroup = ({ codes, ...others }: Record<string, string>): Record<string, string> =>
  codes ? { ...others, group: codes } : others;

it.each([
  '/?service=appointments&period=2014-10&within=ccg&sort=name&keep=Q66&filter=a&only=below',
  '/areas/Y54?service=appointments&period=2014-10&within=ccg&sort=name&rows=all',
  '/practices/ZZ0100?service=appointments&period=2014-10',
  '/practices/ZZ0100/report?service=appointments&period=2014-10',
  '/compare?service=appointments&period=2014-10&area=Q66,ZZ0100&group=ZZ0101,ZZ0102',
  '/compare?service=appointments&period=2014-10&area=Q66&codes=ZZ0101,ZZ0102',
  '/explore?chart=places&measure=appointments_enabled&level=ccg&parent=Y54&against=Y54&period=2014-10&columns=rank&sort=-2&supplier=EMIS,TPP&least=1',
  '/explore?chart=months&measure=appointments_enabled&area=Y54,ZZ0100&from=2014-08&to=2015-01&boundaries=lookup',
])('each form of %s sends all that its address says', async (path) => {
  const { status, html } = await draw(path);
  expect(status).toBe(200);
  const { pathname, searchParams } = new URL(path, origin);
  const said = asGroup(Object.fromEntries(searchParams));
  const forms = html.replace(/<!--.*?-->/gs, '').match(/<form\b.*?<\/form>/gs) ?? [];
  const own = forms.filter(
    (form) => attribute(form, 'action')?.replace(/#.*/, '') === `/uptake${pathname}`,
  );
  expect(own.length).toBeGreaterThan(0);
  for (const form of own) {
    const sent = asGroup(sentBy(form));
    // More rows than at first are of the order and the words they were asked for with.
    const lost = Object.entries(said).filter(
      ([name, value]) => name !== 'rows' && sent[name] !== value,
    );
    expect([form.slice(0, 200), lost]).toEqual([form.slice(0, 200), []]);
  }
});
