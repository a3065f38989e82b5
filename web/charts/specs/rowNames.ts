import { type Row, sizes } from './rows.ts';

/** Names of rows, bold for places looked at. */
export function rowNames(
  values: readonly ({ here: boolean } & Row['lettering'])[],
  y: object,
): object[] {
  const kinds = [true, false].flatMap((here) => sizes.map((size) => ({ here, size })));
  return kinds.flatMap((kind) => {
    const alike = values.filter(({ here, size }) => here === kind.here && size === kind.size);
    if (!alike.length) return [];
    const { here, size, lineHeight, align, x } = alike[0]!;
    return {
      data: { values: alike },
      mark: {
        type: 'text',
        align,
        baseline: 'middle',
        lineHeight,
        fontSize: size,
        fontWeight: here ? 700 : 400,
        clip: false,
      },
      encoding: { y: { ...y, field: 'y' }, x: { value: x }, text: { field: 'lines' } },
    };
  });
}
