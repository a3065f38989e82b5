/*
 * Parses sentences back into what they claim, word by word, to compare it with the numbers that they are about. Shares
 * no code with the product's words.
 */

import { quantileOf } from '../recomputed/methods.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows as the API answers them
export type Row = Record<string, any>;

const monthNames =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** "March 2019" */
const month = (period: string): string =>
  `${monthNames[Number(period.slice(5)) - 1]} ${period.slice(0, 4)}`;

/** The month before: "2018-12" of "2019-01". */
const monthBefore = (period: string): string => {
  const [year, number] = period.split('-').map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
};

/** A number as sentences write it, with its sign, and "million" if present. */
const N = '[−+]?\\d[\\d,]*(?:\\.\\d+)?(?: million)?';

/** A printed number: its value and the unit of its last place. */
function parsed(text: string): { value: number; unit: number } {
  const million = text.endsWith(' million') ? 1_000_000 : 1;
  const digits = text.replace(/ million|[,%+]/g, '').replace('−', '-');
  const places = digits.split('.')[1]?.length ?? 0;
  return { value: Number(digits) * million, unit: million * 10 ** -places };
}

/** Whether a printed number is a value rounded to its last place. */
function near(text: string | undefined, value: number | null): boolean {
  if (text === undefined || value === null) return false;
  const { value: said, unit } = parsed(text);
  return Math.abs(said - value) <= unit * 0.5 + 1e-9 * Math.max(1, Math.abs(value));
}

/** The same for a figure. Only exactly none is written as none, and only exactly all as 100%. */
function agrees(text: string | undefined, value: number | null): boolean {
  if (!near(text, value)) return false;
  if (parsed(text!).value === 0) return value === 0;
  return text === '100%' ? value === 100 : true;
}

const squashed = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether a text names a place, in any case and punctuation. */
const names = (text: string, name: string): boolean =>
  squashed(text).includes(squashed(name.replace(/ COMMISSIONING REGION$/, ''))) ||
  // Some publishers' names are shortened to what people call them.
  squashed(name).includes(squashed(text.replace(/^(at|in) (the )?/, '')));

const does: Record<string, string> = {
  records: 'see their record online',
  appointments: 'book appointments online',
  prescriptions: 'order repeat prescriptions online',
};

/** What the people or practices that a measure counts did, after "patients" or "practices". */
function phrase(measure: string): string {
  const [service] = measure.split('_') as [string];
  if (measure === 'any_enabled') return 'were set up for at least one online service';
  if (measure === 'any_new') return 'were newly set up for at least one online service';
  if (measure === 'any_use') return 'online transactions';
  if (measure.endsWith('_enabled')) return `were set up to ${does[service]}`;
  if (measure.endsWith('_offered')) return `were registered where patients can ${does[service]}`;
  if (measure.endsWith('_offered_practices')) return `let patients ${does[service]}`;
  if (measure === 'appointments_use') return 'transactions to book or cancel appointments online';
  return `transactions to ${does[service]}`;
}

/** Mondays to Fridays without bank holidays, counted on a calendar. */
const daysWorked: Record<string, number> = {
  ...{ '2018-04': 20, '2018-05': 21, '2018-06': 21, '2018-07': 22, '2018-08': 22, '2018-09': 20 },
  ...{ '2018-10': 23, '2018-11': 22, '2018-12': 19, '2019-01': 22, '2019-02': 20, '2019-03': 21 },
};

const isRate = (measure: string): boolean => /_(use|new)$/.test(measure);

/** A share of fewer than ten people, or of fewer than one in a thousand, is written as a number of people. */
export const inPeople = ({ measure, numerator: x, denominator: n }: Row): boolean =>
  /_(enabled|offered)$/.test(measure) && x !== null && x >= 0 && (x < 10 || x / n < 0.001);

/** Changes between fewer than ten people or transactions are written in their numbers. */
export const areFew = (before: Row, after: Row): boolean =>
  [before, after].every(inPeople) ||
  (isRate(after.measure) && [before, after].every(({ numerator: x }) => x >= 0 && x < 10));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const expressions = new Map<string, RegExp>();

/** A pattern at the start of a text. Most sentences have the same patterns, and each takes long to compile. */
function startingWith(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(`^(?:${pattern})`);
  expressions.set(pattern, known);
  return known;
}

/** A sentence, and the part of it that is still to be parsed. */
export class Reading {
  rest: string;
  readonly faults: string[] = [];

  constructor(readonly said: string) {
    this.rest = said;
  }

  /** Removes a match from the front; a fault if there is none. */
  take(pattern: string, what: string): (string | undefined)[] {
    const found = this.maybe(pattern);
    if (!found) this.fault(`no ${what} in “${this.rest}”`);
    return found ?? [];
  }

  /** The same for an optional part. */
  maybe(pattern: string): (string | undefined)[] | null {
    const found = startingWith(pattern).exec(this.rest);
    if (!found) return null;
    this.rest = this.rest.slice(found[0].length);
    return found.slice(1);
  }

  hold(isTrue: boolean, what: string): void {
    if (!isTrue) this.fault(what);
  }

  fault(what: string): void {
    this.faults.push(what);
  }

  /** All faults, with the sentence; a rest that was not parsed is a fault. */
  wrong(): string[] {
    if (this.rest) this.faults.push(`not understood: “${this.rest}”`);
    return this.faults.length ? [`${this.said} [${this.faults.join('; ')}]`] : [];
  }
}

/**
 * How many of how many, as people or practices are written: "12 of 4,095", "1.20 of 59.1 million", "none of the 4,095".
 */
function readCounts(reading: Reading, text: (string | undefined)[], row: Row): void {
  const [some, all] = text;
  const million = all?.endsWith(' million') ? 1_000_000 : 1;
  const x = row.numerator;
  reading.hold(
    some === 'none' || some === 'None'
      ? x === 0
      : near(some, x) || near(some, x / million) || (million > 1 && near(`${some} million`, x)),
    `${some} is not ${x}`,
  );
  reading.hold(near(all, row.denominator), `${all} is not ${row.denominator}`);
}

/** "in England", "at Elm Road Surgery", and places that later formed a network, with the right name. */
function place(reading: Reading, until: string, row: Row): void {
  const [where = ''] = reading.take(`((?:at|in) .+?)(?=${escaped(until)})`, 'place');
  reading.hold(names(where, row.area_name), `${where} is not ${row.area_name}`);
}

/**
 * The figure at the start of a sentence; if `lead` is false, the sentence lacks "In March 2019, ", and if it is `brief`,
 * the rate after the number of transactions.
 */
function readFigure(reading: Reading, row: Row, { lead = true, brief = false } = {}): void {
  const { measure, period, value, numerator } = row;
  if (lead) reading.take(`In ${month(period)}(?:,| )\\s?`, 'month');
  const did = phrase(measure);
  if (row.level === 'practice' && /_offered/.test(measure)) {
    const [who, not, let_] = reading.take(
      '(.+?) (did not )?(let (?:its )?patients|offered )',
      'offer',
    );
    reading.hold(names(who ?? '', row.area_name), `${who} is not ${row.area_name}`);
    reading.hold((not === undefined) === value > 0, 'offers it or not');
    reading.take(` ${does[measure.split('_')[0]]}`, `service after ${let_}`);
    return;
  }
  if (isRate(measure)) {
    const transactions = measure.endsWith('_use');
    const [rate] = reading.maybe(`there were (${N}) .+? per 1,000 patients (?=in|at)`) ?? [];
    if (rate !== undefined) {
      const [where = ''] = reading.take(
        '((?:at|in) .+?)(?=, against|\\. (?:There is no|None of)|$)',
        'place',
      );
      reading.hold(names(where, row.area_name), `${where} is not ${row.area_name}`);
      reading.hold(agrees(rate, value), `${rate} is not ${value}`);
      return;
    }
    const [of] = reading.maybe(`(${N}) of every 1,000 patients `) ?? [];
    if (of !== undefined) {
      place(reading, ` ${did}`, row);
      reading.take(` ${did}`, 'phrase');
      reading.hold(agrees(of, value), `${of} is not ${value}`);
      return;
    }
    if (transactions) {
      reading.take('patients ', 'patients');
      place(reading, ' made ', row);
      const [some] = reading.take(` made (no|${N}) (?=\\S)`, 'number');
      reading.take(did.replace('transactions', 'transactions?'), 'transactions');
      reading.hold(
        some === 'no' ? numerator === 0 : near(some, numerator),
        `${some}: ${numerator}`,
      );
    } else {
      const [some] = reading.take(`(no|${N}) patients? `, 'number');
      place(reading, some === '1' ? ' was newly' : ` ${did}`, row);
      reading.take(` ${did.replace('were', '(?:were|was)')}`, 'phrase');
      reading.hold(
        some === 'no' ? numerator === 0 : near(some, numerator),
        `${some}: ${numerator}`,
      );
    }
    if (numerator === 0 || brief) return;
    const [per] = reading.take(`: (${N}) per 1,000 patients`, 'rate');
    reading.hold(agrees(per, value), `${per} is not ${value}`);
    const daily = reading.maybe(`, or (${N}) per working day`);
    reading.hold((daily !== null) === (transactions && value > 0), 'by working day');
    if (daily) reading.hold(agrees(daily[0], value / daysWorked[period]!), `${daily[0]} a day`);
    return;
  }
  const of = measure.endsWith('_practices') ? 'practices' : 'patients';
  if (inPeople(row)) {
    const counts = reading.take(`([Nn]one|${N}) of (?:the )?(${N}) ${of} `, 'people');
    readCounts(reading, counts, row);
    place(reading, numerator === 1 ? ' was ' : ` ${did}`, row);
    reading.take(` ${numerator === 1 ? did.replace('were', 'was') : did}`, 'phrase');
    return;
  }
  const [share] = reading.take(`(${N}%) of ${of} `, 'share');
  place(reading, ` ${did}`, row);
  reading.take(` ${did}`, 'phrase');
  reading.hold(agrees(share, value), `${share} is not ${value}`);
}

/** The words after a figure above the whole or below nothing. */
export function readOddity(reading: Reading, { numerator, denominator, measure }: Row): void {
  const isMore = !isRate(measure) && numerator > denominator;
  const said = reading.maybe(' More are counted than there are: this is as published\\.');
  reading.hold((said !== null) === isMore, 'more are counted than there are');
  const fewer = reading.maybe(' Fewer than none are counted: this is as published\\.');
  reading.hold((fewer !== null) === numerator < 0, 'fewer than none are counted');
}

/** A row of `/sentences` with its figure. */
export function readSentence(said: string, row: Row): string[] {
  const reading = new Reading(said);
  const { level, measure, period, value, marker, practices, practices_reported: reported } = row;
  if (value === null) {
    const none =
      marker === '[z]'
        ? `This measure is not in the extracts of ${month(period)}\\.`
        : level === 'practice'
          ? /_offered/.test(measure)
            ? `For ${month(period)}, (.+) did not report whether it lets its patients .+\\.`
            : `For ${month(period)}, the number of .+ was not reported at (.+)\\.`
          : `For ${month(period)}, no practice in (.+) reported the number of .+\\.`;
    const [name] = reading.take(none, 'lack');
    if (name !== undefined) reading.hold(names(name, row.area_name), `${name}: ${row.area_name}`);
    reading.hold(reported === 0, `${reported} practices reported`);
    return reading.wrong();
  }
  readFigure(reading, row);
  const counts = reading.maybe(` \\((${N}) of (${N})\\)`);
  if (counts) readCounts(reading, counts, row);
  else if (
    !inPeople(row) &&
    !isRate(measure) &&
    !(level === 'practice' && /_practices$/.test(measure))
  )
    reading.fault('without its counts');
  reading.take('\\.', 'end');
  if (!(level === 'practice' && /_offered/.test(measure))) readOddity(reading, row);
  const lacking = reading.maybe(
    ` It leaves out (${N}) of (${N}) practices, which did not report it\\.`,
  );
  const unknown = reading.maybe(
    ` Of (${N}) of (${N}) practices it is not known; they count as not offering it\\.`,
  );
  const told = lacking ?? unknown;
  if (told) {
    reading.hold(near(told[0], practices - reported), `${told[0]} of ${practices - reported}`);
    reading.hold(near(told[1], practices), `${told[1]} of ${practices}`);
  }
  reading.hold((unknown !== null) === (told !== null && /_offered/.test(measure)), 'how it counts');
  const least = isRate(measure) ? 1 : 0.95;
  reading.hold(
    (told !== null) === (level !== 'practice' && reported / practices < least),
    'coverage',
  );
  return reading.wrong();
}

const ordinal = (place: number): string =>
  `${place.toLocaleString('en-GB')}${place % 100 >= 11 && place % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')}`;

/** A rank among places of a level, where the highest is first, and how many others share it. */
function standing({ place, places, places_equal: equal, level }: Row): string {
  const of = `of ${places.toLocaleString('en-GB')} ${many[level]}`;
  if (equal) {
    if (equal === 1 && places === 2) return `level with the other ${many[level]!.slice(0, -1)}`;
    if (equal === places - 1)
      return `level with all ${equal.toLocaleString('en-GB')} other ${many[level]}`;
    const lowest = place + equal === places;
    return `joint ${place === 1 ? 'highest' : lowest ? 'lowest' : ordinal(place)} ${of}`;
  }
  return place === 1
    ? `the highest ${of}`
    : place === places
      ? `the lowest ${of}`
      : `${ordinal(place)} ${of}`;
}

const many: Record<string, string> = {
  practice: 'practices',
  ccg: 'CCGs',
  subregion: 'subregions',
  region: 'regions',
};

/** A rank among similar places. */
const higherThan = (below: number, others: number): string =>
  `higher than ${below === 0 ? 'none of' : below === others ? 'all' : `${below} of`} ${others}`;

/** A row of `/comparisons`; what its verdict should be is computed elsewhere. */
export function readComparison(row: Row): string[] {
  const reading = new Reading(row.sentence);
  const { value, rest_value: rest, word, reason, level, measure, places } = row;
  if (value === null) return [];
  readFigure(reading, row);
  const isOffer = level === 'practice' && /_offered/.test(measure);
  const other = `(${N}%?)(?: per 1,000 patients)?`;
  const against = '((?:in the rest of|at the median of) .+?)';
  if (rest === null) {
    reading.take(`\\. There is no figure ${against} to compare it with\\.`, 'lack of a benchmark');
    reading.hold(word === 'not compared', word);
    return reading.wrong();
  }
  const isHeldTo = (said: string | undefined) =>
    reading.hold(agrees(said, rest), `${said} is not ${rest}`);
  if (isOffer) {
    const [whom, said] = reading.take(
      `\\. ((?:In|At) .+?) the figure is ${other}\\.`,
      'figure of others',
    );
    reading.hold(whom !== undefined, 'whom');
    isHeldTo(said);
    return reading.wrong();
  }
  const ends = `(?= \\(95% confidence|, beyond what is usual| by ${N} percentage|\\.(?: It is |$))`;
  const same = reading.maybe(`, about the same as the ${other} ${against}${ends}`);
  const sided = same ? null : reading.maybe(`, (higher|lower) than the ${other} ${against}${ends}`);
  if (same) {
    isHeldTo(same[0]);
    reading.hold(word === 'about the same', word);
  } else if (sided) {
    isHeldTo(sided[1]);
    reading.hold(word === sided[0], `${word}, not ${sided[0]}`);
    reading.hold(sided[0] === 'higher' ? value > rest : value < rest, `${value} against ${rest}`);
    const by = reading.maybe(` by (${N}) percentage points`);
    if (by) reading.hold(agrees(by[0], Math.abs(value - rest)), `by ${by[0]}`);
    if (level === 'practice') readInterval(reading, row);
    else reading.take(`, beyond what is usual for ${many[level]} of its size`, 'how it is judged');
  } else {
    if (level === 'practice') readInterval(reading, row);
    const [said] = reading.take(`, against ${other} ${against}(?=: |\\.)`, 'benchmark');
    isHeldTo(said);
    reading.hold(['no clear difference', 'not compared'].includes(word), word);
    const why = reading.maybe('\\. The two are not compared, because (.+?)(?=\\.$)');
    const [given] = why ?? reading.take(': (.+?)(?=\\.(?: It is|$))', 'reason');
    reading.hold(given === reason, `${given}, not ${reason}`);
  }
  reading.take('\\.', 'end');
  const stands = reading.maybe(' It is (.+)\\.');
  if (stands && row.against_level === 'peers') {
    const right = higherThan(row.below, places - 1);
    reading.hold(stands[0] === right, `${stands[0]}, not ${right}`);
  } else if (stands) {
    const right = `${standing(row)} in `;
    reading.hold(stands[0]!.startsWith(right), `${stands[0]}, not ${right}`);
    const whole = stands[0]!.slice(right.length);
    reading.hold(row.sentence.includes(` in the rest of ${whole}`), `not the rest of ${whole}`);
  }
  return reading.wrong();
}

/** A practice's confidence interval in brackets, if it has one. */
function readInterval(reading: Reading, { lower_95: lower, upper_95: upper }: Row): void {
  const told = reading.maybe(
    ` \\(95% confidence interval, Wilson: (?:all of it (${N}%) when rounded|(${N}%) to (${N}%))\\)`,
  );
  reading.hold(
    (told !== null) === (lower !== null && !reading.rest.includes('not compared, because')),
    'interval',
  );
  if (!told) return;
  reading.hold(agrees(told[0] ?? told[1], lower), `${told[0] ?? told[1]} is not ${lower}`);
  reading.hold(agrees(told[0] ?? told[2], upper), `${told[0] ?? told[2]} is not ${upper}`);
}

/** A practice's rank among those most like it, and their middle half, in the words of `/peers`. */
export function readPeers(
  said: string,
  own: Row,
  values: readonly number[],
  peers: number,
): string[] {
  const reading = new Reading(said);
  const { value, measure, word } = own;
  if (value === null) return readSentence(said, own);
  readFigure(reading, own);
  const likeIt =
    'the 30 practices most like it by (?:supplier, list size and deprivation|supplier and list size|list size(?: and deprivation)?)';
  const inOrder = [...values].sort((a, b) => a - b);
  const [low, median, high] = [0.25, 0.5, 0.75].map((q) => quantileOf(inOrder, q)!);
  const below = values.filter((other) => other < value).length;
  if (/_offered/.test(measure)) {
    const unknown = reading.rest.includes('it is not known');
    const told = reading.take(
      `\\. (?:(All|None) of ${likeIt} offers? it|Of ${likeIt}, (${N}) offers? it)(?:; of (${N}) it is not known)?\\.`,
      'how many offer it',
    );
    const offer = values.filter((other) => other > 0).length;
    reading.hold(
      told[0] === 'All' ? offer === peers : told[0] === 'None' ? offer === 0 : near(told[1], offer),
      `${told[0] ?? told[1]} offer it, not ${offer}`,
    );
    reading.hold(
      unknown === values.length < peers || told[0] === 'All',
      'of how many it is not known',
    );
    return reading.wrong();
  }
  if (!values.length) {
    reading.take(`\\. None of ${likeIt} reported it\\.`, 'lack of peers');
    return reading.wrong();
  }
  const number = `(${N}%?)(?: per 1,000 patients)?`;
  const others = `(?:; (${N}) reported it)?`;
  const sided = reading.maybe(
    `, (higher|lower) than the ${number} that is the median of ${likeIt}${others}, and `,
  );
  const plain = sided
    ? null
    : reading.take(`, against ${number}, the median of ${likeIt}${others}\\. It is `, 'median');
  const [side, text, told] = sided ?? ['', ...plain!];
  reading.hold(agrees(text, median!), `${text} is not the median ${median}`);
  reading.hold(sided ? word === side : !['higher', 'lower'].includes(word), `${word}, not ${side}`);
  if (sided)
    reading.hold(side === 'higher' ? value > high! : value < low!, 'inside the middle half');
  reading.hold(
    told === undefined ? values.length === peers : near(told, values.length),
    `${told} reported`,
  );
  const [place] = reading.take(`(higher than .+?)(?: that reported it)?\\.`, 'place');
  reading.hold(
    place === higherThan(below, values.length),
    `${place}: ${below} of ${values.length}`,
  );
  const half = reading.maybe(` Half of them are between (${N}%?) and (${N}%?)`);
  if (half) {
    reading.hold(agrees(half[0], low!) && agrees(half[1], high!), `${half}, not ${low} to ${high}`);
    const varied = reading.maybe(': they vary too much among themselves to compare with');
    reading.hold((varied !== null) === high! - low! > median!, `vary: ${low} to ${high}`);
    reading.take('\\.', 'end');
  }
  readOddity(reading, own);
  return reading.wrong();
}

/** A change between two figures; the words after it are left to be parsed. */
export function readChange(said: string, before: Row, after: Row): Reading {
  const reading = new Reading(said);
  const { measure } = after;
  const apart = after.value - before.value;
  if (areFew(before, after)) {
    readFigure(reading, after, { brief: true });
    const by = after.numerator - before.numerator;
    const told = reading.take(
      `, (?:(as|as many as)|(one|${N}) (more|fewer) (?:patient|transaction)s? than) in ${month(before.period)} \\((${N})(?: of (${N}))?\\)\\.`,
      'change in people',
    );
    reading.hold((told[0] === 'as') === (by === 0 && after.numerator === 0), 'as in');
    reading.hold((told[0] !== undefined) === (by === 0), `${told[0]}: ${by}`);
    if (by) {
      reading.hold(
        told[1] === 'one' ? Math.abs(by) === 1 : near(told[1], Math.abs(by)),
        `${told[1]}: ${by}`,
      );
      reading.hold((told[2] === 'more') === by > 0, `${told[2]}: ${by}`);
    }
    if (isRate(measure)) reading.hold(near(told[3], before.numerator), `${told[3]} before`);
    else readCounts(reading, told.slice(3), before);
    return reading;
  }
  const what = isRate(measure) ? 'rate' : 'share';
  const [subject = ''] = reading.take(
    `The ${what} of (.+?)(?= stayed at | hardly changed between | rose from | fell from )`,
    'subject',
  );
  reading.hold(names(subject, after.area_name), `${subject} is not of ${after.area_name}`);
  const some = `(${N}%?(?: \\(${N} of ${N}\\))?)(?: per 1,000 patients)?`;
  const period = ` between ${month(before.period)} and ${month(after.period)}`;
  const stayed = reading.maybe(` stayed at ${some}`);
  const hardly = reading.maybe(` hardly changed${period}: ${some} to ${some}`);
  const [from, to] = stayed
    ? [stayed[0], stayed[0]]
    : (hardly ??
      reading.take(
        ` ${after.value < before.value ? 'fell' : 'rose'} from ${some} to ${some}`,
        'values',
      ));
  const isOf = (text: string | undefined, row: Row) => {
    const [value, counts] = text?.split(' (') ?? [];
    reading.hold(agrees(value, row.value), `${value} is not ${row.value}`);
    reading.hold((counts !== undefined) === (inPeople(row) && row.numerator > 0), 'counts of few');
    if (counts) readCounts(reading, counts.slice(0, -1).split(' of '), row);
  };
  isOf(to, after);
  isOf(from, before);
  const least = Math.min(before.value, after.value) < 100 ? 0.1 : 1;
  const isUnder = Math.abs(apart) < least;
  reading.hold(!stayed || apart === 0, `stayed: ${before.value} to ${after.value}`);
  reading.hold(!hardly || isUnder, `hardly changed: ${before.value} to ${after.value}`);
  if (!hardly) reading.take(period, 'months');
  const unit = isRate(measure) ? 'per 1,000 patients' : 'percentage points';
  const by = reading.maybe(` \\((${N}) ${unit}\\)`);
  if (by) {
    reading.hold(agrees(by[0]!.slice(1), Math.abs(apart)), `${by[0]} is not ${apart}`);
    reading.hold(by[0]!.startsWith('+') === apart > 0, `${by[0]}: ${apart}`);
    const ends = [from, to].map((text) => parsed(text!.split(/[% ]/)[0]!));
    const unit = Math.max(...ends.map((end) => end.unit));
    const off = Math.abs(ends[1]!.value - ends[0]!.value - parsed(by[0]!).value);
    reading.hold(off <= unit * 0.5 + 1e-9 || unit < 0.001, `${by[0]} is not from ${from} to ${to}`);
  } else reading.hold(apart === 0, 'change untold');
  reading.take('\\.', 'end');
  if (measure.endsWith('_use')) {
    const [then, now] = [before, after].map((row) => row.value / daysWorked[row.period]!);
    const same = reading.maybe(` Per working day it stayed at (${N})\\.`);
    const moved =
      same ??
      reading.maybe(` Per working day it hardly changed: (${N}) to (${N})\\.`) ??
      reading.take(
        ` Per working day it ${now! < then! ? 'fell' : 'rose'} from (${N}) to (${N})\\.`,
        'by day',
      );
    reading.hold(
      agrees(moved[0], then!) && agrees(moved.at(-1), now!),
      `${moved}: ${then}, ${now}`,
    );
  }
  return reading;
}

/** The usual change after a change, checked against its limits; null if none is mentioned. */
function readUsualRange(
  reading: Reading,
  limits: { mean: number; lower: number; upper: number } | null,
): void {
  const signed = '([−+]?[\\d.,]+)';
  const unit = '(?:percentage points|per 1,000 patients)';
  const told = reading.maybe(
    `by ${signed}(?: to ${signed})? ${unit} a month(?: \\(${signed} on average\\))?`,
  );
  if (!told) {
    reading.fault(`no range in “${reading.rest}”`);
    return;
  }
  const [lower, upper, mean] = told;
  reading.hold(near(lower, limits?.lower ?? null), `${lower} is not ${limits?.lower}`);
  if (upper !== undefined) {
    reading.hold(near(upper, limits?.upper ?? null), `${upper} is not ${limits?.upper}`);
    reading.hold(near(mean, limits?.mean ?? null), `${mean} is not ${limits?.mean}`);
  } else reading.hold(near(lower, limits?.upper ?? null), `${lower} is not ${limits?.upper}`);
}

/** A month with a figure and its change, and whether that change is unusual. */
interface Change {
  period: string;
  value: number;
  change: number;
  signal: { rule: string; up: boolean } | null;
}

const rules: Record<string, [string, string]> = {
  outside_limits: ['is above the upper limit', 'is below the lower limit'],
  trend: ['is one of seven or more that rose', 'is one of seven or more that fell'],
  near_limit: [
    'is one of two in three close to the upper',
    'is one of two in three close to the lower',
  ],
  one_side: [
    'is one of seven or more in a row above the mean',
    'is one of seven or more in a row below the mean',
  ],
};

/** What is usual from month to month, with the changes that are set aside. */
export function readUsual(
  said: string,
  row: Row,
  usual: {
    changes: readonly Change[];
    limits: { mean: number; lower: number; upper: number } | null;
    aside: readonly { period: string; change: number; cause: string | null }[];
    /** How many people there are in each month, if they are few; null in a month without a number. */
    people: readonly (number | null)[] | null;
  },
): string[] {
  const reading = new Reading(said);
  const { changes, limits, aside, people } = usual;
  const last = changes.at(-1);
  if (people) {
    const [subject = '', none, each] = reading.take(
      `The number of (.+?) was (?:(none|${N}) in every month since \\w+ \\d{4}\\.|(${N}) in \\w+ \\d{4}; since \\w+ \\d{4} it has changed by )`,
      'people',
    );
    reading.hold(names(subject, row.area_name), `${subject} is not of ${row.area_name}`);
    const latest = people.findLast((one) => one !== null)!;
    if (each === undefined) {
      reading.hold(
        people.every((one) => one === null || one === latest),
        `${people}`,
      );
      reading.hold(none === 'none' ? latest === 0 : near(none, latest), `${none}: ${latest}`);
      return reading.wrong();
    }
    reading.hold(near(each, latest), `${each}: ${latest}`);
    const by = people.slice(1).flatMap((one, i) => {
      const before = people[i] ?? null;
      return one === null || before === null ? [] : [one - before];
    });
    const [least, most] = reading.take(
      `([−+]?[\\d,]+)(?: to ([−+]?[\\d,]+))? from one month to the next\\.`,
      'range of people',
    );
    reading.hold(near(least, Math.min(...by)), `${least}: ${by}`);
    reading.hold(near(most ?? least, Math.max(...by)), `${most}: ${by}`);
    return reading.wrong();
  }
  const few = reading.maybe(
    'Too few (?:other )?months .+? have a figure to show what is usual from month to month\\.',
  );
  const [subject = ''] = few
    ? [row.area_name]
    : reading.take('The (?:share|rate) of (.+?)(?= has | usually )', 'subject');
  reading.hold(names(subject, row.area_name), `${subject} is not of ${row.area_name}`);
  const unusual = changes.filter(({ signal }) => signal);
  const moved = changes.filter(({ change }) => change !== 0);
  const span = aside.length
    ? 'in other months'
    : `since ${changes.length ? month(monthBefore(changes[0]!.period)) : ''}`;
  const unit = ' (?:percentage points|per 1,000 patients)';
  const values = changes.flatMap(({ value, change }) => [value, value - change]);
  // A range that leads below none, or above all, from wherever the figure has been.
  const isBeyond =
    limits &&
    (Math.max(...values) + limits.lower < Math.min(0, ...values) ||
      (!isRate(row.measure) && Math.min(...values) + limits.upper > Math.max(100, ...values)));
  const isUsual = unusual.length * 2 <= changes.length && !isBeyond;
  if (few) reading.hold(changes.length < 5 || limits === null, `${changes.length} changes`);
  else if (reading.maybe(` has not changed ${span}\\.`)) {
    reading.hold(moved.length === 0, 'has changed');
  } else if (reading.maybe(` has changed only (?:once|twice|three times) ${span}: by `)) {
    reading.hold(moved.length * 2 < changes.length, `${moved.length} of ${changes.length}`);
    for (const [i, { period, change }] of moved.entries()) {
      const [by] = reading.take(
        `(?:, | and )?([−+][\\d.,]+)${i ? '' : unit} in ${month(period)}`,
        `change of ${period}`,
      );
      reading.hold(near(by, change), `${by}: ${change}`);
    }
    reading.take('\\.', 'end of changes');
  } else if (reading.maybe(' has changed by ')) {
    const [least, most] = reading.take(
      `([−+]?[\\d.,]+) to ([−+]?[\\d.,]+)${unit} from one month to the next ${span}\\.`,
      'how far it moved',
    );
    const by = changes.map(({ change }) => change);
    reading.hold(near(least, Math.min(...by)), `${least}: ${by}`);
    reading.hold(near(most, Math.max(...by)), `${most}: ${by}`);
    reading.hold(!isUsual, `${limits!.lower} to ${limits!.upper}`);
  } else {
    reading.hold(isUsual, `${limits?.lower} to ${limits?.upper}`);
    reading.hold(unusual.length * 2 <= changes.length, `${unusual.length} of ${changes.length}`);
    reading.take(' usually changes ', 'usual change');
    readUsualRange(reading, limits);
    const latest = reading.maybe(
      `; ${month(last!.period)} \\(([−+]?[\\d.,]+)\\) (was usual|(?:lies|is) .+?)\\.(?= |$)`,
    );
    if (latest) {
      reading.hold(near(latest[0], last!.change), `${latest[0]}: ${last!.change}`);
      const { signal } = last!;
      reading.hold((latest[1] === 'was usual') === !signal, `${latest[1]}: ${signal?.rule}`);
      if (signal)
        reading.hold(latest[1]!.startsWith(rules[signal.rule]![signal.up ? 0 : 1]), latest[1]!);
    } else {
      reading.take('\\.', 'end of range');
      reading.hold(
        aside.some(({ period }) => period > last!.period),
        'nothing of the latest month',
      );
    }
    const rest = unusual.filter((one) => !latest || one !== last);
    const counted = reading.maybe(` (\\d+) of (?:the other )?(\\d+) months were not usual\\.`);
    const listed = counted
      ? null
      : reading.maybe(
          ' ((?:\\w+ \\d{4} \\([−+]?[\\d.,]+\\)(?:, | and )?)+) (?:was|were) not usual\\.',
        );
    if (counted) {
      const all = changes.length - (latest ? 1 : 0);
      reading.hold(near(counted[0], rest.length) && near(counted[1], all), `${counted}`);
    } else {
      const told = [...(listed?.[0] ?? '').matchAll(/(\w+ \d{4}) \(([−+]?[\d.,]+)\)/g)];
      reading.hold(told.length === rest.length, `${told.length} unusual, not ${rest.length}`);
      for (const [i, [, when, by]] of told.entries()) {
        const one = rest[i];
        reading.hold(!!one && month(one.period) === when && near(by, one.change), `${when} ${by}`);
      }
    }
    const provisional = reading.maybe(' Limits from (\\d+) changes? are provisional\\.');
    if (provisional) reading.hold(near(provisional[0], changes.length), `${provisional}`);
    const isFew = changes.length + aside.length < 11 || changes.length < 10;
    reading.hold((provisional !== null) === isFew, 'provisional');
    reading.hold(changes.length >= 5, `usual by ${changes.length} changes`);
  }
  for (const one of aside) {
    const told = reading.take(
      ` In ${month(one.period)}(?:, when (.+?),)? it (?:did not change|(fell|rose) by ([\\d.,]+) (?:percentage points|per 1,000 patients))(, out of line with most other months)?\\.`,
      `change of ${one.period}`,
    );
    reading.hold((told[0] ?? null) === one.cause, `${told[0]}, not ${one.cause}`);
    const way = one.change > 0 ? 'rose' : one.change < 0 ? 'fell' : undefined;
    reading.hold(told[1] === way, `${told[1]}: ${one.change}`);
    if (way) reading.hold(near(told[2], Math.abs(one.change)), `${told[2]}: ${one.change}`);
    reading.hold((told[3] === undefined) === (one.cause !== null), 'cause or break');
  }
  return reading.wrong();
}

/** That a practice recently changed supplier, which is said only about those that did. */
function readRecentMove(reading: Reading, { supplier_changed_period: period }: Row): void {
  const told = reading.maybe(
    ` (?:In|Between \\w+ \\d{4} and) (\\w+ \\d{4}) the practice moved from \\S.* to \\S.*: registrations rarely survive a change of system\\.`,
  );
  reading.hold((told !== null) === (period !== null), `moved in ${period}`);
  if (told) reading.hold(told[0] === month(period), `${told[0]}: ${period}`);
}

/** Whether a figure is told right by its value or, of few people, by their number. */
function isValueOf(told: string | undefined, { value, numerator }: Row): boolean {
  const [, people] = /^([\d,]+) patients?$/.exec(told ?? '') ?? [];
  return people ? near(people, numerator) : agrees(told, value);
}

/** How a target ended, and the figure that says so; null while it is to come. */
function ending(
  { target_value: goal, target_period: by }: Row,
  figures: readonly Row[],
  last: string,
) {
  const known = figures.filter(({ value, period }) => value !== null && period <= by);
  const end = known.at(-1) ?? null;
  if (end && end.numerator * 100 >= goal * end.denominator) return { end, outcome: 'met' };
  return { end, outcome: end?.period === by ? 'missed' : last >= by ? 'cannot_say' : null };
}

/** A row of `/targets`, with the figures of all months of the release, which ends with `last`. */
export function readTarget(row: Row, figures: readonly Row[], last: string): string[] {
  const reading = new Reading(row.sentence);
  const { target_value: goal, target_period: by, state, patients_short: short } = row;
  const figure = figures.find(({ period }) => period === row.read_period) ?? null;
  const { end, outcome } = ending(row, figures, last);
  reading.hold(row.outcome === outcome, `${row.outcome}, not ${outcome}`);
  reading.hold(row.outcome_period === (end?.period ?? null), `${row.outcome_period}`);
  reading.hold(row.outcome_value === (end?.value ?? null), `${row.outcome_value}`);
  const readEnd = () => {
    const told = reading.maybe(`was (met|missed), with (.+?) in (\\w+ \\d{4})\\.`);
    if (!told) return false;
    reading.hold(told[0] === outcome, `${told[0]}, not ${outcome}`);
    reading.hold(told[2] === month(end!.period), `${told[2]}, not ${end!.period}`);
    reading.hold(isValueOf(told[1], end!), `${told[1]}: ${end!.value}`);
    return true;
  };
  if (!figure) {
    reading.take('This release has no figure (.+?) for the year to \\w+ \\d{4}', 'lack');
    reading.hold(state === 'cannot_say', state);
    if (reading.maybe(`; the target of ${goal}% by ${month(by)} (?=was)`)) readEnd();
    else {
      reading.take(
        `, so whether the target of ${goal}% by ${month(by)} was met is not known\\.`,
        'target',
      );
      reading.hold(outcome !== 'met' && outcome !== 'missed', `${outcome}`);
    }
    return reading.wrong();
  }
  const { numerator: x, denominator: n } = figure;
  const lacking = Math.max(0, Math.ceil((goal / 100) * n - x - 1e-6));
  reading.hold(short === lacking, `${short} short, not ${lacking}`);
  readFigure(reading, figure, { lead: false });
  reading.take(` in ${month(figure.period)}`, 'month');
  const target = `the target of ${goal}% by ${month(by)}`;
  if (reading.maybe(`: ${target} is met\\.`)) {
    reading.hold(state === 'met' && x / n >= goal / 100 && outcome === 'met', state);
    readOddity(reading, figure);
    readRecentMove(reading, row);
    return reading.wrong();
  }
  if (reading.maybe(`, enough for ${target}`)) {
    reading.hold(state === 'met' && x / n >= goal / 100 && outcome !== 'met', state);
    if (!(reading.maybe('; it (?=was)') && readEnd())) {
      const now = reading.take(', but (.+?) in (\\w+ \\d{4})', 'now');
      reading.hold(isValueOf(now[0], end!), `${now[0]}: ${end!.value}`);
      reading.hold(now[1] === month(end!.period), `${now[1]}, not ${end!.period}`);
      const over = reading.maybe(
        `; without a figure for ${month(by)} whether it was met is not known`,
      );
      reading.hold(outcome === (over ? 'cannot_say' : null), `${outcome}`);
      reading.take('\\.', 'end');
    }
    readOddity(reading, figure);
    readRecentMove(reading, row);
    return reading.wrong();
  }
  reading.hold(x / n < goal / 100, 'met');
  const [some] = reading.take(`, (${N}) patients? short of ${target}`, 'distance');
  reading.hold(near(some, lacking), `${some} short, not ${lacking}`);
  if (reading.maybe(': it was missed\\.')) {
    reading.hold(state === 'missed' && figure.period === by, state);
    readRecentMove(reading, row);
    return reading.wrong();
  }
  if (reading.maybe('; it (?=was (?:met|missed))')) {
    reading.hold(readEnd() && end!.period > figure.period, 'later');
    readRecentMove(reading, row);
    return reading.wrong();
  }
  const [verdict] = reading.take(
    '; (it is likely to be met|it is unlikely to be met|whether it will be met is not known|without a figure .+? whether it was met is not known)',
    'outlook',
  );
  const isOver = verdict?.startsWith('without') ?? false;
  reading.hold(outcome === (isOver ? 'cannot_say' : null), `${outcome}: ${verdict}`);
  if (isOver) reading.hold(verdict!.includes(month(by)), verdict!);
  else readOutlook(reading, row, verdict);
  reading.take('\\.', 'end');
  readRecentMove(reading, row);
  return reading.wrong();
}

/** Whether a target still to come is likely to be met, and the projection that says so. */
function readOutlook(reading: Reading, row: Row, verdict: string | undefined): void {
  const { target_value: goal, state } = row;
  const states: Record<string, string> = {
    'it is likely to be met': 'likely',
    'it is unlikely to be met': 'unlikely',
  };
  reading.hold(state === (states[verdict ?? ''] ?? 'cannot_say'), `${state}: ${verdict}`);
  const range = reading.maybe(
    `: at its usual pace \\(the median monthly change\\) it would be (${N}%) \\(95% range (${N}%) to (${N}%)\\)`,
  );
  if (range) {
    const held = (value: number) => Math.min(100, Math.max(0, value));
    for (const [i, name] of ['projected', 'lower_95', 'upper_95'].entries())
      reading.hold(agrees(range[i], held(row[name])), `${name} ${range[i]}: ${row[name]}`);
    const right = row.lower_95 >= goal ? 'likely' : row.upper_95 < goal ? 'unlikely' : 'cannot_say';
    reading.hold(state === right, `${state}, not ${right}`);
  } else reading.maybe(': (?:too few months .+?|for one practice .+?)(?=\\.)');
}

/** The heading of a place, compared with the percentages of other practices that have a lower and a higher share. */
export function readHeading(
  said: string,
  own: Row,
  others: { below: number; above: number } | null,
): string[] {
  const reading = new Reading(said);
  const { numerator: x, denominator: n, value } = own;
  const what = `patients set up to ${does[own.measure.split('_')[0]]}`;
  if (reading.maybe(`patients cannot ${does[own.measure.split('_')[0]]}`)) {
    reading.hold(own.offered === 0, `offered to ${own.offered}`);
  } else if (value === null) reading.take('.*(not known|no figures for .+)', 'lack');
  else if (reading.maybe(`no ${what}`)) reading.hold(x === 0, `${x} are`);
  else if (x > n) {
    readCounts(
      reading,
      reading.take(`more ${what} than are registered \\((${N}) of (${N})\\)`, 'excess'),
      own,
    );
  } else {
    const few = reading.maybe(`(${N}) of (${N}) ${what}, a (larger|smaller) share than at (.+)`);
    const told = few
      ? null
      : reading.take(`a (larger|smaller) share of ${what} \\((${N}%)\\) than at (.+)`, 'rank');
    if (few) readCounts(reading, few, own);
    else reading.hold(agrees(told![1], value), `${told![1]} is not ${value}`);
    reading.hold((few !== null) === inPeople(own), 'people or share');
    const shares: Record<string, number> = {
      'nineteen in twenty practices': 95,
      'nine in ten practices': 90,
      'three quarters of practices': 75,
      'two thirds of practices': 66.6,
      'half of practices': 50,
    };
    const [side, those] = few ? [few[2], few[3]] : [told![0], told![2]];
    const least = shares[those ?? ''] ?? Number.POSITIVE_INFINITY;
    const reached = side === 'larger' ? others!.below : others!.above;
    reading.hold(reached >= least - 0.5, `${side} than at ${reached}%, not ${those}`);
  }
  return reading.wrong();
}

/** The parts of an area's change, which follow the change itself and add up to it. */
export function readParts(reading: Reading, parts: Row[], total: number): void {
  const words: Record<string, string> = {
    uptake: 'practices whose own figure changed',
    changed_supplier: 'practices that changed supplier',
    list_sizes: 'practices whose share of the patients changed',
    came: 'new practices',
    left: 'practices that closed or left',
    began_reporting: 'practices that began to report',
    stopped_reporting: 'practices that stopped reporting',
  };
  const moving = parts.filter(({ contribution }) => contribution !== 0);
  const sum = moving.reduce((all, { contribution }) => all + contribution, 0);
  reading.hold(Math.abs(sum - total) < 1e-9, `parts add up to ${sum}, not ${total}`);
  if (!moving.length) return;
  const inOrder = [...moving].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const largest = inOrder[0]!;
  const whole = reading.maybe(' (All|Nearly all) of it came from (.+?)\\.');
  if (whole) {
    reading.hold(whole[1] === words[largest.part], `${whole[1]}, not ${largest.part}`);
    reading.hold((whole[0] === 'All') === (moving.length === 1), `${whole[0]} of ${moving.length}`);
    const rest = Math.abs(total - largest.contribution);
    reading.hold(rest <= 0.05 * Math.abs(total) + 1e-9, `${rest} from others`);
    return;
  }
  reading.take(total === 0 ? ' Its parts cancel out: ' : ' Of this, ', 'parts');
  let told = 0;
  let [shown, unit] = [0, 1];
  const add = (text: string) => {
    shown += parsed(text).value;
    unit = Math.min(unit, parsed(text).unit);
  };
  for (const { part, contribution } of inOrder) {
    const named = reading.maybe(
      `([−+]?[\\d.,]+) (?:came )?from ${words[part]}(?:, | and |(?=\\.))`,
    );
    if (!named) break;
    reading.hold(
      agrees(named[0]!.slice(1), Math.abs(contribution)),
      `${part} ${named[0]}: ${contribution}`,
    );
    reading.hold(
      named[0]!.startsWith('+') === contribution > 0,
      `${part} ${named[0]}: ${contribution}`,
    );
    told += contribution;
    add(named[0]!);
  }
  const rest = reading.maybe('([−+]?[\\d.,]+) from the rest');
  if (rest) {
    add(rest[0]!);
    reading.hold(
      agrees(rest[0]!.slice(1), Math.abs(total - told)),
      `rest ${rest[0]}: ${total - told}`,
    );
    reading.hold(rest[0]!.startsWith('+') === total > told, `rest ${rest[0]}: ${total - told}`);
  } else reading.hold(Math.abs(total - told) <= unit * 0.5 + 1e-9, `untold: ${total - told}`);
  // With more decimal places than these, a last digit may differ by rounding.
  reading.hold(
    unit < 0.001 || Math.abs(shown - total) <= unit * 0.5 + 1e-9,
    `${shown} is not ${total}`,
  );
  reading.take('\\.', 'end of parts');
}

/** A row for practices that changed supplier. */
export function readMove(row: Row): string[] {
  const reading = new Reading(row.sentence);
  const { before, after, period, registered } = row;
  const [who = ''] = reading.take(
    `(?:In ${month(period)}|Between ${month(row.base_period)} and ${month(period)}) (.+?) \\(${row.practice_code}\\) moved from ${row.old_supplier} to ${row.new_supplier}`,
    'move',
  );
  reading.hold(names(who, row.practice_name), `${who} is not ${row.practice_name}`);
  if (before === null || after === null) {
    reading.take(
      '\\. What that did to .+ is not known: there is no figure for \\w+ \\d{4}\\.',
      'lack',
    );
    return reading.wrong();
  }
  const peopleOf = (share: number) => Math.round((share * registered) / 100);
  const isFew = (share: number) => {
    const people = peopleOf(share);
    return registered !== null && people >= 0 && (people < 10 || people * 1000 < registered);
  };
  if (isFew(before) && isFew(after)) {
    const [way, first, second] = reading.take(
      '; the number of patients who were set up (?:to|for) .+? (fell|rose|stayed)(?: from (none|\\d+))?(?: to| at) (none|\\d+)\\.',
      'people',
    );
    const number = (text: string | undefined) => (text === 'none' ? 0 : Number(text));
    const [then, now] = [before, after].map(peopleOf) as [number, number];
    const sign = { fell: now < then, rose: now > then, stayed: now === then };
    reading.hold(sign[way as keyof typeof sign], `${way}: ${then} to ${now}`);
    if (way !== 'stayed') reading.hold(number(first) === then, `${first} is not ${then}`);
    reading.hold(number(second) === now, `${second} is not ${now}`);
    return reading.wrong();
  }
  reading.take(
    '; the share of patients who were set up (?:to|for) .+?(?= fell | rose | stayed | hardly )',
    'subject',
  );
  const [way, first, second, counts] = reading.take(
    ` (fell|rose|stayed|hardly changed)(?::?(?: from)? (${N}%))?(?: to| at) (${N}%)(?: \\((${N} of ${N})\\))?`,
    'values',
  );
  const sign = {
    ...{ fell: after < before, rose: after > before, stayed: after === before },
    'hardly changed': Math.abs(after - before) < 0.1,
  };
  reading.hold(sign[way as keyof typeof sign], `${way}: ${before} to ${after}`);
  if (way !== 'stayed') reading.hold(agrees(first, before), `${first} is not ${before}`);
  reading.hold(agrees(second, after), `${second} is not ${after}`);
  reading.hold((counts !== undefined) === (isFew(after) && after > 0), 'counts of few');
  if (counts) {
    const few = { numerator: peopleOf(after), denominator: registered };
    readCounts(reading, counts.split(' of '), few);
  }
  reading.take('\\.', 'end');
  const lost = reading.maybe(' Registrations rarely survive a change of system\\.');
  const much = before - after >= 5 || (before > after && before - after >= before / 2);
  reading.hold((lost !== null) === much, `lost ${before - after} of ${before}`);
  return reading.wrong();
}

/** A finding with two numbers, checked against them. */
export function readFinding({ kind, value, other, message }: Row): string[] {
  const reading = new Reading(message);
  const [now, before] = [value, other].map((one) => (one === null ? null : Number(one)));
  const patterns: Record<string, string> = {
    fell_to_none: `.+: none in \\w+ \\d{4}, after (${N}) the month before\\.`,
    more_enabled_than_registered: `.+ has (${N}) patients set up .+, more than the (${N}) registered\\.`,
    system_changed: `.+: (${N}%|under 0.1%|not known) before, (${N}%|under 0.1%|not known) after\\..*`,
    unusual_move: `.+: (${N}%|under 0.1%) in \\w+ \\d{4}, after (${N}%|under 0.1%) the month before\\. Few practices of its size and supplier move so far in a month\\.`,
  };
  const told = reading.take(patterns[kind]!, kind);
  const isOf = (text: string | undefined, one: number | null | undefined) =>
    reading.hold(
      text === 'not known'
        ? one === null
        : text === 'under 0.1%'
          ? one! > 0 && one! < 0.1
          : near(text, one ?? null) && (text !== '0.0%' || one === 0),
      `${text} is not ${one}`,
    );
  if (kind === 'fell_to_none') {
    reading.hold(now === 0, `${now} are left`);
    isOf(told[0], before);
  } else if (kind === 'system_changed') {
    isOf(told[0], before);
    isOf(told[1], now);
  } else {
    isOf(told[0], now);
    isOf(told[1], before);
    if (kind === 'more_enabled_than_registered') reading.hold(now! > before!, 'not more');
  }
  return reading.wrong();
}

/** An area's heading, compared with England. */
export function readAreaHeading(said: string, own: Row, england: number, word: string): string[] {
  const reading = new Reading(said);
  const { value } = own;
  const what = `patients set up to ${does[own.measure.split('_')[0]]}`;
  const [side, first, second] = reading.maybe(
    `a (larger|smaller) share of ${what} \\((${N}%)\\) than in England \\((${N}%)\\)`,
  ) ??
    reading.maybe(
      `(about the same) share of ${what} \\((${N}%)\\) as in England \\((${N}%)\\)`,
    ) ?? [
      '',
      ...reading.take(
        `(${N}%) of ${what}(?:, within the usual range of \\w+)? \\(England (${N}%)\\)`,
        'heading',
      ),
    ];
  reading.hold(agrees(first, value) && agrees(second, england), `${value} beside ${england}`);
  const right: Record<string, string> = {
    higher: 'larger',
    lower: 'smaller',
    'about the same': 'about the same',
  };
  reading.hold(side === (right[word] ?? ''), `${side}: ${word}`);
  if (side === 'larger') reading.hold(value > england, `${value} > ${england}`);
  if (side === 'smaller') reading.hold(value < england, `${value} < ${england}`);
  reading.hold(said.includes('within the usual range') === (word === 'no clear difference'), word);
  return reading.wrong();
}
