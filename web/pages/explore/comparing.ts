import { ENGLAND, levelOf, type PlaceLevel } from '../../../data/definitions/levels.ts';
import { capital } from '../../../data/words/english.ts';
import { selection } from '../../controls/selection.ts';
import type { Address } from '../../page.ts';
import { type Choice, formOf, type Holdings, showsMonths, takes } from './choice.ts';

export interface NamedPlace {
  code: string;
  name: string;
  level: PlaceLevel;
}

/** The place that others are compared with: England, the place chosen within, a group, a region, or any place named. */
export function againstSelection(
  { query }: Address,
  { form, within }: Choice,
  { holdings, named }: { holdings: Holdings; named: readonly NamedPlace[] },
) {
  if (!takes(form, 'against')) return '';
  const option = ({ code, name }: Pick<NamedPlace, 'code' | 'name'>) => ({
    value: code,
    text: name,
  });
  const regions = holdings.areas.filter(({ level }) => level === 'region');
  const around = within.level === 'england' || within.level === 'group' ? [] : [within];
  const first = [
    ...usualBenchmark(form),
    ...(query.group ? [{ value: 'group', text: 'Your group of practices' }] : []),
  ];
  const known = [...first.map(({ value }) => value), ...regions.map(({ code }) => code)];
  const places = [...around, ...named].filter(
    ({ code }, i, all) => !known.includes(code) && all.findIndex((one) => one.code === code) === i,
  );
  return selection({
    name: 'against',
    label: 'Compare with',
    groups: [
      { label: '', options: first },
      { label: 'Places chosen here', options: places.map(option) },
      { label: capital(levelOf('region').many), options: regions.map(option) },
    ].filter(({ options }) => options.length),
    value: query.against ?? '',
  });
}

/** What a chart compares with unless a reader chooses, and England. */
function usualBenchmark(form: string): { value: string; text: string }[] {
  const england = { value: ENGLAND, text: 'England' };
  if (takes(form, 'columns')) return [{ ...england, value: '' }];
  const usual = showsMonths(formOf(form)) ? 'The area it is in' : 'The median alone';
  return [{ value: '', text: usual }, england];
}
