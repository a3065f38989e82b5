/**
 * Parameters that campaigns, mail and social networks add to links to record who sent a reader. They ask for nothing.
 */
const tails =
  /^(utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|twclid|ttclid|yclid|igshid|igsh|li_fat_id|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_ga|_gl)$/i;

/** Whether an address parameter is such a tag, to be ignored. */
export const isTrackingTail = (name: string): boolean => tails.test(name);
