/** The main suppliers of practice systems in 2014-15, as published. */
export const suppliers = ['EMIS', 'TPP', 'INPS', 'MICROTEST'] as const;
export type Supplier = (typeof suppliers)[number];

/** An area team of NHS England in 2014-15, with its real code and name and rounded characteristics. */
export interface AreaTeam {
  code: string;
  name: string;
  region: { code: string; name: string };
  /** Registered patients in thousands, and practices' mean list size relative to England's. */
  thousands: number;
  listRatio: number;
  groups: number;
  /** Deprivation: about 0 in the middle of England, higher if more people are deprived. */
  need: number;
  /** How common each supplier is, in their order. */
  supply: readonly number[];
}

const regions = {
  Y54: 'NORTH OF ENGLAND COMMISSIONING REGION',
  Y55: 'MIDLANDS AND EAST OF ENGLAND COMMISSIONING REGION',
  Y56: 'LONDON COMMISSIONING REGION',
  Y57: 'SOUTH OF ENGLAND COMMISSIONING REGION',
};

type Row = [string, keyof typeof regions, string, number, number, number, number, number[]];

// code, region, name, thousands of patients, list ratio, groups, need, [EMIS, TPP, INPS, MICROTEST]
const rows: Row[] = [
  ['Q44', 'Y54', 'Cheshire, Warrington and Wirral', 1260, 0.97, 6, -0.1, [78, 12, 10, 0]],
  ['Q45', 'Y54', 'Durham, Darlington and Tees', 1220, 0.99, 5, 0.6, [41, 52, 6, 1]],
  ['Q46', 'Y54', 'Greater Manchester', 2850, 0.83, 12, 0.7, [76, 9, 15, 0]],
  ['Q47', 'Y54', 'Lancashire', 1520, 0.9, 8, 0.5, [83, 7, 10, 0]],
  ['Q48', 'Y54', 'Merseyside', 1250, 0.84, 6, 1.0, [84, 10, 6, 0]],
  ['Q49', 'Y54', 'Cumbria, Northumberland, Tyne and Wear', 2000, 1.02, 8, 0.4, [63, 27, 7, 3]],
  ['Q50', 'Y54', 'North Yorkshire and Humber', 1720, 1.1, 8, 0.0, [17, 76, 6, 1]],
  ['Q51', 'Y54', 'South Yorkshire and Bassetlaw', 1510, 0.97, 5, 0.6, [20, 74, 6, 0]],
  ['Q52', 'Y54', 'West Yorkshire', 2450, 0.99, 10, 0.5, [23, 74, 3, 0]],
  ['Q53', 'Y55', 'Arden, Herefordshire and Worcestershire', 1720, 1.07, 7, -0.3, [68, 21, 11, 0]],
  ['Q54', 'Y55', 'Birmingham and the Black Country', 2650, 0.84, 7, 0.9, [67, 19, 14, 0]],
  ['Q55', 'Y55', 'Derbyshire and Nottinghamshire', 2080, 1.01, 10, 0.3, [30, 67, 3, 0]],
  ['Q56', 'Y55', 'East Anglia', 2530, 1.2, 8, -0.2, [24, 71, 4, 1]],
  ['Q57', 'Y55', 'Essex', 1800, 0.95, 7, 0.0, [23, 67, 10, 0]],
  ['Q58', 'Y55', 'Hertfordshire and the South Midlands', 2850, 1.17, 7, -0.4, [41, 54, 5, 0]],
  ['Q59', 'Y55', 'Leicestershire and Lincolnshire', 1800, 1.03, 7, 0.0, [30, 67, 3, 0]],
  ['Q60', 'Y55', 'Shropshire and Staffordshire', 1620, 0.97, 8, 0.0, [76, 13, 9, 2]],
  [
    'Q64',
    'Y57',
    'Bath, Gloucestershire, Swindon and Wiltshire',
    1530,
    1.12,
    4,
    -0.5,
    [46, 46, 6, 2],
  ],
  [
    'Q65',
    'Y57',
    'Bristol, North Somerset, Somerset and South Gloucestershire',
    1510,
    1.16,
    4,
    -0.2,
    [79, 15, 6, 0],
  ],
  ['Q66', 'Y57', 'Devon, Cornwall and Isles of Scilly', 1770, 1.06, 3, 0.0, [28, 43, 5, 24]],
  ['Q67', 'Y57', 'Kent and Medway', 1810, 0.97, 8, -0.1, [55, 18, 27, 0]],
  ['Q68', 'Y57', 'Surrey and Sussex', 2800, 1.12, 12, -0.6, [61, 25, 14, 0]],
  ['Q69', 'Y57', 'Thames Valley', 2150, 1.18, 10, -0.8, [69, 18, 13, 0]],
  ['Q70', 'Y57', 'Wessex', 2750, 1.19, 9, -0.5, [58, 34, 6, 2]],
  ['Q71', 'Y56', 'London', 8950, 0.85, 32, 0.4, [67, 12, 21, 0]],
];

/** The 25 area teams, by code. */
export const areaTeams: readonly AreaTeam[] = rows.map(
  ([code, region, name, thousands, listRatio, groups, need, supply]) => ({
    code,
    name: `${name.toUpperCase()} AREA TEAM`,
    region: { code: region, name: regions[region] },
    thousands,
    listRatio,
    groups,
    need,
    supply,
  }),
);
