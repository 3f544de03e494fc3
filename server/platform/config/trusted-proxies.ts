import ipaddr from "ipaddr.js";
import type { z } from "zod";

/** More proxies than anybody chains; a larger number is a mistake, and one that would let callers choose their address. */
const MOST_HOPS = 10;

/**
 * Whom to believe about a caller's address: a number of proxies in front, or their addresses and CIDRs. `true` is not among them: it would
 * believe whoever writes the header. The old setting's `1` and `true` mean one proxy.
 */
export function trustedProxies(text: string, context: z.RefinementCtx): false | number | readonly string[] {
  const value = text.trim().toLowerCase();
  if (["", "0", "false"].includes(value)) return false;
  if (value === "true") return 1;
  if (/^\d{1,2}$/.test(value) && Number(value) <= MOST_HOPS) return Number(value);
  const entries = value.split(",").map((entry) => entry.trim());
  if (entries.every(isNetwork)) return entries;
  context.addIssue({
    code: "custom",
    message: `must be how many proxies stand in front (0 to ${MOST_HOPS}), or their addresses and CIDRs, such as 10.0.0.0/8,127.0.0.1`,
  });
  return false;
}

/** Addresses written in full only: `11` would be one of IPv4's short spellings. */
function isNetwork(text: string): boolean {
  const [address = "", bits, more] = text.split("/");
  if (more !== undefined || !(ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address))) return false;
  // Everybody is no proxy.
  return bits === undefined || (ipaddr.isValidCIDR(text) && ipaddr.parseCIDR(text)[1] > 0);
}
