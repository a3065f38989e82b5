/** What is said for the command line, for those who have pages in front of them. */
export const plain = (sentence: string): string =>
  sentence
    .replace(/: `npm run releases[^`]*` does that\./, '.')
    .replace(/ with `npm run releases -- move [^`]*`/, ' in the calendar');
