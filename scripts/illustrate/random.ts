/** A source of uniform random numbers from 0 up to but not including 1. */
export type Random = () => number;

// Figures are made only with integer arithmetic, plus, minus, times, divide and the square root: engines agree on those
// to the last bit, but not on Math.exp, Math.log and the like.

/** Hashes a text to 32 bits (FNV-1a, then mixed). */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  }
  return mix(bits);
}

function mix(bits: number): number {
  let mixed = bits ^ (bits >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A random stream that depends only on the seed and the purpose (mulberry32). */
export function randomStream(seed: number, purpose: string): Random {
  let state = hash(`${seed} ${purpose}`);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

/** Random numbers from 0 to 1 that depend only on two whole numbers, such as practice and month, in any order. */
export function randomTable(
  seed: number,
  purpose: string,
): (row: number, column: number) => number {
  const key = hash(`${seed} ${purpose}`);
  return (row, column) =>
    mix(mix(key ^ Math.imul(row + 1, 0x9e3779b1)) ^ Math.imul(column + 1, 0x85ebca77)) / 4294967296;
}

/** A bell-shaped random number of mean 0 and standard deviation 1, within ±6 (sum of twelve uniform ones). */
export function bell(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

/** The exponential of a number within ±9, accurate to about one percent, equal on every engine. */
export function exponential(power: number): number {
  let value = 1 + power / 4096;
  for (let i = 0; i < 12; i++) value *= value;
  return value;
}

/** A random choice by non-negative weights. */
export function choose<Choice>(
  random: Random,
  choices: readonly (readonly [Choice, number])[],
): Choice {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return choices[choices.length - 1]![0];
}
