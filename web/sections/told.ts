/** A section as HTML made once, and its summary in one line; both empty if there is nothing to show. */
export interface Told {
  markup: string;
  gist: string;
}

export const nothingTold: Told = { markup: '', gist: '' };
