/** What campaigns, mail and social networks add to links: it names who sent a reader, and asks for nothing. */
const tails =
  /^(utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|twclid|ttclid|yclid|igshid|igsh|li_fat_id|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_ga|_gl)$/i;

/** Whether a parameter of an address is such a tail, which answers nothing and is passed over. */
export const isTrackingTail = (name: string): boolean => tails.test(name);
