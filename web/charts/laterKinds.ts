import { headingOf, headingText } from './heading.ts';
import type { ChartData, ChartLoader, KindChoice } from './kind.ts';
import type { MonthsData } from './kinds/monthLines.ts';
import { monthsChoice } from './monthsChoice.ts';

/** A kind whose code is loaded when its data is asked for, so that pages need not wait for it. */
export interface LaterKind<Data extends ChartData = ChartData>
  extends KindChoice,
    ChartLoader<Data> {
  id: KindChoice['id'];
  /** The words for loaded data: its heading and its sentence. */
  told(data: Data): Promise<{ heading: string; sentence: string }>;
}

let kinds: typeof import('./kinds.ts') | undefined;

/** A kind that readers choose from, loaded when it is needed. */
export const later = <Data extends ChartData>(choice: KindChoice): LaterKind<Data> => {
  const bring = async () => {
    kinds ??= await import('./kinds.ts');
    return kinds.findKind(choice.id)!;
  };
  return {
    ...choice,
    load: async (ask, query) => (await bring()).load(ask, query) as Promise<Data>,
    async told(data) {
      const kind = await bring();
      return { heading: headingText(headingOf(kind, data)), sentence: kind.sentence(data) };
    },
  };
};

export const laterMonths = later<MonthsData>(monthsChoice);
