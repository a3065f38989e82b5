/**
 * What an XmR chart can show: a figure, its monthly changes, its distance from a steady line, or its value per working
 * day.
 */
export const xmrViews = ['level', 'changes', 'trend', 'working_days'] as const;
export type XmrView = (typeof xmrViews)[number];

/**
 * With fewer points than this, limits do not show what is usual. Source: D. J. Wheeler, Understanding Variation (1993):
 * useful limits may be made of as few as five or six values.
 */
export const fewestPoints = 5;
