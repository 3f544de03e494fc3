/** Names for read-only SQL of other modules. */
export const CONTACT_ATTEMPT = "contact_attempt";
export const OPT_OUT = "opt_out";
