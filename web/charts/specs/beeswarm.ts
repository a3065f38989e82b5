/** The fractional parts of its multiples are spread evenly over any interval. */
const goldenRatio = 0.618034;

/**
 * Heights for points on a line so that none covers another: from left to right, each as near the middle as those
 * already placed leave room for, in pixels up and down from it. If that is too crowded, they are spread evenly over the
 * height and overlap.
 */
export function beeswarm(xs: readonly number[], diameter: number, height: number): number[] {
  const order = xs.map((x, i) => ({ x, i })).sort((a, b) => a.x - b.x);
  const half = height / 2 - diameter / 2;
  const placed: { x: number; y: number }[] = [];
  const ys: number[] = new Array(xs.length).fill(0);
  for (const { x, i } of order) {
    const near: number[] = [];
    for (let k = placed.length - 1; k >= 0 && x - placed[k]!.x < diameter; k--) {
      const across = Math.sqrt(diameter ** 2 - (x - placed[k]!.x) ** 2);
      near.push(placed[k]!.y - across, placed[k]!.y + across);
    }
    const free = [0, ...near]
      .filter((y) => Math.abs(y) <= half)
      .sort((a, b) => Math.abs(a) - Math.abs(b))
      .find((y) => placedFree(placed, x, y, diameter));
    ys[i] = free ?? (((i * goldenRatio) % 1) * 2 - 1) * half;
    placed.push({ x, y: ys[i]! });
  }
  return ys;
}

function placedFree(
  placed: readonly { x: number; y: number }[],
  x: number,
  y: number,
  gap: number,
) {
  for (let k = placed.length - 1; k >= 0 && x - placed[k]!.x < gap; k--) {
    const one = placed[k]!;
    if ((x - one.x) ** 2 + (y - one.y) ** 2 < gap ** 2 - 1e-6) return false;
  }
  return true;
}
