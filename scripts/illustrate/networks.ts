import { MARCH_2015 } from './calendar.ts';
import type { Group } from './groups.ts';
import { groupName, networkName, partnershipName } from './names.ts';
import { isOpen, type Practice } from './practices.ts';
import { randomStream } from './random.ts';

/** A code and name, and the code in official statistics. */
export interface InventedArea {
  code: string;
  name: string;
  ons: string;
}

/** The areas from April 2015 of a practice that is open in March 2015. Some are in no network. */
export interface Location {
  practice: Practice;
  postcode: string;
  network: Omit<InventedArea, 'ons'> | null;
  group: InventedArea;
  partnership: InventedArea;
}

/** In one of this many area teams, two groups merge in April 2015. */
const mergesOneIn = 3;
/** The most groups in a partnership. */
const mostGroups = 8;

const number = (digits: number, value: number): string => String(value).padStart(digits, '0');

/**
 * Areas of practices in the practice lookup: in a few area teams two groups have merged, groups form partnerships
 * within an area team, and practices of a group form networks of four to eight; one in sixty is in none.
 */
export function inventLocations(
  seed: number,
  groups: readonly Group[],
  practices: readonly Practice[],
): Location[] {
  const random = randomStream(seed, 'networks');
  const groupOf = mergeGroups(groups, new Set(groups.map(({ name }) => name)), random);
  const partnershipOf = inventPartnerships(groups, groupOf, random);
  const taken = new Set<string>();
  const networks = new Map<string, { area: Omit<InventedArea, 'ons'>; room: number }>();
  let made = 0;
  return practices
    .filter((practice) => isOpen(practice, MARCH_2015))
    .map((practice) => {
      const group = groupOf.get(practice.group)!;
      let network = networks.get(group.code);
      if (!network?.room) {
        const area = { code: `ZU${number(4, ++made)}`, name: networkName(random, taken) };
        networks.set(group.code, (network = { area, room: 4 + Math.floor(random() * 5) }));
      }
      const alone = random() < 1 / 60;
      if (!alone) network.room--;
      return {
        practice,
        postcode: postcodeOf(groups.indexOf(practice.group), random),
        network: alone ? null : network.area,
        group,
        partnership: partnershipOf.get(group)!,
      };
    });
}

/** The groups of April 2015: in some area teams the last two have become one. */
function mergeGroups(
  groups: readonly Group[],
  taken: Set<string>,
  random: () => number,
): Map<Group, InventedArea> {
  const merged = new Map<Group, InventedArea>();
  const area = (code: string, name: string): InventedArea => ({
    code,
    name,
    ons: `Z38${number(6, Number(code.slice(2)))}`,
  });
  for (const [t, team] of [...new Set(groups.map((group) => group.team))].entries()) {
    const own = groups.filter((group) => group.team === team);
    const joining = t % mergesOneIn === 0 && own.length > 1 ? own.slice(-2) : [];
    const together = area(`ZC9${number(2, t)}`, groupName(random, taken));
    for (const group of own) {
      merged.set(group, joining.includes(group) ? together : area(group.code, group.name));
    }
  }
  return merged;
}

function inventPartnerships(
  groups: readonly Group[],
  groupOf: ReadonlyMap<Group, InventedArea>,
  random: () => number,
): Map<InventedArea, InventedArea> {
  const taken = new Set<string>();
  const partnerships = new Map<InventedArea, InventedArea>();
  let made = 0;
  for (const team of new Set(groups.map((group) => group.team))) {
    const own = [
      ...new Set(groups.filter((group) => group.team === team).map((group) => groupOf.get(group)!)),
    ];
    const count = Math.ceil(own.length / mostGroups);
    for (let i = 0; i < count; i++) {
      const partnership = {
        code: `ZS${number(2, ++made)}`,
        name: partnershipName(random, taken),
        ons: `Z54${number(6, made)}`,
      };
      const [from, to] = [i, i + 1].map((part) => Math.round((part * own.length) / count));
      for (const group of own.slice(from, to)) partnerships.set(group, partnership);
    }
  }
  return partnerships;
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A postcode of the area ZZ, which does not exist; each group has a district of its own. */
function postcodeOf(group: number, random: () => number): string {
  const district = `ZZ${1 + Math.floor(group / letters.length)}${letters[group % letters.length]}`;
  const letter = () => letters[Math.floor(random() * letters.length)];
  return `${district} ${Math.floor(random() * 10)}${letter()}${letter()}`;
}
