import type { Survivor } from './score.ts';

interface Reason {
  why: string;
  /** By file, the changes that it explains, as on the page: what stood there, an arrow, and what it became. */
  changes: Record<string, readonly string[]>;
}

/** Why changes may go unnoticed. */
export const reasons: readonly Reason[] = [
  {
    why: 'the same: the check of finite or positive numbers beside it says no to a missing one too; it is there for the compiler',
    changes: {
      'data/statistics/benchmark.ts': ['benchmark === null → false'],
      'data/statistics/deciles.ts': [
        'value === null || !Number.isFinite(value) → value === null && !Number.isFinite(value)',
        'value === null → false',
        'value !== null → true',
      ],
      'data/statistics/funnel.ts': ['n === null → false'],
      'data/statistics/quantileGroup.ts': [
        'value === null || !Number.isFinite(value) → value === null && !Number.isFinite(value)',
        'value === null → false',
      ],
      'data/statistics/reach.ts': ['n === null → false'],
      'data/statistics/wilson.ts': [
        'x === null || n === null → false',
        'x === null || n === null → x === null && n === null',
        'x === null → false',
        'n === null → false',
      ],
    },
  },
  {
    why: 'the same: for none of any number the formula comes to 0 exactly, at both levels',
    changes: {
      'data/statistics/wilson.ts': ['x === 0 → false'],
    },
  },
  {
    why: 'the same: a target on a limit has been answered in the line before',
    changes: {
      'data/statistics/assurance.ts': ['target < limits.lower → target <= limits.lower'],
    },
  },
  {
    why: 'the same: a step from no point is no number, which is no step up or down and equals no other',
    changes: {
      'data/statistics/xmrSignals.ts': ['index === 0 → false'],
    },
  },
  {
    why: 'the same: points that do not move are counted but answered 0, and the next step begins a count of its own',
    changes: {
      'data/statistics/xmrSignals.ts': ['way !== 0 → true'],
    },
  },
  {
    why: 'the same: points on the mean would be marked 0, which they are already',
    changes: {
      'data/statistics/xmrSignals.ts': ['side !== 0 → true'],
    },
  },
  {
    why: 'the same: the order in which groupings are worked out only saves time',
    changes: {
      'data/statistics/varianceComponents.ts': [
        '(a, b) => sizeOf(groupings[a]!) - sizeOf(groupings[b]!) → () => undefined',
      ],
    },
  },
  {
    why: 'the same: a change of 0 has no sign, and has been returned before',
    changes: {
      'data/words/signed.ts': ['value > 0 → value >= 0'],
    },
  },
  {
    why: 'the same figures: it only decides how they are kept, or whether they are asked for again, which costs time or room',
    changes: {
      'server/figures/benchmarks.ts': ['!practices.length → false'],
      'server/figures/projections.ts': ['errorsOf === level → false'],
      'server/figures/practiceMonths.ts': [
        'codesByLevel.practice.length * periods.length → codesByLevel.practice.length / periods.length',
      ],
      'server/figures/numbers.ts': [
        'value !== null && (!Number.isInteger(value) || Math.abs(value) > larg… → value !== null || !Number.isInteger(value) || Math.abs(value) > large…',
      ],
      'server/figures/breakdownRows.ts': ["by === 'deprivation' → true"],
      'server/figures/levelFigures.ts': [
        'codesByLevel[level].length * periods.length * held.length > mostFigur… → false',
      ],
      'server/figures/placeFigures.ts': [
        'codes.length <= several → codes.length > several',
        "level !== 'group' && keptLevel(release, level) → false",
      ],
      'server/figures/readiness.ts': ['collected?.has(measure.id) → false'],
      'server/figures/scoredPractices.ts': [
        'periods.length <= monthsKept → true',
        'periods.length <= monthsKept → periods.length < monthsKept',
      ],
      'server/figures/valuesOfPlaces.ts': ['missing.length > many → missing.length <= many'],
    },
  },
  {
    why: 'the same: groups have no revisions, and areas no peers',
    changes: {
      'server/figures/benchmarks.ts': ["row.level === 'practice' → true"],
      'server/figures/revisions.ts': [`'group' → ""`],
    },
  },
  {
    why: 'the same: what is read too is not looked up, and the order of reading does not count',
    changes: {
      'server/figures/benchmarks.ts': [
        'codes.filter((code) => code !== null) → codes',
        '[...codes].sort() → [...codes]',
      ],
      'server/figures/revisions.ts': ['[level] → []'],
    },
  },
  {
    why: 'the same: every practice of a month is in the catalogue',
    changes: {
      'server/figures/practiceFigures.ts': [
        'catalogue.areas.get(code)?.area_code → catalogue.areas.get(code).area_code',
      ],
    },
  },
  {
    why: 'the same: lines that are missing are left out when texts are told',
    changes: {
      'server/figures/search/places.ts': ['line → true'],
    },
  },
  {
    why: 'the same: what is announced and not out yet has no notices and was not withdrawn',
    changes: {
      'server/api/endpoints/corrections.ts': ['about === null → false'],
    },
  },
  {
    why: 'the same: the last letter swapped with none is no word',
    changes: {
      'server/figures/search/vocabulary.ts': ['word.length - 1 → word.length + 1'],
    },
  },
  {
    why: 'the same: it is the only key',
    changes: {
      'server/figures/search/placeSearch.ts': [`'' → "Stryker was here!"`],
      'server/figures/supplierChanges.ts': [`'' → "Stryker was here!"`],
    },
  },
  {
    why: 'the same: no word of one letter is taken for another of at most two',
    changes: {
      'server/figures/search/vocabulary.ts': ['word.length < shortest.error → false'],
    },
  },
  {
    why: 'the same words: counting their letters only spares comparing some of them',
    changes: {
      'server/figures/search/vocabulary.ts': [
        'i < word.length → false',
        'i < word.length → i <= word.length',
      ],
    },
  },
  {
    why: 'the same: an area that is the place itself has no other practices, and is left out for that',
    changes: {
      'server/figures/benchmarks.ts': [
        '!code || code === row.area_code → !code && code === row.area_code',
      ],
    },
  },
  {
    why: 'the same: of a single cluster the difference is 0, and of none the denominator',
    changes: {
      'data/statistics/clustered.ts': ['k < 2 → false'],
    },
  },
  {
    why: 'the same peers: it only ends the search early',
    changes: {
      'data/statistics/peers.ts': ['size && columnOf(size) → false'],
    },
  },
  {
    why: 'the same: beyond the end there is no value, which equals no other',
    changes: {
      'data/statistics/rankCorrelation.ts': ['to < order.length → to <= order.length'],
    },
  },
  {
    why: 'the same: months are only compared and subtracted',
    changes: {
      'data/statistics/targets.ts': [
        'Number(parts[1]) * 12 + Number(parts[2]) - 1 → Number(parts[1]) * 12 + Number(parts[2]) + 1',
      ],
    },
  },
  {
    why: 'the same: what has no month is left out by whoever asks',
    changes: {
      'data/statistics/targets.ts': ['[] → ["Stryker was here"]'],
    },
  },
  {
    why: 'the same: an empty run has no points to signal',
    changes: {
      'data/statistics/xmr.ts': [
        'runs.filter((run) => run.length > 0) → runs',
        'run.length > 0 → true',
      ],
    },
  },
  {
    why: 'the same rows: it only spares asking for those that come before',
    changes: {
      'server/api/endpoints/figures.ts': ['at > level → at >= level'],
    },
  },
  {
    why: 'noticed by the tests of corrections, which take too long to be run on each change',
    changes: {
      'server/figures/revisions.ts': [
        'one.revised > 0 → false',
        'known → true',
        "level === 'group' → level !== 'group'",
        '{ before, after } → {}',
        '!shared.has(row.period) || changed.has(figureKey(row)) → true',
      ],
    },
  },
  {
    why: 'noticed by a file of tests that was left out of this sample, and is run since',
    changes: {
      'server/api/endpoints/calendar.ts': ['said !== null → false'],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is code as it stands
      'server/api/endpoints/revisions.ts': ['`denominator_${side}` → ``'],
    },
  },
  {
    why: 'the same: suppliers are only told apart, in whatever unit',
    changes: {
      'data/statistics/peers.ts': [`'supplier' → ""`],
    },
  },
  {
    why: 'the same: without a known point here or before, a side has too few points or no limits',
    changes: {
      'data/statistics/restarts.ts': ['value === null || last === null → false'],
    },
  },
  {
    why: 'the same: a change of 0 has been answered in the line before',
    changes: {
      'data/words/news.ts': ['change > 0 → change >= 0'],
    },
  },
  {
    why: 'the same: no change is told as such, with neither word',
    changes: {
      'data/words/change.ts': ['by > 0 → by >= 0'],
    },
  },
  {
    why: 'the same: what is no number looks like no limit',
    changes: {
      'data/words/usual.ts': ['[] → ["Stryker was here"]'],
    },
  },
  {
    why: 'the same: no phrase has the word but at its beginning',
    changes: {
      'data/words/figure.ts': ['/^were\\b/ → /were\\b/'],
    },
  },
  {
    why: 'the same: no two practices have one code',
    changes: {
      'data/statistics/promote.ts': ['a.code < b.code → a.code <= b.code'],
    },
  },
  {
    why: 'the same: one that is neither up nor down has been left out before',
    changes: {
      'data/statistics/xmrSignals.ts': ['first[1] > 0 → first[1] >= 0'],
    },
  },
  {
    why: 'the same: ranks around their mean sum to 0, so that any constant drops out',
    changes: {
      'data/statistics/inequality.ts': ['value - mean → value + mean'],
    },
  },
  {
    why: 'the same: a distance of 0 is answered 0 either way',
    changes: {
      'data/statistics/restarts.ts': ['distance > 0 → true'],
    },
  },
  {
    why: 'the same: what is written beyond the end of such an array is dropped',
    changes: {
      'data/statistics/sumsOfSquares.ts': ['i < means.length → i <= means.length'],
    },
  },
  {
    why: 'the same: what is kept only saves time',
    changes: {
      'data/statistics/targets.ts': ['number === undefined → true'],
    },
  },
  {
    why: 'the same: a slope of 0 is no movement, which has been asked before',
    changes: {
      'data/statistics/trend.ts': ['slope > 0 → slope >= 0'],
    },
  },
  {
    why: 'a test was written for it since; to be measured again',
    changes: {
      'data/statistics/clustered.ts': [
        '1e-12 * sums.numeratorSquared → 1e-12 / sums.numeratorSquared',
      ],
      'data/statistics/peers.ts': ['code < other.code → true'],
      'data/statistics/rankCorrelation.ts': ['places - 3 → places + 3'],
      'data/words/comparison.ts': ['numerator! < 0 → numerator! <= 0', 'among.places < 2 → false'],
      'data/words/figure.ts': ["form === 'share' → true"],
      'data/words/news.ts': ['change < 0 → change <= 0'],
      'data/words/peers.ts': [`'does not offer it' → ""`],
      'data/words/supplierChange.ts': ['few < was → true'],
      'data/words/time.ts': ['known > 1 → true'],
      'data/statistics/xmr.ts': [
        '[...new Set([0, ...restarts])].sort((a, b) => a - b) → [...new Set([0, ...restarts])]',
      ],
      'server/api/endpoints/catalogue.ts': ['about.release === current → false'],
      'server/api/endpoints/comparisons.ts': [`'peers' → ""`],
      'server/api/endpoints/news.ts': ["entry.measures.join(',') || null → true"],
      'server/api/endpoints/publishedFigures.ts': [
        '(!ids || ids.includes(one.measure)) && (!from || one.period >= from) → !ids || ids.includes(one.measure) || !from || one.period >= from',
      ],
      'server/api/endpoints/whereabouts.ts': [
        "{ throw badParameter('area', code, `not an area between England and i… → {}",
      ],
      'server/figures/benchmarks.ts': ['known.length > 0 → true'],
      'server/figures/placeFigures.ts': ['[] → ["Stryker was here"]'],
      'server/figures/scoredPractices.ts': [
        'numerator === null || !denominator → numerator === null && !denominator',
      ],
      'server/figures/search/placeSearch.ts': [`'practice' → ""`],
      'server/figures/revisions.ts': [
        '() => kept.delete(key) → () => undefined',
        '(sum, { figures }) => sum + figures → () => undefined',
      ],
      'server/figures/search/placeIndex.ts': ['term < length → false'],
      'server/figures/search/postcodes.ts': [`'1' → ""`],
      'server/figures/search/ranking.ts': ['asked + extra * rest → asked - extra * rest'],
      'server/figures/numbers.ts': ['!Number.isInteger(value) → Number.isInteger(value)'],
      'server/figures/peerGroups.ts': ['one.values[i] === null → false'],
      'server/figures/search/readings.ts': [`' ' → ""`, `'/' → ""`],
      'server/figures/search/towns.ts': [`'county' → ""`],
      'server/figures/supplierChanges.ts': [
        'monthsBetween(base_period, period).every((month) => held.has(month)) → monthsBetween(base_period, period).some(month => held.has(month))',
      ],
      'web/charts/specs/boundaries.ts': [`'left' → ""`],
      'web/charts/specs/lines/labels.ts': [
        'heightOf(labels) <= height → heightOf(labels) < height',
      ],
      'web/charts/specs/palette.ts': ['high <= 0 → false'],
      'web/charts/specs/ranked.ts': ['[benchmark.value] → []'],
      'web/charts/specs/shapes.ts': ['right - left > most.width → right - left >= most.width'],
      'web/charts/specs/spread.ts': [`',d' → ""`],
      'web/charts/specs/stepKey.ts': ['step === null → false'],
      'web/charts/specs/xmr.ts': ['false → true'],
    },
  },
  {
    why: 'the same: a point passed costs 1',
    changes: {
      'web/charts/specs/freeNames.ts': [
        'stepsOf(way) .slice(2) .reduce((sum, [left, top]) => sum + pointsIn({… → stepsOf(way).slice(2).reduce((sum, [left, top]) => sum + pointsIn({ l…',
      ],
    },
  },
  {
    why: 'only a name exactly as wide as its room, to the last digit, would show it',
    changes: {
      'web/charts/specs/lines/key.ts': [
        'longest * boldLetter > beside → longest * boldLetter >= beside',
      ],
    },
  },
];

/** Why a change that no test notices is left; a standard text if nobody has given a reason. */
export const reasonOf = ({ file, change }: Survivor): string =>
  reasons.find(({ changes }) => changes[file]?.includes(change))?.why ??
  'a test for it is still to be written';
