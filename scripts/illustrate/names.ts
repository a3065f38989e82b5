import { choose, type Random } from './random.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

const colours = words(`
  AMBER AZURE BRONZE CERISE COBALT COPPER CORAL CRIMSON CYAN DAPPLED EBONY EMERALD FAWN FROSTED
  GILDED GINGER GOLDEN HAZEL INDIGO IVORY JADE KHAKI LAVENDER LILAC LIME MAGENTA MAROON MAUVE
  MOTTLED NAVY OCHRE OLIVE OPAL PEARL PEWTER PLUM PURPLE RUSSET SABLE SAFFRON SCARLET SEPIA SILVER
  SPECKLED STRIPED TAWNY TEAL TOPAZ TURQUOISE UMBER VERMILION VIOLET`);

const creatures = words(`
  ADDER AUROCHS AVOCET BADGER BEAVER BITTERN BUNTING BUZZARD CHOUGH CORMORANT CRANE CRICKET CURLEW
  DABCHICK DIPPER DORMOUSE DRAGONFLY DUNLIN EIDER ERMINE FIELDFARE FIRECREST GADWALL GANNET
  GOLDCREST GOSHAWK GREBE GUILLEMOT HEDGEHOG HERON HOBBY HORNET KESTREL KITTIWAKE LAPWING LINNET
  LOBSTER LYNX MARTEN MERLIN MOORHEN NEWT NIGHTJAR NUTHATCH OSPREY OTTER OUZEL PEREGRINE PETREL
  PIPIT PLOVER POLECAT PUFFIN REDSTART SANDPIPER SHEARWATER SISKIN SKYLARK STICKLEBACK STOAT TERN
  TOAD TURNSTONE VOLE WAGTAIL WARBLER WAXWING WHIMBREL WHINCHAT WIGEON WRYNECK`);

const lands = words(`
  ALDERMARSH BROADMERE CINDERFELL COLDWOLD DEEPDALE EASTERHOLT FOXMOOR GREYFEN HOLLOWBROOK
  INKWATER JUNIPERSHAW KITEFIELD LARKWEALD MISTCOMBE NETTLEWOOD ORCHARDSTOW PEBBLECOAST QUARRYSIDE
  RIVERHAM SALTREACH THISTLEDOWN UPPERCLIFF VALEBOTTOM WINDRIDGE YEWCROFT`);

const kinds = [
  ['SURGERY', 40],
  ['MEDICAL CENTRE', 20],
  ['PRACTICE', 20],
  ['HEALTH CENTRE', 12],
  ['MEDICAL PRACTICE', 8],
] as const;

const pick = (random: Random, from: readonly string[]): string =>
  from[Math.floor(random() * from.length)]!;

const pair = (random: Random): string => `${pick(random, colours)} ${pick(random, creatures)}`;

function untaken(taken: Set<string>, draw: () => string): string {
  for (;;) {
    const name = draw();
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
}

/** An invented name of a clinical commissioning group that is not in `taken`, to which it is added. */
export const groupName = (random: Random, taken: Set<string>): string =>
  untaken(taken, () => `NHS ${pick(random, colours)} ${pick(random, lands)} EXAMPLE CCG`);

/** An invented name of a partnership of groups that is not in `taken`, to which it is added. */
export const partnershipName = (random: Random, taken: Set<string>): string =>
  untaken(taken, () => `${pick(random, colours)} ${pick(random, lands)} EXAMPLE STP`);

/** An invented name of a network of practices that is not in `taken`, to which it is added. */
export const networkName = (random: Random, taken: Set<string>): string =>
  untaken(taken, () => `${pair(random)} EXAMPLE PCN`);

/** An invented street and town. */
export const streetAndTown = (random: Random): [street: string, town: string] => [
  `${1 + Math.floor(random() * 180)} ${pick(random, creatures)} STREET`,
  `${pick(random, lands)} (EXAMPLE)`,
];

/** An invented practice name that is not in the group's `taken`, to which it is added; a few are very long. */
export function practiceName(random: Random, taken: Set<string>): string {
  return untaken(taken, () => {
    if (random() < 0.0015) {
      return `THE ${pair(random)} AND ${pair(random)} EXAMPLE FAMILY HEALTH PARTNERSHIP, INCORPORATING THE ${pair(random)} BRANCH SURGERY AND COMMUNITY CLINIC`;
    }
    const article = random() < 0.12 ? 'THE ' : '';
    return `${article}${pair(random)} EXAMPLE ${choose(random, kinds)}`;
  });
}
