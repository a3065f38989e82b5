import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import type { TemplateResult } from 'lit';

/** Where a value of a template goes: by its place among the values. */
export type Slot =
  | { kind: 'child'; at: number }
  /** An attribute of texts and values in turn; left out where a value is `nothing`. */
  | { kind: 'attribute'; name: string; texts: readonly string[]; at: readonly number[] }
  /** A property that is an attribute too, such as the value of an input. */
  | { kind: 'property'; name: string; at: number }
  /** A property that is the text of its element: the value of a text area. */
  | { kind: 'text'; at: number }
  /** What is there only where the value is true. */
  | { kind: 'boolean'; name: string; at: number };

/** A template as the text that is always the same, and the places of its values in between. */
export type Plan = readonly (string | Slot)[];

/** A place in a text that a slot stands for. */
interface Found {
  from: number;
  to: number;
  slot: Slot;
}

/** By how comments begin in them. */
const plans = new Map<string, WeakMap<TemplateStringsArray, Plan>>();

/**
 * How a template is drawn, found once for all that share its strings: Lit draws it with marks for its values. Its
 * comments begin as given. Throws where a value is in a place that it cannot find again.
 */
export function planOf(template: TemplateResult, comment: string): Plan {
  let known = plans.get(comment);
  if (!known) plans.set(comment, (known = new WeakMap()));
  let plan = known.get(template.strings);
  if (!plan) {
    plan = makePlan(template).map((part) =>
      typeof part === 'string' ? part.replaceAll('<!--', comment) : part,
    );
    known.set(template.strings, plan);
  }
  return plan;
}

function makePlan(template: TemplateResult): Plan {
  const { strings } = template;
  const signs = strings.slice(0, -1).map((text) => /\s([.?@])[\w-]+=["']?$/.exec(text)?.[1]);
  const drawn = (on: number) =>
    contentOf({
      ...template,
      values: signs.map((sign, i) => (sign === '?' ? i === on : `${begin}${i}${end}`)),
    });
  const text = drawn(-1);
  const booleans = signs.flatMap((sign, at) =>
    sign === '?' ? [inserted(text, drawn(at), at)] : [],
  );
  const found = [...marked(text, signs), ...booleans, ...textAreas(text, strings)].sort(
    (one, other) => one.from - other.from,
  );
  const places = found.flatMap(({ slot }) => slot.at).length;
  // Nothing is drawn of what listens to events, nor of a property that is no attribute.
  const unseen = signs.filter((sign) => sign === '@' || sign === '.').length;
  const properties = found.filter(({ slot: { kind } }) => kind === 'property' || kind === 'text');
  if (places + unseen - properties.length !== signs.length) {
    throw new Error(`no place for a value in the template: ${strings.join('…')}`);
  }
  return [...between(text, found)];
}

/** Marks that no template has of its own. */
const [begin, end] = ['\uE000', '\uE001'];
const mark = /\uE000(\d+)\uE001/;
const child = /<!--lit-part-->\uE000(\d+)\uE001<!--\/lit-part-->/;
const attribute = /([^\s"'<>/=]+)="([^"\uE000]*\uE000[^"]*)"/;

/** What Lit draws of a template, without the marks around the whole of it. */
function contentOf(template: TemplateResult): string {
  const whole = collectResultSync(render(template));
  return whole.slice(whole.indexOf('>') + 1, whole.lastIndexOf('<'));
}

function* marked(text: string, signs: readonly (string | undefined)[]): Generator<Found> {
  for (const match of text.matchAll(new RegExp(`${child.source}|${attribute.source}`, 'g'))) {
    const [all, at, name, value] = match;
    const place = { from: match.index, to: match.index + all.length };
    if (at !== undefined) {
      yield { ...place, slot: { kind: 'child', at: Number(at) } };
      continue;
    }
    const parts = value!.split(mark);
    const ats = parts.flatMap((part, i) => (i % 2 ? [Number(part)] : []));
    yield signs[ats[0]!] === '.'
      ? { ...place, slot: { kind: 'property', name: name!, at: ats[0]! } }
      : {
          ...place,
          slot: {
            kind: 'attribute',
            name: name!,
            texts: parts.filter((_, i) => i % 2 === 0),
            at: ats,
          },
        };
  }
}

/** Where the values of text areas go. Lit draws them empty, which readers without script would see. */
function* textAreas(text: string, strings: readonly string[]): Generator<Found> {
  const drawn = [...text.matchAll(/<textarea\b[^>]*>/g)];
  for (let at = 0; at < strings.length - 1; at++) {
    const before = strings.slice(0, at + 1).join('');
    if (!/<textarea\b[^>]*\s\.value=["']?$/.test(before)) continue;
    const [tag] = drawn.slice(before.match(/<textarea\b/g)!.length - 1);
    const from = tag!.index + tag![0].length;
    yield { from, to: from, slot: { kind: 'text', at } };
  }
}

/** What a text has more where a value is true, and where. */
function inserted(text: string, withIt: string, at: number): Found {
  let from = 0;
  while (from < text.length && text[from] === withIt[from]) from++;
  const name = withIt.slice(from, from + withIt.length - text.length);
  return { from, to: from, slot: { kind: 'boolean', name, at } };
}

function* between(text: string, found: readonly Found[]): Generator<string | Slot> {
  let before = 0;
  for (const { from, to, slot } of found) {
    if (from > before) yield text.slice(before, from);
    yield slot;
    before = to;
  }
  if (before < text.length) yield text.slice(before);
}
