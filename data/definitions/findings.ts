import { fewestPoints } from './xmrViews.ts';

/** The limits beyond which a change from one month to the next is a finding. */
export const limits = {
  /** Coverage drops if at least this share of a month's practices no longer reports a month later. */
  coverageDrop: 0.02,
  /** A national figure moves unusually if it moves by more than this many times its median monthly move ... */
  usualMoves: 3,
  /** ... and by more than this share of patients or practices (1 percentage point, 10 per 1,000), ... */
  leastMove: 0.01,
  /** ... provided at least this many monthly moves, this one included, show what is usual. */
  fewestMoves: fewestPoints,
  /** Patients set up at a practice fall to none from at least this many. */
  fellFrom: 100,
  /**
   * A practice's share set up moves unusually if the move is beyond the middle half of moves by practices of its list
   * size and supplier by this many times their interquartile range, ...
   */
  usualSpreads: 10,
  /** ... and by at least this many percentage points, ... */
  leastPracticeMove: 5,
  /** ... provided at least this many moves show what is usual. */
  fewestSteps: 100,
  /**
   * A row of a file is missing, or a practice in one of the service files of a month, if at most this part of the
   * practices of the month lack it. In April 2018 to March 2019 and April to December 2020 every practice has a row for
   * each field.
   */
  mostLacking: 0.01,
} as const;

/** Every kind of finding, with its meaning: unusual data that were published so. */
export const findingKinds = {
  more_enabled_than_registered: {
    title: 'More patients enabled than registered',
    description: 'The figure is shown as published; the list size may be from another day.',
  },
  more_accessed_than_enabled: {
    title: 'More patients used it than are enabled',
    description: 'More people used the service in the month than were enabled on its last day.',
  },
  negative_new_patients: {
    title: 'Negative number of new patients',
    description: 'Patients newly enabled are published as a number below zero.',
  },
  list_size_missing: {
    title: 'No list size',
    description: 'The practice counts in no figure of patients, because it has no denominator.',
  },
  list_sizes_differ: {
    title: 'List sizes differ between files',
    description: 'The service files of one month give different list sizes; the largest is used.',
  },
  names_differ: {
    title: 'Names differ between files',
    description: 'The service files of one month name the practice differently; one is used.',
  },
  names_differ_in_file: {
    title: 'Words differ within a file',
    description:
      'One file gives a practice several names or suppliers in one month; the first is used.',
  },
  row_missing: {
    title: 'Row missing',
    description: `A file has no row for a field of the practice, though it has one for at least ${100 - 100 * limits.mostLacking}% of the practices of that month. The figure is missing, as if the practice had not reported it.`,
  },
  service_missing: {
    title: 'Not in the file of one service',
    description: `The practice is in a service file of the month but not in that of another service, which has at least ${100 - 100 * limits.mostLacking}% of the practices of that month. It counts in no figure of the service.`,
  },
  suppliers_differ: {
    title: 'Suppliers differ between files',
    description: 'The service files of one month name different system suppliers; one is used.',
  },
  places_differ: {
    title: 'CCGs differ between releases',
    description:
      'A new file puts the practice in another CCG than the month had; the new one is used.',
  },
  name_changed: {
    title: 'Practice changed name',
    description: 'The practice changed its name since the last month that has it.',
  },
  supplier_changed: {
    title: 'Published supplier changed',
    description:
      'The supplier published for the practice is another than in the last month that has it: that of another system, or the same one with or without “(I)”, which marks two returns in a month.',
  },
  system_changed: {
    title: 'Practice moved to another supplier’s system, by measure',
    description:
      'The practice moved to the system of another supplier than it was last known to have: a finding for each measure, with patients set up before and after. Registrations rarely survive a change of system. A practice of EMIS that sends two returns, EMIS (I), has not moved.',
  },
  fell_to_none: {
    title: 'Patients set up fell to none',
    description: 'None are set up, though 100 or more were in the month before.',
  },
  unusual_move: {
    title: 'Unusual move of a practice',
    description:
      'The share set up moved by 5 percentage points or more within a month, and by more than ten times the interquartile range beyond the middle half of the moves of practices of the same list size and supplier. Falls to none and changes of supplier are listed separately.',
  },
  ccg_changed: {
    title: 'Practice changed CCG',
    description:
      'The practice is in another CCG or sub-ICB location than in the last month that has it.',
  },
  practice_appeared: {
    title: 'Practice appeared',
    description: 'The practice is in the extract, and was not in the last one before it.',
  },
  practice_vanished: {
    title: 'Practice vanished',
    description: 'The practice was in the last extract before, and is not in this one.',
  },
  area_names_differ: {
    title: 'Several names of an area',
    description: 'An area has several names in one month; the one most practices carry is used.',
  },
  area_name_changed: {
    title: 'Area changed name',
    description: 'An area changed its name since the last month that has it.',
  },
  coverage_drop: {
    title: 'Fewer practices report',
    description:
      'Practices that report a measure have fallen by more than 2% of the practices of the month before; nothing is said across months without a file.',
  },
  national_move: {
    title: 'Unusual national move',
    description:
      'A national figure has moved by more than three times its median monthly move, and by more than 1 percentage point (10 per 1,000); nothing is said of fewer than five moves, nor across months without a file.',
  },
  month_missing: {
    title: 'Month missing',
    description: 'No file has this month, though there are months before and after it.',
  },
  lookup_across_border: {
    title: 'Practice managed across a border',
    description:
      'The practice lookup puts the practice in another STP (ICB) than most of its CCG (sub-ICB location), or in another region than most of its STP; each figure goes by the practice’s own codes.',
  },
  area_without_shape: {
    title: 'Area without a shape',
    description:
      'The boundaries have no shape for an area of the practice lookup, as where they are of another year; maps do not draw it.',
  },
  shape_without_area: {
    title: 'Shape without an area',
    description:
      'The boundaries have a shape whose ONS code the practice lookup does not know, as where they are of another year; it is not drawn.',
  },
  hidden_characters: {
    title: 'Hidden characters in a name',
    description:
      'A name contains hidden characters or full-width letters; it is shown without them, in plain letters.',
  },
  date_rewritten: {
    title: 'Date not written as published',
    description:
      'The file writes its dates in another way than such files are published, as where a spreadsheet saved it.',
  },
  date_not_month_end: {
    title: 'Date is not the end of a month',
    description: 'The reporting period ends on another day than the last of its month.',
  },
} as const;

export type FindingKind = keyof typeof findingKinds;
