import { GROUP, groupSize } from '../../data/definitions/levels.ts';
import { badParameter, unknown } from '../errors.ts';
import { type Catalogue, withGroup } from '../store/catalogue.ts';
import type { AreaRow } from '../store/queries/areas.ts';
import type { Endpoint } from './endpoint.ts';
import { everywhere, type Filters, type Parameter, parameters } from './parameters.ts';

type Name = keyof typeof parameters;

/** The first of these that an endpoint takes gets a group that is given by itself. */
const placeNames = ['within', 'area', 'parent'] as const;

/**
 * All parameters of an endpoint besides those that all have in common. An endpoint that takes places also takes a
 * reader's own group, and every table is paged unless it counts its rows itself.
 */
export function parametersOf({ parameters: own, columns, groups }: Endpoint): Name[] {
  const names: Name[] = [...own];
  const takesPlaces = placeNames.some((name) => names.includes(name));
  if (groups !== false && takesPlaces && !names.includes('group')) names.push('group');
  if (columns && !names.includes('limit')) names.push('limit', 'cursor');
  return names;
}

/**
 * Parses a query string by the parameters that an endpoint declares. Throws a 400 that names the parameter and the
 * value if one is missing, unknown, empty, wrong, without effect or, unless it is a list, repeated: nothing falls back
 * to a default silently. A list may be separated by commas or repeat its parameter.
 */
export function parseFilters(
  search: URLSearchParams,
  endpoint: Endpoint,
  published: Catalogue,
): Filters<Name> {
  const names = parametersOf(endpoint);
  checkNames(search, names);
  checkRequired(search, endpoint);
  const members = search.getAll('group').join();
  const catalogue = members ? withGroup(published, parseGroup(members, published)) : published;
  const filters: Record<string, unknown> = {};
  for (const name of names) {
    if (!search.has(name)) continue;
    filters[name] = parseValue(parameters[name], search.getAll(name).join(), catalogue);
  }
  const group = catalogue.areas.get(GROUP);
  if (group) placeGroup(filters, group, search, names);
  return filters as Filters<Name>;
}

/** Makes a group the only place of a question, unless the question itself names places (of which the group may be one). */
function placeGroup(
  filters: Record<string, unknown>,
  group: AreaRow,
  search: URLSearchParams,
  names: readonly Name[],
): void {
  if (placeNames.some((name) => search.has(name)) || search.get('against') === GROUP) return;
  const name = placeNames.find((one) => names.includes(one))!;
  const other = ['level', 'practice'].find((one) => search.has(one));
  if (other) {
    const way = other === 'level' && names.includes('parent') ? 'parent' : name;
    const message = `group has no effect with ${other} alone: ask for it with ${way}=group`;
    throw badParameter('group', search.get('group')!, message);
  }
  const { many }: Parameter = parameters[name];
  filters[name] = many ? [group] : group;
}

function parseGroup(members: string, catalogue: Catalogue): string[] {
  const codes = [...new Set(parseValue(parameters.group, members, catalogue) as string[])];
  if (codes.length > groupSize) {
    const message = `a group can have at most ${groupSize} practices: ${codes.length}`;
    throw badParameter('group', members, message);
  }
  return codes;
}

function checkNames(search: URLSearchParams, names: readonly string[]): void {
  const known = [...names, ...everywhere];
  for (const [name, value] of search) {
    if (!known.includes(name)) throw badParameter(name, value, unknown('parameter', name, known));
    if (search.getAll(name).length > 1 && !isList(name)) {
      throw badParameter(name, value, `${name} takes one value, and is given more than once`);
    }
    if (value.trim() === '') throw badParameter(name, value, `${name} is empty`);
  }
}

const isList = (name: string): boolean =>
  Object.hasOwn(parameters, name) && Boolean((parameters[name as Name] as Parameter).many);

function checkRequired(search: URLSearchParams, { required = [], one = [] }: Endpoint): void {
  for (const name of required as Name[]) {
    const isPlace = (placeNames as readonly Name[]).includes(name);
    if (search.has(name) || (isPlace && search.has('group'))) continue;
    const { description }: Parameter = parameters[name];
    const wanted = (one as Name[]).includes(name) ? 'give exactly one' : description;
    throw badParameter(name, '', `${name} is missing: ${wanted}`);
  }
}

function parseValue(parameter: Parameter, value: string, catalogue: Catalogue): unknown {
  const parseOne = (one: string) => {
    try {
      return parameter.parse(one.trim(), catalogue);
    } catch (error) {
      throw badParameter(parameter.name, one, (error as Error).message);
    }
  };
  if (!parameter.many) return parseOne(value);
  const parts = value.split(',').map((part) => part.trim());
  if (parts.includes('')) {
    throw badParameter(parameter.name, value, `${parameter.name} has an empty value in its list`);
  }
  return [...new Set(inOrder(parts, parameter).map(parseOne))];
}

/**
 * Values of a list in the order in which they are declared, if they are, so that the order asked in does not change the
 * answer.
 */
const inOrder = (values: readonly string[], { enum: declared }: Parameter): readonly string[] =>
  declared ? values.toSorted((a, b) => declared.indexOf(a) - declared.indexOf(b)) : values;
