/** Reads that lead down the floors although the rule says up, each with the reason why it stays. An architecture test knows the list. */
export const UPWARD: readonly { readonly from: string; readonly to: string; readonly reason: string }[] = [
  { from: "accounts", to: "host", reason: "connecting an account, its people and its sender are asked of the helpdesk" },
];
