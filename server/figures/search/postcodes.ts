/** A postcode or the beginning of one: `TS18` and, if more is given, `1` or `1HU`. */
export interface Postcode {
  outward: string;
  inward: string;
}

/** A whole postcode anywhere in a text, allowing letters typed for its digits. */
const anywhere =
  /(?<![A-Z\d])([A-Z]{1,2})[\s.-]*(\d[A-Z\d]?)[\s.-]*([\dOIL])[\s.-]*([A-Z]{2})(?![A-Z\d])/i;

/** A text that is the beginning of a postcode. */
const beginning = /^([A-Z]{1,2})[\s.-]*(\d[A-Z\d]?)(?:[\s.-]*(\d[A-Z]?))?$/i;

const digits: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** The whole postcode in a text, however it is written, and the rest of the text; null if there is none. */
export function findPostcode(text: string): { postcode: Postcode; rest: string } | null {
  const found = anywhere.exec(text);
  if (!found) return null;
  const [written, area, district, sector, unit] = found.map((part) => part.toUpperCase());
  return {
    postcode: { outward: area! + district!, inward: (digits[sector!] ?? sector!) + unit! },
    rest: `${text.slice(0, found.index)} ${text.slice(found.index + written!.length)}`.trim(),
  };
}

/** Parses a text that begins a postcode, at least to the end of the district; null if it does not. */
export function postcodeBegun(text: string): Postcode | null {
  const [, area, district, inward = ''] = beginning.exec(text.toUpperCase()) ?? [];
  return area ? { outward: area + district!, inward } : null;
}

/** A practice and its postcode, as reference files write it: `TS18 1HU`. */
export interface Located {
  code: string;
  postcode: string;
}

/** How many nearby practices give enough choice. */
const enough = 10;

/**
 * The practices at a postcode, or at those that begin as given. If there are none, the ten or so nearest: those of its
 * sector (`TS18 1`) before those of its district (`TS18`), then those of the area's other districts (`TS`) by their
 * numbers.
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

/**
 * How far apart two postcodes are: 0 in the same sector, 1 in the same district, then more by the districts' numbers.
 */
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
