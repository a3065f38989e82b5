/** A parameter in the API's description. */
export interface Described {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  example: string | number | string[];
  schema: { type: string; enum?: string[]; items?: { enum?: string[] } };
}

/** An operation in the API's description. */
export interface Operation {
  path: string;
  parameters: Described[];
}

/** Every operation in a server's description. */
export async function operationsOf(origin: string): Promise<Operation[]> {
  const { paths } = await (await fetch(`${origin}/api/v1/openapi.json`)).json();
  return Object.entries(paths as Record<string, { get: Omit<Operation, 'path'> }>).map(
    ([path, { get }]) => ({ path, parameters: get.parameters }),
  );
}

export const exampleOf = ({ example }: Described): string => String(example);

/** The address of an operation with its required examples; other values replace or join them. */
export function addressOf({ path, parameters }: Operation, more: [string, string][] = []): string {
  const given = new Map(more);
  // A custom group can be the place that a question needs.
  const placed = (one: Described) => (one.name === 'area' && given.has('group') ? 'group' : null);
  const sentAs = (one: Described) => given.get(one.name) ?? placed(one) ?? exampleOf(one);
  const filled = path.replace(/\{(\w+)\}/g, (_named, name: string) =>
    encodeURIComponent(sentAs(parameters.find((one) => one.name === name)!)),
  );
  const search = new URLSearchParams();
  const brief = more.length > 0 && !given.has('limit');
  for (const one of parameters) {
    if (one.name === 'limit' && brief) search.set('limit', '20');
    else if (one.in === 'query' && (one.required || given.has(one.name))) {
      search.set(one.name, sentAs(one));
    }
  }
  for (const [name, value] of more) {
    if (!parameters.some((one) => one.name === name)) search.append(name, value);
  }
  return `/api/v1${filled}${search.size ? `?${search}` : ''}`;
}

/** The addresses that a function makes for each parameter of each operation. */
export const ofEachParameter = (
  operations: readonly Operation[],
  make: (operation: Operation, parameter: Described) => string[],
): string[] =>
  operations.flatMap((operation) =>
    operation.parameters.flatMap((parameter) => make(operation, parameter)),
  );

/** Each listed value of each parameter, except formats. */
export const listedValues = (operations: readonly Operation[]): string[] =>
  ofEachParameter(operations, (operation, one) =>
    (one.schema.enum ?? one.schema.items?.enum ?? [])
      .filter(() => one.name !== 'format')
      .map((value) => addressOf(operation, [[one.name, value]])),
  );
