import { counties } from './counties.ts';

/** A word or phrase, and the other ways in which names and people write it. */
export interface Abbreviation {
  words: string;
  written: readonly string[];
  /** Whether no name begins with it: a street is named after something. */
  notFirst?: boolean;
}

/**
 * Ways of writing the words of names, in lower case without full stops and accents; a slash or an apostrophe after a
 * single letter stays. A form that is listed for several words (`st`) may mean any of them.
 */
export const abbreviations: readonly Abbreviation[] = [
  { words: 'surgery', written: ['surg', 'surgs', 'sgy', 'srgy', 'srgies'] },
  { words: 'practice', written: ['prac', 'pract', 'practic', 'practise', 'prct', 'prctc'] },
  { words: 'medical', written: ['med', 'medcl', 'mdcl'] },
  {
    words: 'centre',
    written: ['ctr', 'ctre', 'center', 'cntr', 'cntre', 'centr', 'cen', 'ct'],
  },
  { words: 'health', written: ['hlth', 'hth', 'hlt'] },
  { words: 'medical centre', written: ['mc', 'm/c', 'm/centre', 'm/ctr', 'medicentre'] },
  { words: 'medical practice', written: ['mp', 'm/p', 'm/pract', 'm/practice', 'm/prac'] },
  { words: 'medical group', written: ['m/group'] },
  { words: 'health centre', written: ['hc', 'h/c', 'h/centre', 'h/ctr'] },
  { words: 'healthcare', written: ['health care', 'h/care', 'hcare'] },
  { words: 'healthcare centre', written: ['hcc'] },
  { words: 'health and wellbeing', written: ['h and w', 'hwb'] },
  { words: 'wellbeing', written: ['well being'] },
  { words: 'primary care centre', written: ['pcc'] },
  { words: 'primary care', written: ['p/care'] },
  { words: 'primary', written: ['prim', 'prmry'] },
  { words: 'primary healthcare', written: ['phc'] },
  { words: 'general practitioner', written: ['gp', 'gps', 'g/p'] },
  { words: 'walk in centre', written: ['wic'] },
  { words: 'partnership', written: ['p/ship', "p'ship", 'pship', 'ptnrshp', 'ptnrship'] },
  {
    words: 'partner',
    written: ['ptnr', 'ptnrs', 'ptr', 'ptrs', 'partn', 'partnr', 'ptner', 'ptners', 'prtnr'],
  },
  { words: 'doctor', written: ['dr', 'drs', 'doc', 'docs'] },
  { words: 'professor', written: ['prof'] },
  { words: 'group', written: ['grp', 'gp', 'grps'] },
  { words: 'clinic', written: ['clin', 'clnc'] },
  { words: 'hospital', written: ['hosp', 'hospl', 'hsptl'] },
  { words: 'university', written: ['univ', 'uni', 'uty', 'varsity'] },
  { words: 'community', written: ['comm', 'cmty', 'commun'] },
  { words: 'service', written: ['serv', 'svc', 'svcs', 'servs'] },
  { words: 'family', written: ['fam', 'fmly'] },
  { words: 'dispensary', written: ['disp'] },
  { words: 'pharmacy', written: ['pharm'] },
  { words: 'limited', written: ['ltd'] },
  { words: 'association', written: ['assoc', 'assn'] },
  { words: 'department', written: ['dept'] },
  { words: 'building', written: ['bldg', 'bldgs'] },
  { words: 'house', written: ['hse'] },
  { words: 'floor', written: ['flr'] },
  { words: 'saint', written: ['st', 'sts', 'snt'] },
  { words: 'street', written: ['st', 'str', 'strt'], notFirst: true },
  { words: 'road', written: ['rd', 'rds'] },
  { words: 'lane', written: ['ln'] },
  { words: 'avenue', written: ['ave', 'av', 'avn'] },
  { words: 'drive', written: ['dr', 'drv'], notFirst: true },
  { words: 'close', written: ['cl', 'clo'], notFirst: true },
  { words: 'court', written: ['ct', 'crt'], notFirst: true },
  { words: 'crescent', written: ['cres', 'cresc', 'crescnt'] },
  { words: 'square', written: ['sq'] },
  { words: 'place', written: ['pl'], notFirst: true },
  { words: 'park', written: ['pk'] },
  { words: 'terrace', written: ['terr', 'tce', 'ter'] },
  { words: 'gardens', written: ['gdns', 'gdn', 'gds'] },
  { words: 'grove', written: ['grv', 'gro'] },
  { words: 'green', written: ['grn'] },
  { words: 'boulevard', written: ['blvd'] },
  { words: 'parade', written: ['pde'] },
  { words: 'mount', written: ['mt', 'mnt'] },
  { words: 'bridge', written: ['bdge', 'brdg'] },
  { words: 'village', written: ['vlg', 'vill'] },
  { words: 'great', written: ['gt', 'grt'] },
  { words: 'little', written: ['lt', 'ltl'] },
  { words: 'upper', written: ['upr'] },
  { words: 'lower', written: ['lwr'] },
  { words: 'north', written: ['nth', 'nrth'] },
  { words: 'south', written: ['sth'] },
  { words: 'north east', written: ['ne'] },
  { words: 'north west', written: ['nw'] },
  { words: 'south east', written: ['se'] },
  { words: 'south west', written: ['sw'] },
  { words: 'ccg', written: ['clinical commissioning group', 'sub icb', 'sub icb location'] },
  { words: 'pcn', written: ['primary care network'] },
  {
    words: 'stp',
    written: [
      'icb',
      'ics',
      'integrated care board',
      'integrated care system',
      'sustainability and transformation partnership',
    ],
  },
  { words: 'birmingham', written: ['bham', "b'ham", 'brum'] },
  { words: 'manchester', written: ["m'cr", "m'chester", 'mcr'] },
  { words: 'middlesbrough', written: ["m'bro", "m'boro", "m'brough"] },
  { words: 'southampton', written: ['soton', "s'ton"] },
  { words: 'wolverhampton', written: ['wton', "w'ton", 'wolves'] },
  { words: 'northampton', written: ["n'ton", "n'hampton"] },
  { words: 'bridgwater', written: ["b'water"] },
  { words: 'tpp', written: ['systmone', 'systemone', 'system one'] },
  { words: 'newcastle upon tyne', written: ['newcastle on tyne'] },
  ...counties,
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map(
    (word, i): Abbreviation => ({ words: String(i + 1), written: [word] }),
  ),
  ...['first', 'second', 'third', 'fourth', 'fifth'].map(
    (word, i): Abbreviation => ({
      words: word,
      written: [`${i + 1}${['st', 'nd', 'rd'][i] ?? 'th'}`],
    }),
  ),
  // "St James's" without its apostrophe.
  ...['james', 'thomas', 'nicholas', 'giles'].map(
    (word): Abbreviation => ({ words: word, written: [`${word}s`] }),
  ),
  { words: '2', written: ['ii'] },
  { words: '3', written: ['iii'] },
];
