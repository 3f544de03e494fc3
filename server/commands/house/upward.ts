/** Reads that lead down the floors although the rule says up, each with the reason why it stays. An architecture test knows the list. */
export const UPWARD: readonly { readonly from: string; readonly to: string; readonly reason: string }[] = [
  { from: "accounts", to: "host", reason: "connecting an account, its people and its sender are asked of the helpdesk" },
  { from: "journal", to: "portfolio", reason: "records are found and shown by the debtor's public id" },
  { from: "journal", to: "policy", reason: "a refusal is told as a sentence by the rules that refused" },
  { from: "portfolio", to: "host", reason: "the debtor's page links to the conversation" },
  { from: "imports", to: "outbox", reason: "an import is not undone once something was sent on it" },
  { from: "imports", to: "policy", reason: "an import is not undone once somebody was contacted on it" },
  { from: "policy", to: "outbox", reason: "the outlook shows what is planned" },
  { from: "policy", to: "cadences", reason: "the outlook names the planned step" },
  { from: "segmentation", to: "negotiation", reason: "segments ask about replies and promises" },
  { from: "cadences", to: "negotiation", reason: "a cadence ends with a reply or a promise" },
];
