/** The size of a sparkline, in pixels. */
const sparkSize = { width: 72, height: 18 } as const;

/** Values as a sparkline, interrupted where there are none; the text beside it says the same. */
export function sparkMarkup(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const { width, height } = sparkSize;
  let pen = 'M';
  const path = values.map((value, i) => {
    if (value === null) {
      pen = 'M';
      return '';
    }
    const x = 1 + (i / Math.max(1, values.length - 1)) * (width - 2);
    const y = height - 2 - ((value - low) / (high - low || 1)) * (height - 4);
    const point = `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
    pen = 'L';
    return point;
  });
  return `<svg class="table__spark" width="${width}" height="${height}" aria-hidden="true"><path d="${path.join('')}"/></svg>`;
}
