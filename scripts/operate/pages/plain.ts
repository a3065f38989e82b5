/** Rewords a message of the command line for readers of pages. */
export const plain = (sentence: string): string =>
  sentence
    .replace(/: `npm run releases[^`]*` does that\./, '.')
    .replace(/ with `npm run releases -- move [^`]*`/, ' in the calendar');
