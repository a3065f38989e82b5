import { measureOf } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import type { Life } from '../../data/life/life.ts';
import { bareValue } from '../../data/words/english.ts';
import { monthsWords } from '../../data/words/source.ts';
import { askDirectly } from '../../server/pages/askDirectly.ts';
import { Releases } from '../../server/store/releases.ts';
import { whatNow } from '../ingest/folder/whatNow.ts';
import { draftedNotice } from './correction.ts';
import type { ReviewSection } from './reviewText.ts';

/** Revised figures that are listed singly. */
const mostRevised = 30;

/**
 * What somebody who signs off a release has to see, in sections: what it is, England's figures, revisions, what is
 * unusual, doubts that were accepted, its files, and a draft notice.
 */
export async function review(folder: string, id: string, life: Life): Promise<ReviewSection[]> {
  const releases = new Releases(folder, { showing: id });
  try {
    const ask = askDirectly(releases, { prefix: '', contact: '' });
    const { about } = await releases.get(id);
    const month = about.last_period;
    const [figures, continuity, kinds, acceptances, sources, sentences, drafted] =
      await Promise.all([
        ask('/figures', { release: id, level: 'england', period: 'latest' }),
        ask('/continuity', { release: id, level: 'england,region' }),
        ask('/findings/kinds', { release: id }),
        ask('/acceptances', { release: id }),
        ask('/sources', { release: id }),
        ask('/sentences', { release: id, level: 'england', period: 'latest' }),
        draftedNotice(ask, id),
      ]);
    const one = life.releases.get(id)!;
    const revised = continuity.data.filter((row) => row.revised);
    const shown = (measure: string, value: number | null) =>
      value === null ? '[x]' : bareValue(value, measureOf(measure));
    return [
      {
        title: `Release ${id}`,
        sentences: [
          `${about.kind === 'published' ? 'Published' : 'Illustrative'} figures: ${monthsWords(about)}.`,
          `Built by ${one.builtBy ?? 'somebody unknown'}; SHA-256 ${one.sha256 ?? 'not kept'}.`,
          ...one.approvals.map(({ by }) => `Approved by ${by}.`),
          whatNow(life, id),
          ...(one.publishedAt === null ? builtOn(about.previous, life.current) : []),
        ],
      },
      {
        title: `England in ${formatMonth(month)}`,
        head: ['measure', 'value', 'numerator', 'denominator', 'practices reported'],
        rows: figures.data.map((row) => [
          row.measure,
          shown(row.measure, row.value),
          counts(row.numerator),
          counts(row.denominator),
          `${counts(row.practices_reported)} of ${counts(row.practices)}`,
        ]),
      },
      {
        title: 'Revisions',
        sentences: [continuity.meta.sentence],
        // If there are none, the sentence says so.
        ...(revised.length > 0 && {
          head: ['place', 'measure', 'month', 'before', 'now'],
          rows: revised
            .slice(0, mostRevised)
            .map((row) => [
              row.area_name,
              row.measure,
              row.period,
              shown(row.measure, row.value_before),
              shown(row.measure, row.value_after),
            ]),
        }),
        more: revised.length - mostRevised,
      },
      {
        title: 'What is unusual, and published so',
        head: ['finding', 'times', 'practices'],
        rows: kinds.data
          .filter(({ findings }) => findings > 0)
          .map(({ title, findings, practices }) => [title, counts(findings), counts(practices)]),
      },
      {
        title: 'What was doubted and accepted',
        head: ['doubt', 'reason'],
        rows: acceptances.data.map(({ message, reason }) => [message, reason]),
      },
      {
        title: 'Files',
        head: ['file', 'rows', 'SHA-256'],
        rows: sources.data.map(({ name, rows, sha256 }) => [name, counts(rows), sha256]),
      },
      {
        title: 'A notice as it might be published',
        sentences: [
          `GP online services in England, ${formatMonth(month)}.`,
          ...sentences.data.map(({ sentence }) => sentence),
          ...drafted,
        ],
      },
    ];
  } finally {
    await releases.close();
  }
}

/** A warning if another release has become current since a draft was built. */
const builtOn = (previous: string | null, current: string | null): string[] =>
  previous === current
    ? []
    : [
        `It was built on ${previous ?? 'nothing'}, and ${current ?? 'nothing'} is current: what changed in between is not in it.`,
      ];

const counts = (value: number | null): string => (value === null ? '[x]' : formatCount(value));
