/** A postcode or the beginning of one: `TS18` and, where more of it is given, `1` or `1HU`. */
export interface Postcode {
  outward: string;
  inward: string;
}

/** A whole postcode anywhere in a text, with the letters that are typed for its digits. */
const anywhere =
  /(?<![A-Z\d])([A-Z]{1,2})[\s.-]*(\d[A-Z\d]?)[\s.-]*([\dOIL])[\s.-]*([A-Z]{2})(?![A-Z\d])/i;

/** A text that is the beginning of a postcode. */
const beginning = /^([A-Z]{1,2})[\s.-]*(\d[A-Z\d]?)(?:[\s.-]*(\d[A-Z]?))?$/i;

const digits: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** The whole postcode in a text, however it is written, and the text before and after it; null where there is none. */
export function findPostcode(text: string): { postcode: Postcode; rest: string } | null {
  const found = anywhere.exec(text);
  if (!found) return null;
  const [written, area, district, sector, unit] = found.map((part) => part.toUpperCase());
  return {
    postcode: { outward: area! + district!, inward: (digits[sector!] ?? sector!) + unit! },
    rest: `${text.slice(0, found.index)} ${text.slice(found.index + written!.length)}`.trim(),
  };
}

/** The beginning of a postcode that a text is, as much as its district; null where it is none. */
export function postcodeBegun(text: string): Postcode | null {
  const [, area, district, inward = ''] = beginning.exec(text.toUpperCase()) ?? [];
  return area ? { outward: area + district!, inward } : null;
}

/** A practice and its postcode, as reference files write it: `TS18 1HU`. */
export interface Located {
  code: string;
  postcode: string;
}

/** How many practices near a postcode are enough to choose among. */
const enough = 10;

/**
 * The practices at a postcode or, where it is only begun, at those that begin so. Where there are none: the nearest,
 * those of its sector (`TS18 1`) before those of its district (`TS18`) and of the districts of its area (`TS`) by
 * their numbers, as far as it takes to have ten.
 */
export function practicesAt(
  postcode: Postcode,
  located: readonly Located[],
): { codes: string[]; exact: boolean } {
  const start = `${postcode.outward} ${postcode.inward}`;
  const at = located.filter((one) => one.postcode.startsWith(start));
  if (at.length) return { codes: at.map(({ code }) => code), exact: true };
  const near = located
    .map(({ code, postcode: other }) => ({ code, distance: distance(postcode, other) }))
    .filter((one) => one.distance < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.distance - b.distance);
  const furthest = near[Math.min(enough, near.length) - 1]?.distance ?? 0;
  const codes = near.filter((one) => one.distance <= furthest).map(({ code }) => code);
  return { codes, exact: false };
}

/** How far a postcode is from another, in steps: 0 in its sector, 1 in its district, then by the districts' numbers. */
function distance({ outward, inward }: Postcode, other: string): number {
  const [otherOutward, otherInward = ''] = other.split(' ') as [string, string?];
  if (outward === otherOutward) return inward && inward[0] === otherInward[0] ? 0 : 1;
  const [area, district] = areaAndDistrict(outward);
  const [otherArea, otherDistrict] = areaAndDistrict(otherOutward);
  return area === otherArea ? 2 + Math.abs(district - otherDistrict) : Number.POSITIVE_INFINITY;
}

function areaAndDistrict(outward: string): [area: string, district: number] {
  const [, area, district] = /^([A-Z]+)(\d+)/.exec(outward) ?? [];
  return [area ?? outward, Number(district)];
}
