/** Why a table cell has no number, or what to know about the number in it. */
export const markers = {
  '[c]': 'confidential',
  '[x]': 'not available: no practice reported it',
  '[z]': 'not applicable: the extract of that month has no such column',
  '[low]': 'rounds to zero but is not zero',
  '[p]': 'provisional',
  '[r]': 'revised',
} as const;

export type Marker = keyof typeof markers;

/** Whether a value is a marker. */
export const isMarker = (value: unknown): value is Marker =>
  typeof value === 'string' && Object.hasOwn(markers, value);
