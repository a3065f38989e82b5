/** What an XmR chart can be of: a figure, its changes from month to month, its distance from a climb, or itself per working day. */
export const xmrViews = ['level', 'changes', 'trend', 'working_days'] as const;
export type XmrView = (typeof xmrViews)[number];
