import { html } from 'lit';
import type { ChartQuery } from '../../charts/kind.ts';
import type { Address, Query } from '../../page.ts';
import { type Holdings, wished } from './choice.ts';
import { type ChosenPart, choiceText, chosenParts, type Settled, settled } from './settled.ts';

/** What an address wishes for, as the nearest that can be shown. */
export function settledOf(query: Query, holdings: Holdings): Settled {
  const held = chosenParts.find((part) => part === query.held);
  return settled(wished(query, holdings), holdings, held);
}

/** Parts of a choice as an address names them. */
const asQuery = (changes: Settled['changes']): Query =>
  Object.fromEntries(changes.map(({ part, to }) => [part, to]));

/** An address whose links go on from what is shown, not from what was wished for; with the months that it left open. */
export function settledAddress(
  address: Address,
  { changes }: Settled,
  { from, to }: ChartQuery = {},
): Address {
  const shown = { ...asQuery(changes), held: undefined };
  return {
    ...address,
    query: { from, to, ...address.query, ...shown },
    href: (more) => address.href({ ...shown, ...more }),
  };
}

/** What a choice made from here adds to the address besides itself, as a query string. */
export function alsoOf({ changes }: Settled): string {
  return new URLSearchParams([
    ...changes.map(({ part, to }): [ChosenPart, string] => [part, to]),
    ['held', ''],
  ]).toString();
}

/** What is shown instead of what was wished for, and why, with the way back; announced once. */
export function toldLine(state: Settled, holdings: Holdings, address: Address) {
  const [change] = state.changes;
  const other = change && undone(change.part, holdings, address);
  return html`<p class=${state.told ? 'told' : 'unseen'} role="status">${state.told}
    ${
      other
        ? html`<a href=${address.href({ ...other.query, held: undefined })}>Undo<span class="unseen">, and show: ${other.text}</span></a>`
        : ''
    }</p>`;
}

/** The other way to settle a wish: the part that was changed stays as it was wished for; null where there is none. */
function undone(part: ChosenPart, holdings: Holdings, { query }: Address) {
  const other = settled(wished(query, holdings), holdings, part);
  if (!other.changes.length || other.changes.some((one) => one.part === part)) return null;
  return { query: asQuery(other.changes), text: choiceText(other.choice) };
}
