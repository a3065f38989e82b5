import { html, type TemplateResult } from 'lit';
import { ENGLAND, type LevelId, levelOf } from '../../data/definitions/levels.ts';
import { type Service, serviceWords } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount, formatPercent } from '../../data/definitions/numbers.ts';
import type { Verdict } from '../../data/statistics/verdict.ts';
import { atPlace, capital, counted, listed, plural } from '../../data/words/english.ts';
import { intervalPlainly } from '../../data/words/interval.ts';
import { manyAtOnce } from '../../data/words/standing.ts';
import type { Meta } from '../ask.ts';
import { ordered } from '../charts/ordering.ts';
import { choices } from '../controls/choices.ts';
import { stateNote } from '../controls/state-note.ts';
import type { Parts, Place } from '../figures.ts';
import { methodLink } from '../methodLink.ts';
import type { Address } from '../page.ts';
import { placeLink } from '../placeLink.ts';
import { PageProblem } from '../problem.ts';
import { placesChart } from '../sections/placesChart.ts';
import { placesTable } from '../sections/placesTable.ts';

/** The level of places that an address asks to see within its own, or the first; throws a 404 for another. */
export function withinLevel({ query }: Address, levels: readonly LevelId[]): LevelId {
  const level = query.within ?? levels[0]!;
  if (!levels.includes(level as LevelId)) {
    throw new PageProblem(404, `no such level of places here: ${level}`);
  }
  return level as LevelId;
}

interface Within {
  service: Service;
  period: string;
  level: LevelId;
  levels: readonly LevelId[];
  where: string;
  parent: { level: LevelId; code: string; name: string };
  places: readonly Place[];
  england: Parts;
  meta: Meta;
}

/** The places within a place, at the level chosen: as a sentence, a chart and a table. */
export function within(address: Address, shown: Within): TemplateResult {
  const { service, period, level, levels, where } = shown;
  const parent = shown.parent.code === ENGLAND ? undefined : shown.parent.code;
  const { one, many } = levelOf(level);
  const known = shown.places.filter(({ parts }) => parts.offered?.practices);
  return html`
    ${
      levels.length > 1
        ? choices(
            'Kind of place',
            levels.map((id) => ({
              text: capital(levelOf(id).many),
              href: address.href({
                within: id === levels[0] ? undefined : id,
                sort: undefined,
                rows: undefined,
                filter: undefined,
                keep: undefined,
              }),
              current: id === level,
            })),
          )
        : ''
    }
    ${
      known.length
        ? html`<p class="section__lead">${spreadSentence(known, shown)}</p>
            ${placesChart(address, {
              service,
              period,
              level,
              parent: shown.parent,
              places: known,
              england: shown.england,
              meta: shown.meta,
            })}
            <p>
              ${intervalPlainly} ${manyAtOnce(known.length, many)} ${methodLink(address, 'comparison')}
            </p>
            ${placesTable(address, {
              service,
              period,
              many,
              one,
              where,
              places: known,
              england: shown.england,
              linkTo: (place) => placeLink(address, place.level, place.code),
              csv: address.api('/figures', { level, parent, period, format: 'csv' }),
            })}`
        : stateNote(
            `No ${many} here`,
            `The extracts of ${formatMonth(period)} name no ${many} ${where}.`,
          )
    }
  `;
}

/** How many practices have a higher, about the same and a lower share of patients set up than the rest of England. */
function besideEngland(
  all: readonly Place[],
  { service, where, england }: { service: Service; where: string; england: number },
): string {
  const known = all.filter(({ parts }) => parts.enabled?.value != null);
  const count = (verdict: Verdict) =>
    known.filter(({ parts }) => parts.enabled!.verdict === verdict).length;
  const [higher, same, lower] = [count('higher'), count('about the same'), count('lower')];
  const others = known.length - higher - same - lower;
  const parts = [
    higher ? `${formatCount(higher)} ${plural(higher, 'is', 'are')} higher` : '',
    same ? `${formatCount(same)} about the same` : '',
    lower ? `${formatCount(lower)} lower` : '',
    others ? `${formatCount(others)} without a clear difference` : '',
  ].filter(Boolean);
  return `In the share of patients set up to ${serviceWords[service].does}, of the ${counted(known.length, 'practice')} ${where} that reported, ${listed(parts)}, against England’s ${formatPercent(england)}.`;
}

/**
 * How places differ in the share set up, or in the share who could where nobody reported that. Areas at the
 * ends are named; practices are counted against England, and none is held up.
 */
function spreadSentence(
  places: readonly Place[],
  { service, level, where, england: all }: Within,
): string {
  const { many } = levelOf(level);
  const part = places.some(({ parts }) => parts.enabled?.value != null) ? 'enabled' : 'offered';
  const did = { enabled: 'set up to', offered: 'registered where patients can' }[part];
  const { does } = serviceWords[service];
  const known = ordered(places, { by: part, descending: true }).flatMap(({ name, parts }) => {
    const value = parts[part]?.value ?? null;
    return value === null ? [] : [{ name, value }];
  });
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `No figures were reported for ${many} ${where}.`;
  const england = all[part]?.value;
  if (level === 'practice' && england != null) {
    return part === 'enabled'
      ? besideEngland(places, { service, where, england })
      : `${formatCount(known.filter(({ value }) => value > 0).length)} of ${formatCount(known.length)} practices ${where} let patients ${does}.`;
  }
  const share = (place: typeof first) =>
    `${formatPercent(place.value)} ${atPlace(level, place.name)}`;
  if (known.length === 1) return `The share of patients ${did} ${does} is ${share(first)}.`;
  return `The share of patients ${did} ${does} ranges from ${share(last)} to ${share(first)}.`;
}
