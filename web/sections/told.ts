/** A section as HTML made once, and what it says in a line; both empty where there is nothing to tell. */
export interface Told {
  markup: string;
  gist: string;
}

export const nothingTold: Told = { markup: '', gist: '' };
