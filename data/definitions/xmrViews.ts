/**
 * What an XmR chart can show: a figure, its monthly changes, its distance from a steady line, or its value per working
 * day.
 */
export const xmrViews = ['level', 'changes', 'trend', 'working_days'] as const;
export type XmrView = (typeof xmrViews)[number];
