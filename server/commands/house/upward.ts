/**
 * Reads that lead down the floors although the rule says up, each with the reason why it stays. An architecture test knows the list; where
 * something must look up, the owner before gets a port that the module after it fills.
 */
export const UPWARD: readonly { readonly from: string; readonly to: string; readonly reason: string }[] = [];
