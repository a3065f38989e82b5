import { html, type TemplateResult } from 'lit';
import type { ServiceChoice } from '../../data/definitions/measures.ts';
import type { MonthsData } from '../charts/kinds/monthLines.ts';
import type { Address } from '../page.ts';
import { part } from '../partPlace.ts';
import type { Change } from '../questions/changes.ts';
import { changeSentences } from './changeSentences.ts';
import { fold } from './fold.ts';
import { monthCharts } from './monthCharts.ts';
import { paired } from './paired.ts';

/** Why an area's share set up changed: its changes as sentences, and their sources as a waterfall. */
export const whyItChanged = (
  address: Address,
  changes: readonly Change[],
  service: ServiceChoice,
): TemplateResult =>
  paired(
    'changes',
    'Why it changed',
    changeSentences(changes),
    part('change', { change: { changes, service } }, address),
  );

/** An area's charts of months except its main one, collapsed; empty if there are none. */
export const monthByMonth = (
  address: Address,
  charts: readonly MonthsData[],
  service: ServiceChoice,
): TemplateResult | '' =>
  charts.length
    ? fold(
        'by-month',
        'Month by month',
        service === 'any' ? 'how much is done online' : 'offered, set up and used',
        html`${monthCharts(charts, address)}`,
      )
    : '';
