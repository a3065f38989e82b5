/** What the API promises to the programs that are built on it, in the order people ask. */
export const promises = [
  {
    title: 'What stays',
    text: 'Under /api/v1 no path, parameter, column, measure id, level or marker is removed, renamed or given another meaning.',
  },
  {
    title: 'What may come',
    text: 'New paths, parameters that need not be given, columns after the known ones, values in a list of values, and keys in meta. Read columns and keys by name, and pass over those you do not know.',
  },
  {
    title: 'What never changes',
    text: 'An answer that names its release: the same question about the same release gives the same figures for as long as the release is served. An error found later is mended in a new release, never in an old one.',
  },
  {
    title: 'What follows the news',
    text: 'An answer that names no release is that of the current one, and changes on the day a new release comes. Every answer says in meta, in its file name or in its notes which release it is of.',
  },
  {
    title: 'What is never silent',
    text: 'A parameter that is unknown, empty, repeated or wrong is refused with a reason, and the nearest known value where there is one. Nothing falls back to a default in silence, and a missing figure is never a zero.',
  },
  {
    title: 'If it must break',
    text: 'Then under /api/v2, with /api/v1 beside it for at least a year, and with both said in the changelog.',
  },
] as const;
