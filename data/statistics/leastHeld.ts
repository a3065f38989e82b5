/**
 * With less than this share of past values within their 95% ranges, those are none: they held no better than 80% ranges
 * should. Ranges of shares of patients held 91% to 97% over 2018-19; those of transactions, which follow working days,
 * 9% to 99%.
 */
export const leastHeld = 0.8;
