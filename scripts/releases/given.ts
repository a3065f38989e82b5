/** A command, or a form, that was not filled in as it has to be. */
export class Misused extends Error {}

/** A text that readers will see, on one line; `name` is what the text is called where it is missing. */
export function sentenceIn(name: string, text: string): string {
  const sentence = text.trim().replace(/\s+/g, ' ');
  if (!sentence) throw new Misused(`${name} has no text`);
  return sentence;
}

/** How many others must approve a release, of a text. */
export function approvalsIn(text: string): number {
  if (/^\d$/.test(text)) return Number(text);
  throw new Misused(`not a number of approvals (0 to 9): ${text}`);
}

/** A month such as 2019-05. */
export function monthIn(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new Misused(`not a month such as 2019-05: ${text || '(empty)'}`);
}
