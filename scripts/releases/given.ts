/** A command or form that was not filled in correctly. */
export class Misused extends Error {}

/** A text for readers, on one line; `name` is what the error calls a missing text. */
export function sentenceIn(name: string, text: string): string {
  const sentence = text.trim().replace(/\s+/g, ' ');
  if (!sentence) throw new Misused(`${name} has no text`);
  return sentence;
}

/** Parses how many others must approve a release. */
export function approvalsIn(text: string): number {
  if (/^\d$/.test(text)) return Number(text);
  throw new Misused(`not a number of approvals (0 to 9): ${text}`);
}

/** Parses a month such as 2019-05. */
export function monthIn(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new Misused(`not a month such as 2019-05: ${text || '(empty)'}`);
}
