/** Names for read-only SQL of other modules. */
export const ACCOUNT = "account";
export const HOST_TROUBLE = "host_trouble";
