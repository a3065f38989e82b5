import { mediaOf } from '../api.ts';
import type { Endpoint } from '../endpoint.ts';
import { fillIn } from '../examples.ts';
import { parametersOf } from '../filters.ts';
import { type Parameter, type ParameterName, parameters } from '../parameters.ts';

/** Placeholders in examples, and the codes that replace them. */
export type ExampleCodes = Readonly<Record<string, string>>;

/** The codes in paths. */
const inPaths: Record<string, { description: string; example: string; pattern?: string }> = {
  code: { description: 'Code of the practice.', example: '{practice}' },
  release: {
    description: 'A release by its id, such as 2018-09.1, or `current`.',
    example: '{release}',
    pattern: 'current|\\d{4}-\\d{2}\\.\\d+',
  },
};

/** All parameters of an endpoint in OpenAPI form, with examples if codes are given. */
export function parametersIn(endpoint: Endpoint, codes: ExampleCodes | null): object[] {
  const exampleOf = (example: string) => (codes ? { example: fillIn(example, codes) } : {});
  const named = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const media = mediaOf(endpoint).map(({ name }) => name);
  const release = inPaths.release!;
  return [
    ...named.map((name) => ({
      name,
      in: 'path',
      required: true,
      description: inPaths[name]!.description,
      schema: textSchema(inPaths[name]!),
      ...exampleOf(inPaths[name]!.example),
    })),
    ...parametersOf(endpoint).map((name) => described(endpoint, name, codes)),
    ...(named.includes('release')
      ? []
      : [
          {
            name: 'release',
            in: 'query',
            required: false,
            description: `${release.description} The current one without it.`,
            schema: textSchema(release),
            ...exampleOf(release.example),
          },
          {
            name: 'asOf',
            in: 'query',
            required: false,
            description:
              'The release that answered then, in place of `release`: a time such as `2019-05-01T12:00` (UK time, or UTC with a `Z` at its end), or a day, of which its end counts.',
            schema: textSchema({ pattern: '\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?Z?)?' }),
            ...exampleOf('{today}'),
          },
        ]),
    {
      name: 'format',
      in: 'query',
      required: false,
      description: 'How the answer is written.',
      schema: { type: 'string', enum: media, default: media[0] },
      ...exampleOf(media[0]!),
    },
  ];
}

const textSchema = ({ pattern, longest }: { pattern?: string; longest?: number }) => ({
  type: 'string',
  minLength: 1,
  ...(longest && { maxLength: longest }),
  ...(pattern && { pattern: `^(${pattern})$` }),
});

function described(endpoint: Endpoint, name: ParameterName, codes: ExampleCodes | null): object {
  const parameter: Parameter = parameters[name];
  const { description, many, most, integer, enum: values, example } = parameter;
  const isOne = !many || (endpoint.one as readonly ParameterName[] | undefined)?.includes(name);
  const one = integer
    ? { type: 'integer', ...integer }
    : values
      ? { type: 'string', enum: values }
      : textSchema(parameter);
  const atOnce = name === 'limit' && endpoint.columns && endpoint.atOnce;
  const own = (endpoint.examples as Partial<Record<ParameterName, string>> | undefined)?.[name];
  const shown = codes && fillIn(own ?? example, codes);
  return {
    name,
    in: 'query',
    required: ((endpoint.required ?? []) as readonly ParameterName[]).includes(name),
    description,
    ...(isOne
      ? { schema: atOnce ? { ...one, default: atOnce } : one }
      : {
          schema: { type: 'array', minItems: 1, ...(most && { maxItems: most }), items: one },
          style: 'form',
          explode: false,
        }),
    ...(shown && { example: !isOne ? shown.split(',') : integer ? Number(shown) : shown }),
  };
}
