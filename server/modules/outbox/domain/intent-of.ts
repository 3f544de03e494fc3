import { WRITTEN_CHANNEL } from "../../../shared/channel.js";
import type { ContactIntent } from "../../policy/rules.js";

/** The reply that confirms a "stop": the one message an opt-out still lets through. */
export const OPT_OUT_CONFIRMATION = "opt_out_confirmed";

/** What a message is to the policy. */
export function intentOf(
  message: { readonly kind: "cadence" | "reply"; readonly template: string },
  debtPublicIds: readonly string[],
): ContactIntent {
  if (message.kind === "cadence")
    return {
      channel: WRITTEN_CHANNEL,
      purpose: "collection",
      origin: "cadence",
      debtIds: debtPublicIds,
      disclosures: ["opt_out", "creditor"],
    };
  return {
    channel: WRITTEN_CHANNEL,
    purpose: "reply",
    origin: "assistant",
    debtIds: [],
    confirmsOptOut: message.template === OPT_OUT_CONFIRMATION,
  };
}
