import { levelOf } from '../../../data/definitions/levels.ts';
import { type Measure, measureOf, measures, stages } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { capital, listed } from '../../../data/words/english.ts';
import {
  type Choice,
  england,
  formOf,
  forms,
  type Holdings,
  showsEngland,
  showsMonths,
  showsOnePlace,
  usualLevels,
  whyNotHeld,
  whyNotLevel,
  whyNotShown,
  whyNotWithin,
} from './choice.ts';

/** What of a choice an address can name. */
export const chosenParts = ['chart', 'measure', 'level', 'period', 'parent'] as const;
export type ChosenPart = (typeof chosenParts)[number];

/** Something else than wished for, because that cannot be shown. */
interface Change {
  part: ChosenPart;
  to: string;
  /** What is shown, and what was wished for. */
  said: string;
}

export interface Settled {
  choice: Choice;
  /** What was changed; empty where the wish can be shown as it is. */
  changes: readonly Change[];
  /** Why, and what is shown instead, as one text; empty where nothing was changed. */
  told: string;
}

/** Why a choice cannot be shown: every reason there is. */
export function whyNot(choice: Choice, holdings: Holdings): string[] {
  const { form, level, named, within } = choice;
  const places = named && !showsOnePlace(formOf(form));
  return [
    whyNotHeld(choice, holdings),
    places ? whyNotLevel(level, within, holdings) : null,
    whyNotShown(choice),
    whyNotWithin(choice),
  ].filter((why) => why !== null);
}

/** That a choice keeps its part and changes others, where something speaks against it. */
export const heldWhere = (reasons: readonly string[], part: ChosenPart): string | undefined =>
  reasons.length ? `held=${part}` : undefined;

/**
 * The nearest to a wish that can be shown: a month is changed rather than a level, a level rather than the place, the
 * place rather than a figure, a figure rather than the chart, and what is `held`, the part chosen last, only where nothing else helps.
 */
export function settled(wish: Choice, holdings: Holdings, held: ChosenPart = 'chart'): Settled {
  const reasons = whyNot(wish, holdings);
  const nearest = reasons.length ? (nearestOf(wish, holdings, held) ?? wish) : wish;
  const changes = chosenParts.flatMap((part) => changeOf(part, wish, nearest) ?? []);
  return { choice: nearest, changes, told: changes.length ? toldOf(reasons, changes) : '' };
}

function nearestOf(wish: Choice, holdings: Holdings, held: ChosenPart): Choice | undefined {
  return alternatives(wish, holdings)
    .map((choice) => ({ choice, far: farness(wish, choice, held) }))
    .sort((a, b) => a.far - b.far)
    .find(({ choice }) => !whyNot(choice, holdings).length)?.choice;
}

/** Every choice in place of a wish: for each form, figure and level the month that is nearest. */
function alternatives(wish: Choice, holdings: Holdings): Choice[] {
  const levels = usualLevels.filter((level) => !whyNotLevel(level, wish.within, holdings));
  return measures.flatMap(({ id: measure }) => {
    const month = nearestMonth(measure, wish, holdings);
    if (!month) return [];
    return forms.flatMap((form) => {
      const period = showsMonths(form) ? wish.period : month;
      const places = showsOnePlace(form) ? [wish.level] : levels;
      const within = showsEngland(form) ? england : wish.within;
      return places.map((level) => ({ ...wish, form: form.id, measure, period, level, within }));
    });
  });
}

/** The month with a figure that is nearest to the one wished for, the later of two; undefined where none has it. */
function nearestMonth(measure: string, { period }: Choice, { periods }: Holdings) {
  const wanted = periods.findIndex((one) => one.period === period);
  const away = (i: number) => Math.abs(i - wanted);
  return periods
    .map((one, i) => ({ ...one, i }))
    .filter((one) => one.measures.includes(measure))
    .sort((a, b) => away(a.i) - away(b.i) || b.i - a.i)[0]?.period;
}

const idOf = (part: ChosenPart, choice: Choice): string =>
  part === 'chart' ? choice.form : part === 'parent' ? choice.within.code : choice[part];

/** What it takes to change each part, and what is added for how far it is changed, always less than 1. */
const costs: Record<ChosenPart, { whole: number; further(wish: Choice, choice: Choice): number }> =
  {
    period: { whole: 1, further: () => 0 },
    parent: { whole: 3, further: () => 0 },
    level: {
      whole: 2,
      further: (_, { level }) => usualLevels.indexOf(level) / 10,
    },
    measure: {
      whole: 4,
      further: (wish, { measure }) => awayFrom(measureOf(wish.measure), measureOf(measure)),
    },
    chart: {
      whole: 8,
      further: (wish, { form }) =>
        nearestForm[wish.form] === form ? 0 : (1 + inOrder.indexOf(form)) / 20,
    },
  };

const dear = 1000;

function farness(wish: Choice, choice: Choice, held: ChosenPart): number {
  return chosenParts
    .filter((part) => idOf(part, wish) !== idOf(part, choice))
    .map((part) => {
      const { whole, further } = costs[part];
      return (part === held ? dear : whole) + further(wish, choice);
    })
    .reduce((sum, cost) => sum + cost, 0);
}

/** Figures of the same service are nearer, and of these the one that pages show first: patients set up. */
function awayFrom(wish: Measure, { service, stage, counts }: Measure): number {
  const usual = Math.abs(stages.indexOf(stage) - stages.indexOf('enabled'));
  return (service === wish.service ? 0 : 0.5) + usual / 10 + (counts === 'patients' ? 0 : 0.05);
}

/** Forms from the nearest: maps are near each other, so are charts of months, and a ranking shows most. */
const inOrder = forms.map(({ id }) => id);
const nearestForm: Record<string, string> = { boundaries: 'map', xmr: 'months' };

const partText: Record<ChosenPart, (choice: Choice) => string> = {
  chart: ({ form }) => `“${formOf(form).name}”`,
  measure: ({ measure }) => `“${measureOf(measure).title}”`,
  level: ({ level }) => levelOf(level).many,
  period: ({ period }) => formatMonth(period),
  parent: ({ within }) => within.name,
};

function changeOf(part: ChosenPart, wish: Choice, choice: Choice): Change | null {
  const [from, to] = [idOf(part, wish), idOf(part, choice)];
  if (from === to || (part === 'level' && !wish.named)) return null;
  const [shown, asked] = [choice, wish].map(partText[part]);
  return { part, to, said: `${shown} instead of ${asked}` };
}

function toldOf(reasons: readonly string[], changes: readonly Change[]): string {
  return `${capital(listed(reasons))}. Showing ${listed(changes.map(({ said }) => said))}.`;
}

/** What a choice shows, in few words: “Ranking” of CCGs. */
export function choiceText({ form, level, period }: Choice): string {
  const { name } = formOf(form);
  const places = showsOnePlace(formOf(form)) ? '' : ` of ${levelOf(level).many}`;
  return `${name}${places}${showsMonths(formOf(form)) ? '' : `, ${formatMonth(period)}`}`;
}
